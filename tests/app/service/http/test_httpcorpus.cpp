// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/chunked.h"
#include "app/service/http/forward.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <QDir>
#include <QTest>

using namespace sallyport::http;

namespace
{

std::string contents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll().toStdString();
}

void addFiles(const char* folder)
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    const QDir dir(QStringLiteral(SALLYPORT_TEST_DATA "/http/") + QString::fromLatin1(folder));
    const QFileInfoList files = dir.entryInfoList({QStringLiteral("*.in")}, QDir::Files, QDir::Name);
    QVERIFY2(files.size() > 3, "the corpus is missing");
    for (const QFileInfo& file : files)
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath() << file.completeBaseName();
}

QString outOf(QString path)
{
    return path.replace(path.size() - 2, 2, QStringLiteral("out"));
}

// What a proxy called "gate" makes of a whole request: the head for the server, or the refusal.
std::optional<Refusal> forwardRequest(const std::string& input, std::string& out)
{
    const HeadLimits limits;
    HeadScanner scanner(limits);
    const auto state = scanner.scan(input);
    if (state == HeadScanner::State::Refused)
        return scanner.refusal();
    if (state == HeadScanner::State::More)
        return Refusal{0, "incomplete"};
    RequestHead head;
    Target target;
    RequestForwarding forwarding;
    forwarding.via = "gate";
    const std::string_view bytes = std::string_view(input).substr(scanner.begin(), scanner.end() - scanner.begin());
    if (const auto refusal = readRequestHead(bytes, limits, head))
        return refusal;
    if (const auto refusal = readTarget(head, target))
        return refusal;
    if (const auto refusal = requestFraming(head, forwarding.framing))
        return refusal;
    forwarding.connection = connectionOptions(head);
    forwarding.upgrade = wantsUpgrade(head, forwarding.connection);
    appendRequest(out, head, target, forwarding);
    return std::nullopt;
}

std::optional<Refusal> forwardReply(
    const std::string& input, std::string_view method, std::string& out, bool* mended = nullptr)
{
    const HeadLimits limits;
    HeadScanner scanner(limits, Sender::Server);
    if (scanner.scan(input) != HeadScanner::State::Complete)
        return Refusal{502, "incomplete or refused"};
    ReplyHead head;
    ReplyForwarding forwarding;
    forwarding.via = "gate";
    const std::string_view bytes = std::string_view(input).substr(scanner.begin(), scanner.end() - scanner.begin());
    if (const auto refusal = readReplyHead(bytes, limits, head))
        return refusal;
    if (const auto refusal = replyFraming(head, method, forwarding.framing))
        return refusal;
    forwarding.connection = connectionOptions(head);
    forwarding.upgrade = head.status == 101;
    forwarding.close = forwarding.framing.kind == BodyKind::Close;
    if (head.status >= 200)
        forwarding.date = "Mon, 23 Nov 2026 21:00:00 GMT";
    appendReply(out, head, forwarding);
    if (mended)
        *mended = head.mended || forwarding.framing.mended;
    return std::nullopt;
}

} // namespace

class HttpCorpusTest : public QObject
{
    Q_OBJECT

private:
    void forwardsReply(bool expectMended)
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        std::string out;
        bool mended = !expectMended;
        const std::string method = name.section(QLatin1Char('.'), -1).toStdString();
        const auto refusal = forwardReply(contents(path), method, out, &mended);
        QCOMPARE(mended, expectMended);
        QVERIFY2(!refusal, refusal ? std::string(refusal->detail).c_str() : "");
        QCOMPARE(QByteArray::fromStdString(out), QByteArray::fromStdString(contents(outOf(path))));
    }

private slots:
    void goodRequests_data() { addFiles("requests/good"); }
    void goodRequests()
    {
        QFETCH(QString, path);
        const std::string input = contents(path);
        std::string out;
        const auto refusal = forwardRequest(input, out);
        QVERIFY2(!refusal, refusal ? std::string(refusal->detail).c_str() : "");
        QCOMPARE(QByteArray::fromStdString(out), QByteArray::fromStdString(contents(outOf(path))));

        // What we send on has to be a good request to the next recipient: Beast reads it, and finds the same framing.
        boost::beast::http::request_parser<boost::beast::http::empty_body> second;
        second.skip(true);
        second.eager(true);
        boost::system::error_code error;
        second.put(boost::asio::buffer(out), error);
        QVERIFY2(!error, error.message().c_str());
        QVERIFY(second.is_header_done());
    }

    void badRequests_data() { addFiles("requests/bad"); }
    void badRequests()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        std::string out;
        const auto refusal = forwardRequest(contents(path), out);
        QVERIFY2(refusal, out.c_str());
        QCOMPARE(refusal->status, name.left(3).toInt());
        QVERIFY(out.empty());
        QVERIFY(refusal->detail.size() > 10 && refusal->detail.back() == '.');
    }

    // The answer does not depend on how the bytes were cut into packets.
    void cutAnywhere_data() { addFiles("requests/good"); }
    void cutAnywhere()
    {
        QFETCH(QString, path);
        const std::string input = contents(path);
        HeadScanner whole;
        QCOMPARE(whole.scan(input), HeadScanner::State::Complete);
        HeadScanner bytewise;
        for (std::size_t size = 1; size < input.size(); ++size)
            QCOMPARE(bytewise.scan(std::string_view(input).substr(0, size)), HeadScanner::State::More);
        QCOMPARE(bytewise.scan(input), HeadScanner::State::Complete);
        QCOMPARE(bytewise.begin(), whole.begin());
        QCOMPARE(bytewise.end(), whole.end());
    }

    void goodReplies_data() { addFiles("replies/good"); }
    void goodReplies() { forwardsReply(false); }

    // What a server is forgiven goes on as it should have been, and the connection is known for it.
    void mendedReplies_data() { addFiles("replies/mended"); }
    void mendedReplies() { forwardsReply(true); }

    void badReplies_data() { addFiles("replies/bad"); }
    void badReplies()
    {
        QFETCH(QString, path);
        std::string out;
        const auto refusal = forwardReply(contents(path), "GET", out);
        QVERIFY2(refusal, out.c_str());
        QCOMPARE(refusal->status, 502);
    }

    void goodChunks_data() { addFiles("chunked/good"); }
    void goodChunks()
    {
        QFETCH(QString, path);
        const std::string input = contents(path);
        const std::string next = "GET / HTTP/1.1\r\n";
        std::string content;
        ChunkWalker whole;
        QCOMPARE(whole.unwrap(input + next, content), input.size());
        QVERIFY(whole.ended());
        QCOMPARE(QByteArray::fromStdString(content), QByteArray::fromStdString(contents(outOf(path))));

        std::string again;
        ChunkWalker bytewise;
        for (const char c : input) {
            QVERIFY(!bytewise.ended());
            QCOMPARE(bytewise.unwrap({&c, 1}, again), std::size_t(1));
        }
        QVERIFY(bytewise.ended());
        QCOMPARE(again, content);

        ChunkWalker passing;
        QCOMPARE(passing.pass(input + next), input.size());
        QVERIFY(passing.ended());
    }

    // Forgiven in a server only; both ways of reading find the same end.
    void mendedChunks_data() { addFiles("chunked/mended"); }
    void mendedChunks()
    {
        QFETCH(QString, path);
        const std::string input = contents(path);
        ChunkWalker strict;
        strict.pass(input);
        QVERIFY(strict.bad());
        std::string out;
        ChunkWalker whole(Sender::Server);
        QCOMPARE(whole.mend(input + "HTTP/1.1 200", out), input.size());
        QVERIFY(whole.ended() && whole.mended());
        QCOMPARE(QByteArray::fromStdString(out), QByteArray::fromStdString(contents(outOf(path))));
        std::string again;
        ChunkWalker bytewise(Sender::Server);
        for (const char c : input)
            QCOMPARE(bytewise.mend({&c, 1}, again), std::size_t(1));
        QVERIFY(bytewise.ended());
        QCOMPARE(again, out);
    }

    void badChunks_data() { addFiles("chunked/bad"); }
    void badChunks()
    {
        QFETCH(QString, path);
        for (const Sender sender : {Sender::Client, Sender::Server}) {
            ChunkWalker walker(sender);
            walker.pass(contents(path));
            QVERIFY(walker.bad());
            QVERIFY(!walker.ended());
        }
    }
};

QTEST_GUILESS_MAIN(HttpCorpusTest)
#include "test_httpcorpus.moc"
