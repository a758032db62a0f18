// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/authentication.h"
#include "app/service/http/chunked.h"
#include "app/service/http/forward.h"
#include "tests/app/service/casetable.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

using namespace sallyport::http;
using namespace sallyport::testing;

namespace
{

std::string forwardRequest(const std::string& input, std::string& out)
{
    HeadScanner scanner;
    const auto state = scanner.scan(input);
    if (state == HeadScanner::State::Refused)
        return std::to_string(scanner.refusal().status);
    if (state == HeadScanner::State::More)
        return "incomplete";
    RequestHead head;
    Target target;
    RequestForwarding forwarding;
    forwarding.via = "gate";
    const std::string_view bytes = std::string_view(input).substr(scanner.begin(), scanner.end() - scanner.begin());
    auto refusal = readRequestHead(bytes, {}, head);
    if (!refusal)
        refusal = readTarget(head, target);
    if (!refusal)
        refusal = requestFraming(head, forwarding.framing);
    if (refusal)
        return std::to_string(refusal->status);
    forwarding.connection = connectionOptions(head);
    appendRequest(out, head, target, forwarding);
    return "0";
}

// "clean", "mended" or the refusal's status.
std::string forwardReply(
    const std::string& input, const std::string& method, std::string& out, ReplyForwarding& forwarding)
{
    HeadScanner scanner({}, Sender::Server);
    if (scanner.scan(input) != HeadScanner::State::Complete)
        return "502";
    ReplyHead head;
    forwarding.via = "gate";
    const std::string_view bytes = std::string_view(input).substr(scanner.begin(), scanner.end() - scanner.begin());
    auto refusal = readReplyHead(bytes, {}, head);
    if (!refusal)
        refusal = replyFraming(head, method, forwarding.framing);
    if (refusal)
        return std::to_string(refusal->status);
    forwarding.connection = connectionOptions(head);
    appendReply(out, head, forwarding);
    const bool mended = head.mended || forwarding.framing.mended;
    if (mended && serverPersists(head, forwarding.connection, forwarding.framing))
        return "kept";
    return mended ? "mended" : "clean";
}

} // namespace

// Broken and ambiguous input of the kinds that were met in the field, each with what must become of it.
class HttpFieldTest : public QObject
{
    Q_OBJECT

private slots:
    void requests_data() { addCases("requests.tsv", 45); }
    void requests()
    {
        QFETCH(std::vector<std::string>, cells);
        std::string out;
        QCOMPARE(forwardRequest(cells[1], out), cells[0]);
        QVERIFY(out.empty() == (cells[0] != "0"));
        QVERIFY(out.find("a.test:\r\n") == std::string::npos);
    }

    void replies_data() { addCases("replies.tsv", 120); }
    void replies()
    {
        QFETCH(std::vector<std::string>, cells);
        std::string out;
        ReplyForwarding forwarding;
        QCOMPARE(forwardReply(cells[2], cells[0], out, forwarding), cells[1]);
        if (cells[1] == "502") {
            QVERIFY(out.empty());
            return;
        }
        // What goes on is clean to the next reader: our strict one, and Beast.
        boost::beast::http::response_parser<boost::beast::http::empty_body> second;
        second.skip(true);
        second.header_limit(1 << 20);
        boost::system::error_code error;
        second.put(boost::asio::buffer(out), error);
        QVERIFY2(!error, error.message().c_str());
        QCOMPARE(second.chunked(), forwarding.framing.kind == BodyKind::Chunked);
        HeadScanner strict({1 << 20, 1 << 15, 8192});
        QCOMPARE(strict.scan(out), HeadScanner::State::Complete);

        const std::size_t via = out.find("Via: 1.");
        QVERIFY(via != std::string::npos);
        out.erase(via, out.find('\n', via) + 1 - via);
        QCOMPARE(QByteArray::fromStdString(out), QByteArray::fromStdString(cells[3]));
    }

    void chunks_data() { addCases("chunks.tsv", 60); }
    void chunks()
    {
        QFETCH(std::vector<std::string>, cells);
        const auto verdict = [&](Sender sender, std::string& out) {
            ChunkWalker walker(sender);
            const std::size_t taken = walker.mend(cells[2], out);
            const bool whole = walker.ended() && taken == cells[2].size();
            return std::string(!whole ? "bad" : walker.mended() ? "mended" : "ok");
        };
        std::string out;
        QCOMPARE(verdict(Sender::Client, out), cells[0]);
        out.clear();
        QCOMPARE(verdict(Sender::Server, out), cells[1]);
        if (cells[1] != "bad")
            QCOMPARE(QByteArray::fromStdString(out), QByteArray::fromStdString(cells[3]));
        // However it was cut into packets.
        ChunkWalker bytewise(Sender::Server);
        std::string again;
        std::size_t at = 0;
        while (at < cells[2].size() && !bytewise.ended() && !bytewise.bad())
            at += bytewise.mend(std::string_view(cells[2]).substr(at, 1), again);
        QCOMPARE(bytewise.ended() && at == cells[2].size(), cells[1] != "bad");
        QVERIFY(cells[1] == "bad" || again == out);
    }

    void hosts_data() { addCases("hosts.tsv", 55); }
    void hosts()
    {
        QFETCH(std::vector<std::string>, cells);
        Authority authority;
        const auto refusal = readAuthority(cells[1], static_cast<std::uint16_t>(std::stoi(cells[0])), authority);
        const std::string verdict = refusal ? std::to_string(refusal->status)
                                            : std::string(authority.host) + ' ' + std::to_string(authority.port);
        QCOMPARE(verdict, cells[2]);
        QVERIFY(refusal || authority.text.back() != ':');
    }

    void logins_data() { addCases("logins.tsv", 50); }
    void logins()
    {
        QFETCH(std::vector<std::string>, cells);
        // Heads are views of these.
        const std::string asked = "GET / HTTP/1.1\r\n" + cells[1] + "\r\n\r\n";
        const std::string answered = "HTTP/1.1 200 OK\r\n" + cells[1] + "\r\n\r\n";
        RequestHead request;
        QVERIFY(!readRequestHead(asked, {}, request));
        QCOMPARE(bindsConnection(request), cells[0] == "bound");
        ReplyHead reply;
        QVERIFY(!readReplyHead(answered, {}, reply));
        QCOMPARE(bindsConnection(reply), cells[0] == "bound");
    }

    // A server that sends thousands of fields and names as many in Connection must not cost a shard its time: the names
    // are looked up, not walked.
    void dropsWhatConnectionNames()
    {
        std::string input = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: z, X-HOP, a\r\n";
        for (int i = 0; i < 200; ++i)
            input += "X-" + std::to_string(i) + ": 1\r\nx-hop: 1\r\n";
        std::string out;
        ReplyForwarding forwarding;
        QCOMPARE(forwardReply(input + "\r\n", "GET", out, forwarding), std::string("mended"));
        QVERIFY(out.find("x-hop") == std::string::npos && out.find("X-199: 1\r\n") != std::string::npos);
    }

    void datesOnce_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("none") << QByteArray() << QByteArray("\r\nDate: now\r\n");
        QTest::newRow("its own") << QByteArray("Date: then\r\n") << QByteArray("\r\nDate: then\r\n");
        QTest::newRow("in lower case") << QByteArray("date: then\r\n") << QByteArray("\r\ndate: then\r\n");
        QTest::newRow("named in Connection")
            << QByteArray("Connection: date\r\nDate: then\r\n") << QByteArray("\r\nDate: now\r\n");
    }
    void datesOnce()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, line);
        std::string out;
        ReplyForwarding forwarding;
        forwarding.date = "now";
        forwardReply("HTTP/1.1 200 OK\r\n" + fields.toStdString() + "\r\n", "GET", out, forwarding);
        const QByteArray head = QByteArray::fromStdString(out);
        QVERIFY2(head.contains(line), out.c_str());
        QCOMPARE(head.toLower().count("\r\ndate:"), 1);
    }
};

QTEST_GUILESS_MAIN(HttpFieldTest)
#include "test_httpfield.moc"
