// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenarios/robustness/badclient.h"

#include <QDir>
#include <QHostAddress>
#include <QTcpSocket>

namespace sallyport::test
{

namespace
{

constexpr int answerTime = 30000; // milliseconds

// What the service sent until it closed, or until a whole answer of its kind is there.
QByteArray answerOf(QTcpSocket& socket, ListenerCase::Answer kind)
{
    QByteArray answer;
    while (socket.state() == QTcpSocket::ConnectedState || socket.bytesAvailable() > 0) {
        answer += socket.readAll();
        if (kind == ListenerCase::Answer::Status && answer.contains("\r\n\r\n"))
            break;
        if (!socket.waitForReadyRead(answerTime))
            break;
    }
    return answer + socket.readAll();
}

} // namespace

QString tryCase(quint16 port, const ListenerCase& listenerCase)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!socket.waitForConnected(answerTime))
        return QStringLiteral("cannot connect: ") + socket.errorString();
    socket.write(listenerCase.bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(answerTime)) { }
    if (listenerCase.half)
        socket.disconnectFromHost();
    const QByteArray answer = answerOf(socket, listenerCase.answer);
    const QString got = QStringLiteral("got \"%1\"").arg(QString::fromLatin1(answer.left(60).toPercentEncoding(" /.")));
    switch (listenerCase.answer) {
    case ListenerCase::Answer::Status:
        if (!answer.startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(listenerCase.status) + ' ')))
            return QStringLiteral("%1 is due, ").arg(listenerCase.status) + got;
        break;
    case ListenerCase::Answer::SocksRejected:
        if (answer.size() != 8 || answer.at(0) != 0 || answer.at(1) != 91)
            return QStringLiteral("reply 91 is due, ") + got;
        break;
    case ListenerCase::Answer::Closed:
        if (!answer.isEmpty())
            return QStringLiteral("nothing is due, ") + got;
        break;
    }
    if (listenerCase.answer != ListenerCase::Answer::Status && socket.state() != QTcpSocket::UnconnectedState)
        return QStringLiteral("the connection stayed open");
    return {};
}

QList<ListenerCase> badHttpRequests()
{
    QList<ListenerCase> cases;
    const QDir folder(QStringLiteral(SALLYPORT_TEST_DATA "/http/requests/bad"));
    for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.in")}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray name = info.completeBaseName().toLatin1();
            cases.append({name, file.readAll(), ListenerCase::Answer::Status, name.left(3).toInt()});
        }
    }
    return cases;
}

QList<ListenerCase> badWebProxyRequests(quint16 ownPort, quint16 closedPort)
{
    QList<ListenerCase> cases;
    const auto add = [&cases](const char* name, int status, const QByteArray& bytes) {
        cases.append({name, bytes, ListenerCase::Answer::Status, status});
    };
    const QByteArray own = "127.0.0.1:" + QByteArray::number(ownPort);
    const QByteArray closed = "127.0.0.1:" + QByteArray::number(closedPort);
    add("CONNECT to itself", 403, "CONNECT " + own + " HTTP/1.1\r\nHost: " + own + "\r\n\r\n");
    add("CONNECT to a closed port", 502, "CONNECT " + closed + " HTTP/1.1\r\nHost: " + closed + "\r\n\r\n");
    add("GET from a closed port", 502, "GET http://" + closed + "/ HTTP/1.1\r\nHost: " + closed + "\r\n\r\n");
    add("no such file", 404, "GET /etc/passwd HTTP/1.1\r\nHost: " + own + "\r\n\r\n");
    add("a file above", 404, "GET /../service.key HTTP/1.1\r\nHost: " + own + "\r\n\r\n");
    add("POST to a file", 405, "POST /wpad.dat HTTP/1.1\r\nHost: " + own + "\r\nContent-Length: 0\r\n\r\n");
    add("unknown expectation", 417,
        "GET http://" + closed + "/ HTTP/1.1\r\nHost: " + closed + "\r\nExpect: the-unexpected\r\n\r\n");
    add("Max-Forwards is no number", 400,
        "OPTIONS http://" + closed + "/ HTTP/1.1\r\nHost: " + closed + "\r\nMax-Forwards: many\r\n\r\n");
    add("TRACE for the proxy", 405,
        "TRACE http://" + closed + "/ HTTP/1.1\r\nHost: " + closed + "\r\nMax-Forwards: 0\r\n\r\n");
    cases.append({"nothing", "", ListenerCase::Answer::Closed, 0, true});
    cases.append({"half a head", "GET http://", ListenerCase::Answer::Closed, 0, true});
    return cases;
}

QList<ListenerCase> badFirewallClientRequests(quint16 closedPort, const QByteArray& disabled)
{
    QList<ListenerCase> cases;
    const QByteArray closed = "127.0.0.1:" + QByteArray::number(closedPort);
    const auto add = [&cases](const char* name, int status, const QByteArray& bytes) {
        cases.append({name, bytes, ListenerCase::Answer::Status, status});
    };
    const auto connect = [&closed](const QByteArray& fields) {
        return QByteArray("CONNECT " + closed + " HTTP/1.1\r\nHost: " + closed + "\r\n" + fields + "\r\n");
    };
    const QByteArray curl = "Sallyport-Application: curl\r\n";
    add("no program", 403, connect(""));
    add("empty program", 403, connect("Sallyport-Application:\r\n"));
    add("a folder as program", 403, connect("Sallyport-Application: C:\\\r\n"));
    add("dots as program", 403, connect("Sallyport-Application: ...\r\n"));
    add("disabled program", 403, connect("Sallyport-Application: " + disabled + "\r\n"));
    add("disabled program in capitals", 403, connect("Sallyport-Application: " + disabled.toUpper() + ".EXE\r\n"));
    add("disabled program with path", 403,
        connect("Sallyport-Application: C:\\Program Files\\" + disabled + ".exe\r\n"));
    add("disabled program with dots behind", 403, connect("Sallyport-Application: " + disabled + ".exe..\r\n"));
    add("two programs", 400, connect(curl + "Sallyport-Application: " + disabled + "\r\n"));
    add("the same program twice", 400, connect(curl + curl));
    add("program of 257 bytes", 400, connect("Sallyport-Application: " + QByteArray(257, 'p') + "\r\n"));
    add("program not UTF-8", 400, connect("Sallyport-Application: \xff\xfe\r\n"));
    add("two users", 400, connect(curl + "Sallyport-User: a\r\nSallyport-User: b\r\n"));
    add("user of 257 bytes", 400, connect(curl + "Sallyport-User: " + QByteArray(257, 'u') + "\r\n"));
    add("user with a TAB", 400, connect(curl + "Sallyport-User: a\tb\r\n"));
    add("two computers", 400, connect(curl + "Sallyport-Computer: a\r\nSallyport-Computer: b\r\n"));
    add("computer not UTF-8", 400, connect(curl + "Sallyport-Computer: \xc3(\r\n"));
    add("closed port", 502, connect(curl));
    add("absolute form", 400, "GET http://" + closed + "/ HTTP/1.1\r\nHost: " + closed + "\r\n\r\n");
    add("asterisk form", 405, "OPTIONS * HTTP/1.1\r\nHost: " + closed + "\r\n\r\n");
    add("no such file", 404, "GET /service.key HTTP/1.1\r\nHost: a\r\n\r\n");
    add("a file above", 404, "GET /../data/service.key HTTP/1.1\r\nHost: a\r\n\r\n");
    add("DELETE of the file", 405, "DELETE /mspclnt.ini HTTP/1.1\r\nHost: a\r\n\r\n");
    add("PUT of the file", 405, "PUT /msplat.txt HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
    cases.append({"nothing", "", ListenerCase::Answer::Closed, 0, true});
    cases.append({"half a head", "CONNECT a", ListenerCase::Answer::Closed, 0, true});
    return cases;
}

QByteArray socksRequest(
    char command, quint16 port, const QByteArray& address, const QByteArray& user, const QByteArray& name)
{
    QByteArray bytes;
    bytes.append(char(4))
        .append(command)
        .append(char(port >> 8))
        .append(char(port & 0xff))
        .append(address)
        .append(user);
    bytes.append('\0');
    if (!name.isNull())
        bytes.append(name).append('\0');
    return bytes;
}

QList<ListenerCase> badSocksRequests(quint16 closedPort)
{
    QList<ListenerCase> cases;
    const auto add = [&cases](const char* name, const QByteArray& bytes) {
        cases.append({name, bytes, ListenerCase::Answer::SocksRejected, 0});
    };
    const QByteArray local("\x7f\0\0\1", 4);
    const QByteArray byName("\0\0\0\1", 4);
    const auto named = [&byName](const QByteArray& name) { return socksRequest(1, 80, byName, "u", name); };
    add("version 5", QByteArray("\5\1\0", 3));
    add("version 0", QByteArray("\0\1\0\x50\x7f\0\0\1u\0", 10));
    add("version 255", QByteArray("\xff\1\0\x50\x7f\0\0\1u\0", 10));
    add("an HTTP request", "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    add("a TLS hello", QByteArray("\x16\3\1\0\x10\1\0\0\x0c\3\3", 11));
    add("an SSH greeting", "SSH-2.0-OpenSSH_9.2\r\n");
    add("command 0", socksRequest(0, 80, local, "u"));
    add("command 3", socksRequest(3, 80, local, "u"));
    add("command 255", socksRequest(char(255), 80, local, "u"));
    add("user id of 256 bytes", socksRequest(1, 80, local, QByteArray(256, 'u')));
    add("endless user id", QByteArray("\4\1\0\x50\x7f\0\0\1", 8) + QByteArray(300, 'u'));
    add("user id with a line break", socksRequest(1, 80, local, "a\nb"));
    add("user id with CR", socksRequest(1, 80, local, "a\rb"));
    add("user id with TAB", socksRequest(1, 80, local, "a\tb"));
    add("user id with DEL", socksRequest(1, 80, local, "a\x7f"));
    add("user id with ESC", socksRequest(1, 80, local, "\x1b[31m"));
    add("empty name", named(""));
    add("name with a space", named("a b"));
    add("name with a line break", named("a\nb"));
    add("name with CR", named("a\rb"));
    add("name with TAB", named("a\tb"));
    add("name with DEL", named("a\x7f"));
    add("name of 256 bytes", named(QByteArray(256, 'n')));
    add("endless name", QByteArray("\4\1\0\x50\0\0\0\1u\0", 10) + QByteArray(300, 'n'));
    add("name with a label of 64 bytes", named(QByteArray(64, 'n') + ".example"));
    add("closed port", socksRequest(1, closedPort, local, "u"));
    add("closed port by name", socksRequest(1, closedPort, byName, "u", "localhost"));
    add("port 0", socksRequest(1, 0, local, "u"));
    add("a group address", socksRequest(1, 80, QByteArray("\xe0\0\0\1", 4), "u"));
    add("the broadcast address", socksRequest(1, 80, QByteArray("\xff\xff\xff\xff", 4), "u"));
    cases.append({"nothing", "", ListenerCase::Answer::Closed, 0, true});
    cases.append({"the version alone", QByteArray("\4", 1), ListenerCase::Answer::Closed, 0, true});
    cases.append({"half a head", QByteArray("\4\1\0\x50", 4), ListenerCase::Answer::Closed, 0, true});
    cases.append(
        {"no end of the user id", QByteArray("\4\1\0\x50\x7f\0\0\1user", 12), ListenerCase::Answer::Closed, 0, true});
    return cases;
}

} // namespace sallyport::test
