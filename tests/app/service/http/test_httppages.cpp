// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/head.h"
#include "app/service/http/pages.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::http;

class HttpPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void dates()
    {
        // The example of RFC 9110 section 5.6.7.
        const TimePoint time{std::chrono::seconds(784111777)};
        QCOMPARE(httpDate(time), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    void errorPageNamesTheEntryAndEscapes()
    {
        const ErrorPage page{
            403, "The program is disabled.", "application entry <b>msmsgs</b>: Disable=1", "a\"&'b\r\n:80", {}};
        const std::string reply = errorReply(page, {"Sun, 06 Nov 1994 08:49:37 GMT", "gate", false, false});
        QVERIFY(reply.starts_with("HTTP/1.1 403 Forbidden\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
        QVERIFY(reply.find("application entry &lt;b&gt;msmsgs&lt;/b&gt;: Disable=1") != std::string::npos);
        QVERIFY(reply.find("a&quot;&amp;&#39;b&lt;U+000D&gt;&lt;U+000A&gt;:80") != std::string::npos);
        QVERIFY(reply.find("<b>") == std::string::npos);
        QVERIFY(reply.find("Connection: close") == std::string::npos);

        const std::size_t headEnd = reply.find("\r\n\r\n") + 4;
        ReplyHead head;
        QVERIFY(!readReplyHead(std::string_view(reply).substr(0, headEnd), {}, head));
        QCOMPARE(head.value(FieldName::ContentLength), std::string_view(std::to_string(reply.size() - headEnd)));
    }

    void headHasNoContent()
    {
        const std::string whole
            = contentReply(200, "text/plain", "hello", "ETag: \"1\"\r\n", {"d", "gate", true, false});
        const std::string head = contentReply(200, "text/plain", "hello", "ETag: \"1\"\r\n", {"d", "gate", true, true});
        QCOMPARE(whole, head + "hello");
        QVERIFY(head.find("Connection: close\r\n") != std::string::npos);
        QVERIFY(head.find("Content-Length: 5\r\n\r\n") != std::string::npos);
    }

    void entityTags()
    {
        QVERIFY(matchesEntityTag("\"a\"", "\"a\""));
        QVERIFY(matchesEntityTag("\"b\", W/\"a\"", "\"a\""));
        QVERIFY(matchesEntityTag("*", "\"a\""));
        QVERIFY(!matchesEntityTag("", "\"a\""));
        QVERIFY(!matchesEntityTag("a", "\"a\""));
        QVERIFY(!matchesEntityTag("\"ab\"", "\"a\""));
    }

    void phrases()
    {
        QCOMPARE(statusPhrase(404), std::string_view("Not Found"));
        QCOMPARE(statusPhrase(505), std::string_view("HTTP Version Not Supported"));
    }
};

QTEST_GUILESS_MAIN(HttpPagesTest)
#include "test_httppages.moc"
