// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/socks4.h"
#include "app/service/http/target.h"
#include "blockingsocket.h"
#include "models/base/hostname.h"
#include "tests/app/service/casetable.h"

using namespace sallyport;
using namespace sallyport::testing;

namespace
{

const char refused[] = "refused";

std::string kindOf(bool rooted, bool address)
{
    return address ? "address" : rooted ? "rooted" : "name";
}

// What the Web Proxy and the Firewall Client channel make of a request's target.
std::string readByHttp(const std::string& line)
{
    http::HeadScanner scanner;
    const std::string text = line + " HTTP/1.1\r\nHost: a\r\n\r\n";
    if (scanner.scan(text) != http::HeadScanner::State::Complete)
        return refused;
    http::RequestHead head;
    http::Target target;
    if (http::readRequestHead(text, {}, head) || http::readTarget(head, target))
        return refused;
    return kindOf(target.authority.rooted, target.authority.isAddress) + ' ' + target.authority.host;
}

} // namespace

// Every way that takes a host reads it alike.
class TestHostsField : public QObject
{
    Q_OBJECT

private slots:
    void everyWay_data() { addCases("hosts.tsv", 220, "hosts"); }
    void everyWay();
};

void TestHostsField::everyWay()
{
    QFETCH(std::vector<std::string>, cells);
    const std::string& written = cells[2];
    const std::string expected = cells[0] == refused ? refused : cells[0] + ' ' + cells[1];

    std::string_view why;
    const auto host = canonicalHost(written, why);
    QCOMPARE(host ? kindOf(host->rooted, host->address.has_value()) + ' ' + host->text : refused, expected);
    QVERIFY(host || why.ends_with('.'));
    if (host) {
        const auto again = canonicalHost(host->text, why);
        QVERIFY(again && again->text == host->text && again->address == host->address);
    }

    // A zero byte ends a name there; what is behind it goes to the destination.
    if (written.find('\0') == std::string::npos) {
        Socks4Request socks;
        std::size_t used = 0;
        const auto parsed = parseSocks4(socksNameRequest(80, written), socks, used);
        QVERIFY(parsed != Socks4Parse::More);
        QCOMPARE(parsed == Socks4Parse::Done
                ? kindOf(socks.rooted, !socks.address.isNull() || socks.host == "::") + ' ' + socks.host
                : refused,
            expected);
    }

    // "a:80" and "a/b" mean something else there, and are other tables' affair.
    const bool v6 = written.find(':') != std::string::npos;
    const std::string spelled = v6 ? '[' + written + ']' : written;
    QCOMPARE(readByHttp("CONNECT " + spelled + ":443"), expected);
    if (written.find_first_of("/?") == std::string::npos)
        QCOMPARE(readByHttp("GET http://" + spelled + ":8080/"), expected);
}

QTEST_GUILESS_MAIN(TestHostsField)
#include "test_hostsfield.moc"
