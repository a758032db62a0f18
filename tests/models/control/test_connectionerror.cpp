// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/control/controlclient.h"
#include "models/control/identity.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sallyport;

// What a console is told where no connection comes about: faults of ours, which it can say in its own language.
class TestConnectionError : public QObject
{
    Q_OBJECT

private slots:
    void nobodyListens();
    void somethingElseListens();
    void itIsClosed();

private:
    // The last error of a client that was sent there.
    static Error triedAt(quint16 port);
};

Error TestConnectionError::triedAt(quint16 port)
{
    const auto own = makeIdentity(QStringLiteral("desk"));
    if (!own)
        return own.error();
    ControlClient client;
    client.open({{}, QStringLiteral("127.0.0.1"), port, own->fingerprint, own->certificatePem, own->privateKeyPem});
    const bool failed = QTest::qWaitFor([&] { return client.state() == ControlClient::State::Waiting; }, 20000);
    return failed ? client.lastError() : Error{ErrorCode::Internal, {}, QStringLiteral("nothing failed")};
}

void TestConnectionError::nobodyListens()
{
    QTcpSocket bound; // and not listening, so that nobody else does
    QVERIFY(bound.bind(QHostAddress::LocalHost));
    QCOMPARE(triedAt(bound.localPort()), makeError(Fault::ConnectionRefused, QStringLiteral("127.0.0.1")));
}

void TestConnectionError::somethingElseListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server,
        [&server] { server.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"); });
    const Error error = triedAt(server.serverPort());
    QVERIFY2(error.fault == Fault::NotEncrypted, qPrintable(error.text()));
    QVERIFY(!error.arguments.constFirst().isEmpty());
}

void TestConnectionError::itIsClosed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] { server.nextPendingConnection()->close(); });
    QCOMPARE(triedAt(server.serverPort()), makeError(Fault::ConnectionEnded, QStringLiteral("127.0.0.1")));
}

QTEST_GUILESS_MAIN(TestConnectionError)
#include "test_connectionerror.moc"
