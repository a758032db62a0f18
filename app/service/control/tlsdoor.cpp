// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/tlsdoor.h"

#include "models/base/fault.h"

#include <QSslSocket>
#include <QTcpServer>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace sallyport
{

namespace
{

constexpr qint64 arrivingBuffer = 16384; // nothing is read yet
constexpr int turnMilliseconds = 5;
constexpr int backlog = 1024; // of a burst while this thread does something else
constexpr char networkProperty[] = "network";
constexpr QLatin1StringView doorName("control"); // in what is said of it

QString place(const QHostAddress& address, quint16 port)
{
    const bool colons = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (colons ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address.toString()).arg(port);
}

Error unheard(const QString& at, const QTcpServer& server)
{
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return makeError(Fault::ConsolesPortTaken, doorName, {at});
    case QAbstractSocket::SocketAddressNotAvailableError:
        return makeError(Fault::ConsolesAddressNotHere, doorName, {at});
    case QAbstractSocket::SocketAccessError:
        return makeError(Fault::ConsolesPortForbidden, doorName, {at});
    default:
        return makeError(Fault::ConsolesUnheard, doorName, {at, server.errorString()});
    }
}

Error unheard(const QString& at, int number)
{
    return makeError(Fault::ConsolesUnheard, doorName, {at, QString::fromLocal8Bit(std::strerror(number))});
}

// Qt knows addresses of every kind; what it listens with is then watched by ourselves.
Result<Fd> listeningSocket(const QHostAddress& address, quint16& port)
{
    QTcpServer server;
    server.setListenBacklogSize(backlog);
    // Qt sets SO_REUSEADDR: another program that asks for the port we were given may listen there before we do.
    for (int more = 10; !server.listen(address, port); --more) {
        if (port != 0 || more == 0 || server.serverError() != QAbstractSocket::AddressInUseError)
            return unheard(place(address, port), server);
    }
    port = server.serverPort();
    Fd own(::fcntl(int(server.socketDescriptor()), F_DUPFD_CLOEXEC, 0));
    if (!own)
        return unheard(place(address, port), errno);
    return own;
}

} // namespace

QString networkOf(const QHostAddress& address, bool loopbackIsOne)
{
    bool isIpv4 = false;
    const QHostAddress plain(address.toIPv4Address(&isIpv4));
    if (loopbackIsOne && (isIpv4 ? plain : address).isLoopback())
        return QHostAddress(QHostAddress::LocalHost).toString();
    if (isIpv4)
        return plain.toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString();
}

TlsDoor::TlsDoor(const QSslConfiguration& tls, const ControlLimits& limits)
    : m_tls(tls)
    , m_limits(limits)
    , m_porch(limits)
    , m_pace(limits.handshakesPerSecond, limits.handshakesAtOnce)
    , m_freeOfConsole(limits.freeHandshakesPerSecondAndConsole, limits.freeHandshakesAtOnce)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &TlsDoor::letIn);
    connect(&m_porch, &Porch::spoken, this, [this] {
        if (!m_turn.isActive())
            m_turn.start(0);
    });
}

TlsDoor::~TlsDoor()
{
    for (const auto& [network, handshakes] : m_handshakes.networks()) {
        for (const Handshake& each : handshakes)
            each.socket->disconnect(this);
    }
}

Result<quint16> TlsDoor::listen(const QHostAddress& address, quint16 port)
{
    auto listening = listeningSocket(address, port);
    if (!listening)
        return listening.error();
    if (!m_porch.isOpen())
        return unheard(place(address, port), EMFILE);
    const auto come = [this](Fd socket, const sockaddr_storage& peer) {
        m_porch.add(std::move(socket),
            networkOf(QHostAddress(reinterpret_cast<const sockaddr*>(&peer)), m_limits.loopbackIsOne));
    };
    m_accept = std::make_unique<AcceptLoop>(
        std::move(*listening), QStringLiteral("%1:%2").arg(address.toString()).arg(port), come);
    return port;
}

void TlsDoor::letIn()
{
    while (!m_pace.isEmpty()) {
        bool nobodyGoes = false; // asked once, not for each network that waits
        auto guest = m_porch.next([this, &nobodyGoes](const QString& network) { return makeWay(network, nobodyGoes); });
        if (!guest)
            break;
        m_pace.take();
        begin(std::move(*guest));
    }
    if (m_porch.waiting() > 0)
        m_turn.start(turnMilliseconds);
}

// Whether there is room for one of that network, which is made where somebody can be sent away.
bool TlsDoor::makeWay(const QString& network, bool& nobodyGoes)
{
    if (m_handshakes.sizeOf(network) >= m_limits.handshakesPerAddress)
        return sendOneAway({m_handshakes.of(network)});
    if (m_handshakes.size() < m_limits.handshakes)
        return true;
    nobodyGoes = nobodyGoes || !sendOneAway(m_handshakes.allWithMost());
    return !nobodyGoes;
}

// The oldest that has had its time and shown no certificate; those who have are asked about, which may take a while.
bool TlsDoor::sendOneAway(const std::vector<Crowd<Handshake>::Guests*>& networks)
{
    std::optional<Place> oldest;
    for (Crowd<Handshake>::Guests* handshakes : networks) {
        const auto slow = std::find_if(handshakes->begin(), handshakes->end(), [](const Handshake& handshake) {
            return handshake.mayGo.hasExpired() && !handshake.socket->isEncrypted();
        });
        if (slow != handshakes->end() && (!oldest || slow->arrival < (*oldest)->arrival))
            oldest = slow;
    }
    if (oldest)
        drop(*oldest);
    return oldest.has_value();
}

void TlsDoor::begin(Porch::Guest guest)
{
    auto* socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(guest.socket.get()))
        return delete socket;
    guest.socket.release();
    socket->setProperty(networkProperty, guest.network);
    m_handshakes.add({socket, guest.network, QDeadlineTimer(m_limits.leastHandshakeMilliseconds), 0});
    socket->setReadBufferSize(arrivingBuffer);
    socket->setSslConfiguration(m_tls);
    auto* timer = new QTimer(socket);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, socket] { drop(socket); });
    connect(socket, &QSslSocket::encrypted, this, [this, socket, timer] {
        timer->stop();
        emit arrived(socket);
    });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] { drop(socket); });
    // A failed handshake need not end the connection.
    connect(socket, &QSslSocket::errorOccurred, this, [this, socket] { drop(socket); });
    timer->start(m_limits.handshakeMilliseconds);
    socket->startServerEncryption();
}

std::optional<TlsDoor::Place> TlsDoor::placeOf(const QSslSocket* socket)
{
    auto* handshakes = m_handshakes.of(socket->property(networkProperty).toString());
    if (!handshakes)
        return std::nullopt;
    const auto found = std::find_if(handshakes->begin(), handshakes->end(),
        [socket](const Handshake& handshake) { return handshake.socket == socket; });
    return found == handshakes->end() ? std::nullopt : std::optional(found);
}

std::unique_ptr<QSslSocket> TlsDoor::take(QSslSocket* socket)
{
    const auto place = placeOf(socket);
    if (!place)
        return nullptr;
    m_handshakes.remove(*place);
    socket->disconnect(this);
    socket->setParent(nullptr);
    return std::unique_ptr<QSslSocket>(socket);
}

void TlsDoor::drop(QSslSocket* socket)
{
    if (const auto place = placeOf(socket))
        drop(*place);
}

void TlsDoor::drop(Place handshake)
{
    QSslSocket* socket = m_handshakes.remove(handshake).socket;
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater(); // its signal may be running
}

void TlsDoor::welcomed(const QString& fingerprint)
{
    TokenBucket& free = m_freeOfConsole.of(fingerprint);
    if (free.isEmpty())
        return;
    free.take();
    m_pace.giveBack();
}

} // namespace sallyport
