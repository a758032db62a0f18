// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/forward.h"

#include <QTest>

using namespace sallyport::http;

namespace
{

bool read(std::string_view text, RequestHead& head)
{
    return !readRequestHead(text, {}, head);
}

} // namespace

class HttpHeadTest : public QObject
{
    Q_OBJECT

private slots:
    void authorities_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("defaultPort");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("isAddress");
        QTest::newRow("name") << "example.com:443" << 0 << "example.com" << 443 << false;
        QTest::newRow("default") << "example.com" << 80 << "example.com" << 80 << false;
        QTest::newRow("v4") << "192.0.2.1:1" << 0 << "192.0.2.1" << 1 << true;
        QTest::newRow("v6") << "[2001:db8::1]:65535" << 0 << "2001:db8::1" << 65535 << true;
        QTest::newRow("v6 default") << "[::1]" << 80 << "::1" << 80 << true;
        QTest::newRow("single label") << "localhost:22" << 0 << "localhost" << 22 << false;
        QTest::newRow("digits first") << "1and1.com:443" << 0 << "1and1.com" << 443 << false;
    }
    void authorities()
    {
        QFETCH(QString, text);
        QFETCH(int, defaultPort);
        const std::string bytes = text.toStdString();
        Authority authority;
        QVERIFY(!readAuthority(bytes, static_cast<std::uint16_t>(defaultPort), authority));
        QTEST(QString::fromUtf8(authority.host.data(), static_cast<int>(authority.host.size())), "host");
        QTEST(int(authority.port), "port");
        QTEST(authority.isAddress, "isAddress");
        QVERIFY(authority.text == bytes);
    }

    void tooLongHost()
    {
        Authority authority;
        const std::string label(63, 'a');
        QVERIFY(!readAuthority(label + "." + label, 80, authority));
        QVERIFY(readAuthority(label + "a", 80, authority));
        QVERIFY(readAuthority(label + "." + label + "." + label + "." + label + "a", 80, authority));
    }

    void targetForms()
    {
        RequestHead head;
        Target target;
        QVERIFY(read("GET /wpad.dat HTTP/1.1\r\nHost: proxy:8080\r\n\r\n", head));
        QVERIFY(!readTarget(head, target));
        QCOMPARE(target.form, TargetForm::Origin);
        QVERIFY(target.authority.host == "proxy" && target.authority.port == 8080);

        QVERIFY(read("CONNECT [::1]:443 HTTP/1.1\r\nHost: x\r\n\r\n", head));
        QVERIFY(!readTarget(head, target));
        QCOMPARE(target.form, TargetForm::Authority);
        QVERIFY(target.authority.host == "::1" && target.authority.port == 443);

        QVERIFY(read("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", head));
        QVERIFY(!readTarget(head, target));
        QCOMPARE(target.form, TargetForm::Asterisk);
    }

    // A head object is used for one message after the other; nothing of the last may be left.
    void reuse()
    {
        RequestHead head;
        QVERIFY(read("POST / HTTP/1.0\r\nHost: a\r\nContent-Length: 5\r\n\r\n", head));
        QCOMPARE(head.count(FieldName::ContentLength), std::size_t(1));
        QVERIFY(read("GET / HTTP/1.1\r\nHost: b\r\n\r\n", head));
        QCOMPARE(head.count(FieldName::ContentLength), std::size_t(0));
        QVERIFY(!head.find(FieldName::ContentLength));
        QCOMPARE(head.minorVersion, 1);
        QVERIFY(head.value(FieldName::Host) == "b");
    }

    void persistence()
    {
        RequestHead head;
        QVERIFY(read("GET / HTTP/1.1\r\nHost: a\r\n\r\n", head));
        QVERIFY(clientPersists(head, connectionOptions(head)));
        QVERIFY(read("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n", head));
        QVERIFY(!clientPersists(head, connectionOptions(head)));
        QVERIFY(read("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", head));
        QVERIFY(!clientPersists(head, connectionOptions(head)));
        const auto asks
            = [&head](const char* text) { return read(text, head) && asksKeepAlive(head, connectionOptions(head)); };
        QVERIFY(asks("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
        QVERIFY(asks("GET / HTTP/1.0\r\nproxy-connection: Keep-Alive\r\n\r\n"));
        QVERIFY(!asks("GET / HTTP/1.0\r\n\r\n"));
        QVERIFY(!asks("GET / HTTP/1.0\r\nProxy-Authorization: keep-alive\r\n\r\n"));
        QVERIFY(!asks("GET / HTTP/1.0\r\nConnection: close\r\nProxy-Connection: keep-alive\r\n\r\n"));
        QVERIFY(!asks("GET / HTTP/1.0\r\nConnection: keep-alive\r\nProxy-Connection: close\r\n\r\n"));
        QVERIFY(!asks("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n\r\n"));

        ReplyHead reply;
        const auto keeps = [&reply](const char* text) {
            Framing framing;
            return !readReplyHead(text, {}, reply) && !replyFraming(reply, "GET", framing)
                && serverPersists(reply, connectionOptions(reply), framing);
        };
        QVERIFY(keeps("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(keeps("HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n"));
        QVERIFY(!keeps("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(!keeps("HTTP/1.1 200 OK\r\n\r\n"));
        QVERIFY(!keeps("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    void loops()
    {
        RequestHead head;
        QVERIFY(read("GET / HTTP/1.1\r\nHost: a\r\nVia: 1.0 first, HTTP/1.1 Gate-1 (x)\r\n\r\n", head));
        QVERIFY(isLoop(head, "gate-1"));
        QVERIFY(!isLoop(head, "gate"));
        QVERIFY(!isLoop(head, "first,"));
        QVERIFY(isLoop(head, "first"));
    }

    void maxForwards()
    {
        RequestHead head;
        Target target;
        QVERIFY(read("OPTIONS http://a/ HTTP/1.1\r\nHost: a\r\nMax-Forwards: 3\r\n\r\n", head));
        QVERIFY(!readTarget(head, target));
        RequestForwarding forwarding;
        forwarding.via = "gate";
        forwarding.maxForwards = 2;
        std::string out;
        appendRequest(out, head, target, forwarding);
        QVERIFY(out == "OPTIONS / HTTP/1.1\r\nHost: a\r\nMax-Forwards: 2\r\nVia: 1.1 gate\r\n\r\n");
    }
};

QTEST_GUILESS_MAIN(HttpHeadTest)
#include "test_httphead.moc"
