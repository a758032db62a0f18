// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"
#include "models/control/controlclient.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

// A console's end of the channel against something that is no service of ours, or a broken one: it says so, tries again
// later and keeps nothing.
class TestForeignService : public QObject
{
    Q_OBJECT

private slots:
    void wrongHello_data();
    void wrongHello();
    void endlessLine();
    void nonsenseLater();
    void clientsThatGoAtOnce();

private:
    // Connects and answers hello; null when that failed.
    QLocalSocket* greet(QLocalServer& server, const QByteArray& answer);
    ControlEndpoint listen(QLocalServer& server) const;

    QTemporaryDir m_dir;
};

namespace
{

const QByteArray goodHello("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"server\":\"gate\",\"version\":\"1\","
                           "\"protocol\":1,\"user\":\"anna\",\"role\":\"viewer\"}}\n");

} // namespace

ControlEndpoint TestForeignService::listen(QLocalServer& server) const
{
    ControlEndpoint endpoint;
    endpoint.socketPath = m_dir.filePath(QStringLiteral("control.sock"));
    if (!server.listen(endpoint.socketPath))
        qWarning("cannot listen: %s", qPrintable(server.errorString()));
    return endpoint;
}

QLocalSocket* TestForeignService::greet(QLocalServer& server, const QByteArray& answer)
{
    if (!QTest::qWaitFor([&] { return server.hasPendingConnections(); }, 10000))
        return nullptr;
    QLocalSocket* socket = server.nextPendingConnection();
    if (!QTest::qWaitFor([&] { return socket->canReadLine(); }, 10000))
        return nullptr;
    const auto asked = decodeMessage(socket->readLine());
    const auto* message = std::get_if<RpcMessage>(&asked);
    const auto* request = message ? std::get_if<RpcRequest>(message) : nullptr;
    if (!request)
        return nullptr;
    const QByteArray id = QByteArray("\"id\":").append(QByteArray::number(request->id.toInteger()));
    socket->write(QByteArray(answer).replace("\"id\":0", id));
    return socket;
}

void TestForeignService::wrongHello_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("no JSON") << QByteArray("220 mail.example ESMTP\r\n");
    QTest::newRow("unknown role") << QByteArray(goodHello).replace("viewer", "owner");
    QTest::newRow("another protocol") << QByteArray(goodHello).replace("\"protocol\":1", "\"protocol\":2");
    QTest::newRow("no role") << QByteArray(goodHello).replace(",\"role\":\"viewer\"", "");
    QTest::newRow("unknown member") << QByteArray(goodHello).replace("\"user\"", "\"usr\"");
}

void TestForeignService::wrongHello()
{
    QFETCH(QByteArray, answer);
    QLocalServer server;
    ControlClient client;
    client.open(listen(server));
    QVERIFY(greet(server, answer));
    QTRY_VERIFY(!client.lastError().detail.isEmpty());
    QVERIFY(client.state() != ControlClient::State::Online);
}

// The console gives up before a line without an end has eaten its memory.
void TestForeignService::endlessLine()
{
    QLocalServer server;
    ControlClient client;
    client.open(listen(server));
    QLocalSocket* socket = greet(server, goodHello);
    QVERIFY(socket);
    QTRY_COMPARE(client.state(), ControlClient::State::Online);
    const QByteArray block(1 << 20, 'x');
    for (qsizetype sent = 0; sent <= longestReply; sent += block.size())
        socket->write(block);
    // Waiting lasts a moment only; the error stays.
    QTRY_COMPARE_WITH_TIMEOUT(client.lastError().code, ErrorCode::LimitExceeded, 30000);
    QVERIFY(client.state() != ControlClient::State::Online);
}

void TestForeignService::nonsenseLater()
{
    QLocalServer server;
    ControlClient client;
    client.open(listen(server));
    QLocalSocket* socket = greet(server, goodHello);
    QVERIFY(socket);
    QTRY_COMPARE(client.state(), ControlClient::State::Online);
    QCOMPARE(client.hello().role, Role::Viewer);
    std::optional<Result<QJsonObject>> answer;
    client.call(QStringLiteral("status"), {}, &client, [&](const Result<QJsonObject>& given) { answer = given; });
    QTRY_VERIFY(socket->canReadLine());
    socket->write("nonsense\n");
    // Whoever waits for an answer hears that there is none.
    QTRY_VERIFY(answer.has_value());
    QVERIFY(!answer->ok());
    QVERIFY(client.state() != ControlClient::State::Online);
}

// The client's thread may have seen that it is to end before it was told to the end.
void TestForeignService::clientsThatGoAtOnce()
{
    for (int i = 0; i < 3000; ++i)
        const ControlClient client;
}

QTEST_GUILESS_MAIN(TestForeignService)
#include "test_foreignservice.moc"
