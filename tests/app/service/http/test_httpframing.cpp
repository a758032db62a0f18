// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/forward.h"

#include <QTest>

using namespace sallyport::http;

namespace
{

std::string requestWithFields(std::size_t count)
{
    std::string text = "GET http://a/ HTTP/1.1\r\nHost: a\r\n";
    for (std::size_t i = 1; i < count; ++i)
        text += "X: y\r\n";
    return text + "\r\n";
}

} // namespace

// Where a message ends, at the edges: whoever sees another end than the next reader can be made to smuggle.
class HttpFramingTest : public QObject
{
    Q_OBJECT

private slots:
    void repliesWithoutBody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::newRow("to HEAD") << QByteArray("HEAD") << 200;
        QTest::newRow("interim") << QByteArray("GET") << 103;
        QTest::newRow("switching") << QByteArray("GET") << 101;
        QTest::newRow("no content") << QByteArray("DELETE") << 204;
        QTest::newRow("not modified") << QByteArray("GET") << 304;
    }
    // RFC 9112 section 6.3: whatever such a reply says of a body, there is none.
    void repliesWithoutBody()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, status);
        for (const char* field : {"", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"}) {
            const std::string text = "HTTP/1.1 " + std::to_string(status) + " x\r\n" + field + "\r\n";
            ReplyHead head;
            Framing framing;
            QVERIFY(!readReplyHead(text, {}, head));
            QVERIFY(!replyFraming(head, method.toStdString(), framing));
            QVERIFY2(framing.kind == BodyKind::None, field);
        }
    }

    void fieldLimitIsExact()
    {
        const HeadLimits limits;
        RequestHead head;
        QVERIFY(!readRequestHead(requestWithFields(limits.fields), limits, head));
        const auto refusal = readRequestHead(requestWithFields(limits.fields + 1), limits, head);
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 431);
    }

    void upgradesNobodyCanMean_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("HTTP/1.0") << QByteArray("GET http://a/ HTTP/1.0\r\nHost: a\r\nConnection: upgrade\r\n"
                                                "Upgrade: websocket\r\n\r\n");
        QTest::newRow("two fields") << QByteArray("GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\n"
                                                  "Upgrade: websocket\r\nUpgrade: h2c\r\n\r\n");
        QTest::newRow("not named") << QByteArray("GET http://a/ HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n");
        QTest::newRow("no protocol") << QByteArray("GET http://a/ HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\n\r\n");
    }
    void upgradesNobodyCanMean()
    {
        QFETCH(QByteArray, head);
        const std::string text = head.toStdString();
        RequestHead request;
        QVERIFY(!readRequestHead(text, {}, request));
        QVERIFY(!wantsUpgrade(request, connectionOptions(request)));
    }
};

QTEST_GUILESS_MAIN(HttpFramingTest)
#include "test_httpframing.moc"
