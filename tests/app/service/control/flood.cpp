// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/flood.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>

namespace sallyport
{

namespace
{
constexpr int patience = 20000; // milliseconds
} // namespace

QByteArray clientHello()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    QSslSocket client;
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort());
    QByteArray hello;
    const auto whole
        = [&] { return hello.size() > 5 && hello.size() == 5 + (quint8(hello[3]) << 8 | quint8(hello[4])); };
    QTcpSocket* peer = nullptr;
    const bool come = QTest::qWaitFor(
        [&] {
            if (!peer)
                peer = server.nextPendingConnection();
            if (peer)
                hello += peer->readAll();
            return whole();
        },
        patience);
    return come ? hello : QByteArray();
}

Fd connectedTo(quint16 port, const QByteArray& bytes)
{
    Fd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!connectTo(socket, port))
        return Fd();
    if (!bytes.isEmpty())
        ::send(socket.get(), bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    return socket;
}

bool connectTo(const Fd& socket, quint16 port)
{
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
}

Flood::Flood(std::size_t held, const std::function<std::shared_ptr<void>()>& connect)
    : m_thread([this, held, connect] {
        std::deque<std::shared_ptr<void>> connections;
        while (!m_ending) {
            connections.push_back(connect());
            if (connections.size() > held)
                connections.pop_front();
            ++m_opened;
        }
    })
{
}

Flood::~Flood()
{
    m_ending = true;
    m_thread.join();
}

std::function<std::shared_ptr<void>()> Flood::sending(quint16 port, const QByteArray& bytes)
{
    return [port, bytes] {
        const auto socket = std::make_shared<Fd>(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        connectTo(*socket, port);
        // A full queue makes the kernel try again in a second; whoever floods does not wait for that.
        pollfd up{socket->get(), POLLOUT, 0};
        if (::poll(&up, 1, 5) > 0 && !bytes.isEmpty())
            ::send(socket->get(), bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
        return socket;
    };
}

std::function<std::shared_ptr<void>()> Flood::shakingHands(const ControlEndpoint& stranger, const QByteArray& line)
{
    return [stranger, line]() -> std::shared_ptr<void> {
        auto socket = std::make_shared<QSslSocket>();
        connectTo(*socket, stranger);
        if (socket->waitForEncrypted(patience) && !line.isEmpty()) {
            socket->write(line);
            socket->waitForReadyRead(patience);
        }
        return socket;
    };
}

RigThread::RigThread(const ControlLimits& limits)
    : m_there(std::make_unique<QObject>())
{
    m_there->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_there.get(), [&] { m_rig = std::make_unique<ControlRig>(limits); }, Qt::BlockingQueuedConnection);
}

RigThread::~RigThread()
{
    QMetaObject::invokeMethod(
        m_there.get(), [&] { m_rig.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void RigThread::run(const std::function<void(ControlRig&)>& job)
{
    QMetaObject::invokeMethod(
        m_there.get(), [&] { job(*m_rig); }, Qt::BlockingQueuedConnection);
}

bool runsOutOfDescriptors(const std::function<bool()>& connect)
{
    static std::atomic<bool> said;
    said = false;
    rlimit usual{};
    ::getrlimit(RLIMIT_NOFILE, &usual);
    rlimit few = usual;
    few.rlim_cur = 256;
    ::setrlimit(RLIMIT_NOFILE, &few);
    std::vector<Fd> all;
    while (all.empty() || all.back())
        all.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const QtMessageHandler before
        = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
              said = said || text.contains(QStringLiteral("cannot take connections"));
          });
    const bool failed = connect() && QTest::qWaitFor([] { return said.load(); }, patience);
    qInstallMessageHandler(before);
    all.clear();
    ::setrlimit(RLIMIT_NOFILE, &usual);
    return failed;
}

bool comesIn(const ControlEndpoint& endpoint)
{
    QSslSocket socket;
    connectTo(socket, endpoint);
    socket.write(encodeMessage(RpcRequest{1, QStringLiteral("hello"),
        {{QStringLiteral("protocol"), 1}, {QStringLiteral("client"), QStringLiteral("test")}}}));
    return QTest::qWaitFor([&] { return socket.canReadLine(); }, patience) && socket.readLine().contains("\"result\"");
}

} // namespace sallyport
