// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/flood.h"

#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <future>

using namespace sallyport;

// Who comes to the control port beside those who would lock it: from their own address, without waiting for anything
// but their turn.
class TestTlsDoor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void silentConnectionsKeepNobodyOut();
    void silentConnectionsEnd();
    void oldestMakesWay();
    void floodKeepsNoAdministratorOut_data();
    void floodKeepsNoAdministratorOut();
    void speakersStayBesideSilentOnes();
    void waitingOnesEnd();
    void handshakesOverThePaceWait();
    void handshakesOverThePaceComeInTurn();
    void handshakesThatStopMakeWay();
    void oldestHandshakeMakesWay();
    void handshakesOfAllNetworksAreLookedAt();
    void certificatesStayUntilTheyAreKnown();
    void enrolledOnesCostNoTurn();
    void consoleThatOnlyConnectsWaits();
    void acceptsAgainOnceThereAreDescriptors();

private:
    // One of that address that has said hello.
    std::unique_ptr<QTcpSocket> comeFrom(const char* address, quint16 port) const;

    QByteArray m_hello;
};

namespace
{

bool isClosed(const Fd& socket)
{
    char byte = 0;
    const auto got = ::recv(socket.get(), &byte, 1, MSG_DONTWAIT | MSG_PEEK);
    return got == 0 || (got < 0 && errno != EAGAIN);
}

// What the service said, or nothing yet.
bool isAnswered(const Fd& socket)
{
    char byte = 0;
    return ::recv(socket.get(), &byte, 1, MSG_DONTWAIT | MSG_PEEK) > 0;
}

// Connections of one administrator.
std::vector<std::unique_ptr<QSslSocket>> twelveAtOnce(ControlRig& rig)
{
    const ControlEndpoint administrator = rig.enrolled(Role::Administrator);
    std::vector<std::unique_ptr<QSslSocket>> sockets(12);
    for (auto& socket : sockets) {
        socket = std::make_unique<QSslSocket>();
        connectTo(*socket, administrator);
    }
    return sockets;
}

} // namespace

std::unique_ptr<QTcpSocket> TestTlsDoor::comeFrom(const char* address, quint16 port) const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->bind(QHostAddress(QString::fromLatin1(address)));
    socket->connectToHost(QHostAddress::LocalHost, port);
    socket->write(m_hello);
    return socket;
}

void TestTlsDoor::initTestCase()
{
    m_hello = clientHello();
    QVERIFY(!m_hello.isEmpty());
}

// Connections that never start their handshake, while they are held and after they have left.
void TestTlsDoor::silentConnectionsKeepNobodyOut()
{
    ControlLimits limits;
    limits.silentPerAddress = 8;
    ControlRig rig(limits);
    std::vector<std::unique_ptr<QTcpSocket>> silent;
    for (int i = 0; i < 80; ++i) {
        silent.push_back(std::make_unique<QTcpSocket>());
        silent.back()->connectToHost(QHostAddress::LocalHost, rig.tlsPort);
        QTRY_VERIFY(rig.server->arriving() >= qMin(i + 1, limits.silentPerAddress));
    }
    ControlClient during;
    during.open(rig.enrolled(Role::Viewer));
    QVERIFY(waitOnline(during));
    silent.clear();
    ControlClient after;
    after.open(rig.enrolled(Role::Viewer));
    QVERIFY(waitOnline(after));
    QTRY_COMPARE(rig.server->arriving(), 0);
}

void TestTlsDoor::silentConnectionsEnd()
{
    ControlLimits limits;
    limits.handshakeMilliseconds = 50;
    ControlRig rig(limits);
    QTcpSocket silent;
    silent.connectToHost(QHostAddress::LocalHost, rig.tlsPort);
    QVERIFY(silent.waitForConnected());
    QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(rig.server->arriving(), 0);
}

// Of its address when that has many, else of all.
void TestTlsDoor::oldestMakesWay()
{
    ControlLimits limits;
    limits.silent = 3;
    limits.silentPerAddress = 2;
    limits.loopbackIsOne = false;
    ControlRig rig(limits);
    const auto come = [&](const char* from) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->bind(QHostAddress(QString::fromLatin1(from)));
        socket->connectToHost(QHostAddress::LocalHost, rig.tlsPort);
        return socket->waitForConnected() ? std::move(socket) : nullptr;
    };
    const auto first = come("127.0.0.2");
    const auto second = come("127.0.0.3");
    const auto third = come("127.0.0.3");
    QVERIFY(first && second && third);
    QTRY_COMPARE(rig.server->arriving(), 3);
    const auto fourth = come("127.0.0.3");
    QTRY_COMPARE(second->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(first->state(), QAbstractSocket::ConnectedState);
    const auto fifth = come("127.0.0.4");
    // Of the address that has most, whoever came first.
    QTRY_COMPARE(third->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(first->state(), QAbstractSocket::ConnectedState);
    QVERIFY(fourth && fifth);
    QTRY_COMPARE(rig.server->arriving(), 3);
}

void TestTlsDoor::floodKeepsNoAdministratorOut_data()
{
    using Connect = std::function<std::shared_ptr<void>()>;
    using Make = std::function<Connect(quint16, const ControlEndpoint&)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("held");
    QTest::newRow("silent") << Make([](quint16 port, const ControlEndpoint&) { return Flood::sending(port, {}); })
                            << 200;
    QTest::newRow("first bytes of a hello")
        << Make([this](quint16 port, const ControlEndpoint&) { return Flood::sending(port, m_hello.first(3)); }) << 200;
    QTest::newRow("half a hello") << Make([this](quint16 port, const ControlEndpoint&) {
        return Flood::sending(port, m_hello.chopped(1));
    }) << 200;
    QTest::newRow("no TLS") << Make([](quint16 port, const ControlEndpoint&) {
        return Flood::sending(port, "GET / HTTP/1.0\r\n\r\n");
    }) << 200;
    QTest::newRow("half handshakes") << Make([this](quint16 port, const ControlEndpoint&) {
        return Flood::sending(port, m_hello);
    }) << 60;
    QTest::newRow("no ClientHello inside") << Make([](quint16 port, const ControlEndpoint&) {
        return Flood::sending(port, QByteArray::fromHex("1603010004") + "\0\0\0\0");
    }) << 60;
    QTest::newRow("strangers") << Make([](quint16, const ControlEndpoint& stranger) {
        return Flood::shakingHands(stranger, {});
    }) << 20;
    QTest::newRow("wrong codes") << Make([](quint16, const ControlEndpoint& stranger) {
        return Flood::shakingHands(stranger,
            encodeMessage(RpcRequest{1, QStringLiteral("enrol"),
                {{QStringLiteral("code"), QStringLiteral("AAAA-AAAA-AAAA-AAAA")},
                    {QStringLiteral("name"), QStringLiteral("x")}}}));
    }) << 10;
}

// Twenty times, one try each, while another at the same address connects as fast as it can.
void TestTlsDoor::floodKeepsNoAdministratorOut()
{
    using Connect = std::function<std::shared_ptr<void>()>;
    using Make = std::function<Connect(quint16, const ControlEndpoint&)>;
    QFETCH(Make, make);
    QFETCH(int, held);
    RigThread service;
    ControlEndpoint administrator;
    ControlEndpoint stranger;
    service.run([&](ControlRig& rig) {
        administrator = rig.enrolled(Role::Administrator);
        stranger = rig.stranger();
    });
    const Flood flood(std::size_t(held), make(administrator.port, stranger));
    QTRY_VERIFY_WITH_TIMEOUT(flood.opened() > 3 * held, 60000);
    for (int i = 0; i < 20; ++i)
        QVERIFY2(comesIn(administrator), qPrintable(QString::number(i)));
}

// However many are silent, one that has said hello keeps its place; here for ever, since nobody has a turn.
void TestTlsDoor::speakersStayBesideSilentOnes()
{
    ControlLimits limits;
    limits.silent = 4;
    limits.silentPerAddress = 4;
    limits.handshakesPerSecond = 0;
    limits.handshakesAtOnce = 0;
    limits.waitingPerAddress = 2;
    ControlRig rig(limits);
    const Fd first = connectedTo(rig.tlsPort, m_hello);
    const Fd second = connectedTo(rig.tlsPort, m_hello);
    QTRY_COMPARE(rig.server->arriving(), 2);
    // Those who find no place are told at once.
    const Fd third = connectedTo(rig.tlsPort, m_hello);
    QTRY_VERIFY(isClosed(third));
    std::vector<Fd> silent;
    for (int i = 0; i < 20; ++i)
        silent.push_back(connectedTo(rig.tlsPort));
    QTRY_COMPARE(rig.server->arriving(), 2 + limits.silent);
    for (int i = 0; i < 16; ++i)
        QTRY_VERIFY(isClosed(silent[std::size_t(i)]));
    QVERIFY(!isClosed(first) && !isClosed(second));
    silent.clear();
    QTRY_COMPARE(rig.server->arriving(), 2);
}

void TestTlsDoor::waitingOnesEnd()
{
    ControlLimits limits;
    limits.handshakesPerSecond = 0;
    limits.handshakesAtOnce = 0;
    limits.handshakeMilliseconds = 50;
    ControlRig rig(limits);
    const Fd waiting = connectedTo(rig.tlsPort, m_hello);
    QTRY_VERIFY(isClosed(waiting));
    QCOMPARE(rig.server->arriving(), 0);
}

// Twelve at once where one may begin, and one more that its console has free.
void TestTlsDoor::handshakesOverThePaceWait()
{
    ControlLimits limits;
    limits.handshakesPerSecond = 0;
    limits.handshakesAtOnce = 1;
    limits.freeHandshakesPerSecondAndConsole = 0;
    limits.freeHandshakesAtOnce = 1;
    ControlRig rig(limits);
    const auto sockets = twelveAtOnce(rig);
    QTRY_COMPARE(rig.server->connections(), 2);
    QTRY_COMPARE(rig.server->arriving(), 10);
    // The others have not moved after much else was done.
    ControlClient local;
    local.open(rig.local());
    QVERIFY(waitOnline(local));
    for (int i = 0; i < 20; ++i)
        QVERIFY(callAndWait(local, QStringLiteral("status")).ok());
    QCOMPARE(rig.server->arriving(), 10);
    QCOMPARE(
        std::count_if(sockets.begin(), sockets.end(), [](const auto& socket) { return socket->isEncrypted(); }), 2);
}

// Twelve at once where one in a while may begin.
void TestTlsDoor::handshakesOverThePaceComeInTurn()
{
    ControlLimits limits;
    limits.handshakesPerSecond = 50;
    limits.handshakesAtOnce = 1;
    limits.freeHandshakesAtOnce = 0;
    limits.freeHandshakesPerSecondAndConsole = 0;
    ControlRig rig(limits);
    const auto sockets = twelveAtOnce(rig);
    QTRY_COMPARE_WITH_TIMEOUT(rig.server->connections(), 12, 20000);
}

void TestTlsDoor::handshakesThatStopMakeWay()
{
    ControlLimits limits;
    limits.handshakesPerAddress = 2;
    limits.leastHandshakeMilliseconds = 0;
    ControlRig rig(limits);
    const Fd first = connectedTo(rig.tlsPort, m_hello);
    QTRY_VERIFY(isAnswered(first));
    const Fd second = connectedTo(rig.tlsPort, m_hello);
    QTRY_VERIFY(isAnswered(second));
    QVERIFY(comesIn(rig.enrolled(Role::Viewer)));
    // Their answers are there still, and the end behind them.
    const auto ended = [](const Fd& socket) {
        char bytes[4096];
        while (::recv(socket.get(), bytes, sizeof bytes, MSG_DONTWAIT) > 0) { }
        return isClosed(socket);
    };
    QTRY_VERIFY(ended(first));
    QVERIFY(!ended(second));
}

// Where every address has one, whatever it is called.
void TestTlsDoor::oldestHandshakeMakesWay()
{
    ControlLimits limits;
    limits.handshakes = 2;
    limits.leastHandshakeMilliseconds = 0;
    limits.handshakeMilliseconds = 600000;
    limits.loopbackIsOne = false;
    ControlRig rig(limits);
    const auto first = comeFrom("127.0.0.3", rig.tlsPort);
    QTRY_VERIFY(first->bytesAvailable() > 0);
    const auto second = comeFrom("127.0.0.2", rig.tlsPort);
    QTRY_VERIFY(second->bytesAvailable() > 0);
    const auto third = comeFrom("127.0.0.4", rig.tlsPort);
    QTRY_VERIFY(third->bytesAvailable() > 0);
    QTRY_COMPARE(first->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(second->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(third->state(), QAbstractSocket::ConnectedState);
}

// One who is asked about has his place for long; his network is no better a place to look than another.
void TestTlsDoor::handshakesOfAllNetworksAreLookedAt()
{
    ControlLimits limits;
    limits.handshakes = 2;
    limits.leastHandshakeMilliseconds = 0;
    limits.handshakeMilliseconds = 600000;
    limits.loopbackIsOne = false;
    ControlRig rig(limits);
    const ControlEndpoint administrator = rig.enrolled(Role::Administrator);
    std::promise<void> goOn;
    rig.writer->post([ready = std::make_shared<std::future<void>>(goOn.get_future())](Stores&) { ready->wait(); });
    QSslSocket known;
    connectTo(known, administrator);
    QTRY_VERIFY(known.isEncrypted());
    const auto slow = comeFrom("127.0.0.2", rig.tlsPort);
    QTRY_VERIFY(slow->bytesAvailable() > 0);
    const auto next = comeFrom("127.0.0.3", rig.tlsPort);
    const bool cameIn = QTest::qWaitFor([&] { return next->bytesAvailable() > 0; });
    goOn.set_value();
    QVERIFY(cameIn);
    QTRY_COMPARE(slow->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(rig.server->connections(), 1);
}

// While the records are slow, those who are asked about keep their places, and the next ones wait.
void TestTlsDoor::certificatesStayUntilTheyAreKnown()
{
    ControlLimits limits;
    limits.handshakesPerAddress = 2;
    ControlRig rig(limits);
    const ControlEndpoint administrator = rig.enrolled(Role::Administrator);
    std::promise<void> goOn;
    rig.writer->post([ready = std::make_shared<std::future<void>>(goOn.get_future())](Stores&) { ready->wait(); });
    QSslSocket sockets[5];
    for (int i = 0; i < 5; ++i) {
        connectTo(sockets[i], administrator);
        if (i < 2)
            QTRY_VERIFY(sockets[i].isEncrypted());
        else
            QTRY_COMPARE(rig.server->arriving(), i + 1);
    }
    QVERIFY(!sockets[2].isEncrypted());
    goOn.set_value();
    QTRY_COMPARE(rig.server->connections(), 5);
}

void TestTlsDoor::enrolledOnesCostNoTurn()
{
    ControlLimits limits;
    limits.handshakesPerSecond = 0;
    limits.handshakesAtOnce = 1;
    ControlRig rig(limits);
    const ControlEndpoint administrator = rig.enrolled(Role::Administrator);
    for (int i = 0; i < 5; ++i)
        QVERIFY(comesIn(administrator));
    // A stranger's is gone.
    QSslSocket stranger;
    connectTo(stranger, rig.stranger());
    QTRY_VERIFY(stranger.isEncrypted());
    QTRY_COMPARE(rig.server->arriving(), 0);
    const Fd next = connectedTo(rig.tlsPort, m_hello);
    QTRY_COMPARE(rig.server->arriving(), 1);
    QVERIFY(!isAnswered(next));
}

// Else one console alone could keep the service at nothing but handshakes.
void TestTlsDoor::consoleThatOnlyConnectsWaits()
{
    ControlLimits limits;
    limits.handshakesPerSecond = 0;
    limits.handshakesAtOnce = 1;
    limits.freeHandshakesPerSecondAndConsole = 0;
    limits.freeHandshakesAtOnce = 2;
    ControlRig rig(limits);
    const ControlEndpoint console = rig.enrolled(Role::Viewer);
    for (int i = 0; i < 3; ++i)
        QVERIFY(comesIn(console));
    QSslSocket next;
    connectTo(next, console);
    QTRY_COMPARE(next.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(rig.server->arriving(), 1);
    QVERIFY(!next.isEncrypted());
}

void TestTlsDoor::acceptsAgainOnceThereAreDescriptors()
{
    ControlRig rig;
    const ControlEndpoint administrator = rig.enrolled(Role::Administrator);
    QVERIFY(comesIn(administrator));
    const Fd early(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QVERIFY(runsOutOfDescriptors([&] { return connectTo(early, rig.tlsPort); }));
    QVERIFY(comesIn(administrator));
}

QTEST_GUILESS_MAIN(TestTlsDoor)
#include "test_tlsdoor.moc"
