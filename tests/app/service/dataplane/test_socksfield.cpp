// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socks4.h"
#include "httptalk.h"
#include "testplane.h"
#include "tests/app/service/casetable.h"

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

// Denies everything, and remembers what it was asked.
class Recorder final : public CompiledPolicy
{
public:
    Decision decide(const Request& request, TimePoint) const override
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
        return {};
    }
    std::vector<Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

private:
    mutable std::mutex m_mutex;
    mutable std::vector<Request> m_requests;
};

struct Conversation {
    TestPlane world{1};
    std::shared_ptr<Recorder> asked = std::make_shared<Recorder>();
    BlockingSocket client;

    explicit Conversation(ServiceName service)
    {
        world.compiled = asked;
        world.handOut.mspclnt = "[Common]\r\n";
        world.handOut.mspclntTag = "\"one\"";
        world.enforce();
        client = BlockingSocket::connectTo(world.port(service));
    }
};

} // namespace

// Requests by the book, broken ones and hostile ones, of the two ways that are not the Web Proxy.
class TestSocksField : public QObject
{
    Q_OBJECT

private slots:
    void reads_data() { addCases("requests.tsv", 200, "socks"); }
    void reads();
    void answers_data() { addCases("requests.tsv", 200, "socks"); }
    void answers();
    void firewallClient_data() { addCases("firewallclient.tsv", 170, "socks"); }
    void firewallClient();
};

// However a request is cut into packets.
void TestSocksField::reads()
{
    QFETCH(std::vector<std::string>, cells);
    const std::string& kind = cells[0];
    const std::string& early = cells[4];
    const std::string& bytes = cells[5];
    const bool good = kind == "CONNECT" || kind == "BIND";
    Socks4Request request;
    std::size_t used = 0;
    const Socks4Parse parsed = parseSocks4(bytes, request, used);
    QCOMPARE(parsed, good ? Socks4Parse::Done : kind == "bad" ? Socks4Parse::Bad : Socks4Parse::More);
    if (good) {
        QCOMPARE(request.command, kind == "BIND" ? Socks4Request::Command::Bind : Socks4Request::Command::Connect);
        QCOMPARE(request.host + ' ' + std::to_string(request.port), cells[1] + ' ' + cells[2]);
        QCOMPARE(request.user, cells[3]);
        QCOMPARE(bytes.substr(used), early);
    }
    bool refused = false;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Socks4Request part;
        const Socks4Parse now = parseSocks4(std::string_view(bytes).substr(0, size), part, used);
        if (good)
            QCOMPARE(now, size < bytes.size() - early.size() ? Socks4Parse::More : Socks4Parse::Done);
        else
            QVERIFY(now == Socks4Parse::Bad || (now == Socks4Parse::More && !refused));
        refused = now == Socks4Parse::Bad;
    }
}

void TestSocksField::answers()
{
    QFETCH(std::vector<std::string>, cells);
    const std::string& kind = cells[0];
    const std::string& bytes = cells[5];
    Conversation talk(ServiceName::Socks);
    QVERIFY(talk.client.send(bytes));
    talk.client.shutdownWrite();
    QCOMPARE(receiveAll(talk.client), kind == "more" ? std::string() : socksRejected);
    const auto asked = talk.asked->requests();
    if (bytes.empty()) {
        QVERIFY(talk.world.log.rows(0).empty() && asked.empty());
        return;
    }
    const auto rows = talk.world.log.rows(1);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].operation, LogOperation::Denied);
    QCOMPARE(rows[0].way, SessionType::Socks);
    if (kind == "bad" || kind == "more") {
        QCOMPARE(rows[0].rule1, std::string("malformed request"));
        QVERIFY(asked.empty());
        return;
    }
    QCOMPARE(asked.size(), std::size_t(1));
    QCOMPARE(asked[0].way, SessionType::Socks);
    QCOMPARE(asked[0].host, cells[1]);
    QCOMPARE(std::to_string(asked[0].port), cells[2]);
    QCOMPARE(asked[0].user, cells[3]);
    QVERIFY(asked[0].application.empty());
    QCOMPARE(rows[0].method, kind);
    QCOMPARE(rows[0].host, cells[1]);
    QCOMPARE(rows[0].user, cells[3]);
}

void TestSocksField::firewallClient()
{
    QFETCH(std::vector<std::string>, cells);
    const std::string& status = cells[0];
    Conversation talk(ServiceName::Firewall);
    QVERIFY(talk.client.send(cells[6]));
    talk.client.shutdownWrite();
    const std::string page = receiveMessage(talk.client);
    QVERIFY2(page.starts_with("HTTP/1.1 " + status + ' '), page.c_str());
    const auto asked = talk.asked->requests();
    QCOMPARE(asked.size(), std::size_t(status == "403" ? 1 : 0));
    if (asked.empty())
        return;
    QCOMPARE(asked[0].way, SessionType::FirewallClient);
    QCOMPARE(asked[0].host, cells[1]);
    QCOMPARE(std::to_string(asked[0].port), cells[2]);
    QCOMPARE(asked[0].application, cells[3]);
    QCOMPARE(asked[0].user, cells[4]);
    QCOMPARE(asked[0].computer, cells[5]);
    QVERIFY(talk.client.ended());
}

QTEST_GUILESS_MAIN(TestSocksField)
#include "test_socksfield.moc"
