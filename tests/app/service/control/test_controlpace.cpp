// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QLocalSocket>
#include <QTest>

#include <functional>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sallyport;
using Name = QLatin1StringView;

// How fast the service reads from one peer, and who else may sit at its socket.
class TestControlPace : public QObject
{
    Q_OBJECT

private slots:
    void answersOneRequestAfterTheOther();
    void readsNoFasterThanTheRate();
    void secondServiceIsRefused();
    void staleSocketIsTakenOver();
    void nothingElseIsReplaced_data();
    void nothingElseIsReplaced();
    void otherProtocolsAreRefused();
    void auditSaysFromWhere();
};

namespace
{

QByteArray line(int id, const char* method, const QJsonObject& params = {})
{
    return encodeMessage(RpcRequest{id, QString::fromLatin1(method), params});
}

// The ids of the first `count` answers, in their order.
QList<int> answered(QLocalSocket& socket, int count)
{
    QList<int> ids;
    while (ids.size() < count && QTest::qWaitFor([&] { return socket.canReadLine(); }, 10000)) {
        const auto decoded = decodeMessage(socket.readLine());
        const auto* message = std::get_if<RpcMessage>(&decoded);
        const auto* reply = message ? std::get_if<RpcReply>(message) : nullptr;
        ids.append(reply ? int(reply->id.toInteger()) : -1);
    }
    return ids;
}

// A socket that is bound to that file, or -1.
int bindSocket(const QString& path, int type)
{
    const int socket = ::socket(AF_UNIX, type | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    if (bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return socket;
    close(socket);
    return -1;
}

// A socket file that nobody listens on any more.
bool leaveSocket(const QString& path)
{
    return close(bindSocket(path, SOCK_STREAM)) == 0;
}

} // namespace

// The first call is answered from another thread, the second could be at once: with one answer owed it waits its turn.
void TestControlPace::answersOneRequestAfterTheOther()
{
    ControlLimits limits;
    limits.openRequests = 1;
    ControlRig rig(limits);
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    const QJsonObject stop{{Name("name"), Name("socks")}, {Name("action"), Name("stop")}};
    socket.write(
        line(1, "services.control", stop) + line(2, "status") + line(3, "services.control", stop) + line(4, "status"));
    QCOMPARE(answered(socket, 4), QList<int>({1, 2, 3, 4}));
}

void TestControlPace::readsNoFasterThanTheRate()
{
    ControlLimits limits;
    limits.requestsPerSecond = 10;
    ControlRig rig(limits);
    QLocalSocket socket;
    socket.connectToServer(rig.socketPath());
    QVERIFY(socket.waitForConnected());
    QElapsedTimer timer;
    timer.start();
    QByteArray burst;
    for (int id = 1; id <= 15; ++id)
        burst += line(id, "status");
    socket.write(burst);
    QCOMPARE(answered(socket, 15).size(), 15);
    // A second's worth at once, the other five at the rate.
    QVERIFY2(timer.elapsed() >= 350, qPrintable(QString::number(timer.elapsed())));
}

void TestControlPace::secondServiceIsRefused()
{
    ControlRig first;
    ControlRig second;
    const Status listening = second.server->listenLocal(first.socketPath());
    QVERIFY(!listening.ok());
    QCOMPARE(listening.error().code, ErrorCode::Duplicate);
    // The first one still has its socket.
    ControlClient client;
    client.open(first.local());
    QVERIFY(waitOnline(client));
}

void TestControlPace::staleSocketIsTakenOver()
{
    ControlRig rig;
    const QString path = rig.dir.filePath(QStringLiteral("left.sock"));
    QVERIFY(leaveSocket(path));
    QVERIFY(rig.server->listenLocal(path).ok());
    ControlEndpoint endpoint;
    endpoint.socketPath = path;
    ControlClient client;
    client.open(endpoint);
    QVERIFY(waitOnline(client));
}

void TestControlPace::nothingElseIsReplaced_data()
{
    using Make = std::function<bool(const QString&)>;
    QTest::addColumn<Make>("make");
    QTest::newRow("file") << Make([](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("kept") == 4;
    });
    QTest::newRow("directory") << Make([](const QString& path) { return QDir().mkdir(path); });
    QTest::newRow("FIFO") << Make(
        [](const QString& path) { return mkfifo(QFile::encodeName(path).constData(), 0600) == 0; });
    QTest::newRow("dangling link") << Make(
        [](const QString& path) { return QFile::link(QString(path + QStringLiteral(".none")), path); });
    QTest::newRow("link to a stale socket") << Make([](const QString& path) {
        const QString socket = path + QStringLiteral(".left");
        return leaveSocket(socket) && QFile::link(socket, path);
    });
    // It stays open.
    QTest::newRow("socket for datagrams")
        << Make([](const QString& path) { return bindSocket(path, SOCK_DGRAM) >= 0; });
}

void TestControlPace::nothingElseIsReplaced()
{
    using Make = std::function<bool(const QString&)>;
    QFETCH(Make, make);
    ControlRig rig;
    const QString path = rig.dir.filePath(QStringLiteral("mine"));
    QVERIFY(make(path));
    const auto inode = [&path] {
        struct stat entry {
        };
        return lstat(QFile::encodeName(path).constData(), &entry) == 0 ? entry.st_ino : 0;
    };
    const auto before = inode();
    QVERIFY(before != 0);
    const Status listening = rig.server->listenLocal(path);
    QVERIFY(!listening.ok());
    QCOMPARE(listening.error().subject, path);
    QVERIFY(listening.error().detail.contains(QStringLiteral("choose another --control, or remove it")));
    QCOMPARE(inode(), before);
    // Where it listened before, it goes on.
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
}

void TestControlPace::otherProtocolsAreRefused()
{
    ControlRig rig;
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    for (const int protocol : {0, 2}) {
        const auto answer = callAndWait(
            client, QStringLiteral("hello"), {{Name("protocol"), protocol}, {Name("client"), Name("test")}});
        QVERIFY(!answer);
        QCOMPARE(answer.error().subject, QStringLiteral("protocol"));
    }
}

void TestControlPace::auditSaysFromWhere()
{
    ControlRig rig;
    ControlClient local;
    local.open(rig.local());
    QVERIFY(waitOnline(local));
    const ControlEndpoint console = rig.enrolled(Role::Operator);
    ControlClient remote;
    remote.open(console);
    QVERIFY(waitOnline(remote));
    const QJsonObject nothing{{Name("filter"), Name("program:nobody")}, {Name("reason"), Name("test")}};
    QVERIFY(callAndWait(local, QStringLiteral("sessions.disconnect"), nothing).ok());
    QVERIFY(rig.records->audit(1)->first().from.startsWith(QStringLiteral("local:uid=")));
    QVERIFY(callAndWait(remote, QStringLiteral("sessions.disconnect"), nothing).ok());
    const QString from = rig.records->audit(1)->first().from;
    QVERIFY2(from.startsWith(QStringLiteral("127.0.0.1:")), qPrintable(from));
    QVERIFY(from.endsWith(readIdentity(console.certificatePem, console.privateKeyPem)->fingerprint));
}

QTEST_GUILESS_MAIN(TestControlPace)
#include "test_controlpace.moc"
