// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/tlsdoor.h"

#include <QHash>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

#include <unistd.h>

namespace sallyport
{

namespace
{
constexpr qint64 arrivingBuffer = 16384; // nothing is read yet
constexpr int acceptAgainMilliseconds = 100;
constexpr int handshakeBurstSeconds = 10;
} // namespace

QString networkOf(const QHostAddress& address)
{
    bool isIpv4 = false;
    const QHostAddress plain(address.toIPv4Address(&isIpv4));
    if (isIpv4)
        return plain.toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString();
}

TlsDoor::TlsDoor(const QSslConfiguration& tls, const ControlLimits& limits)
    : m_tls(tls)
    , m_limits(limits)
    , m_paces(limits.handshakesPerSecondAndAddress,
          std::max(1.0, handshakeBurstSeconds * limits.handshakesPerSecondAndAddress))
{
    // Without a file descriptor to spare, for instance, Qt stops accepting until it is told to go on.
    connect(this, &QTcpServer::acceptError, this,
        [this] { QTimer::singleShot(acceptAgainMilliseconds, this, &QTcpServer::resumeAccepting); });
}

TlsDoor::~TlsDoor()
{
    for (const Arriving& each : std::as_const(m_arriving))
        each.socket->disconnect(this);
}

void TlsDoor::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QSslSocket>(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    const QString network = networkOf(socket->peerAddress());
    TokenBucket& pace = m_paces.of(network);
    if (pace.isEmpty())
        return socket->abort();
    pace.take();
    makeWay(network);
    QSslSocket* guest = socket.release();
    m_arriving.append({guest, network});
    guest->setReadBufferSize(arrivingBuffer);
    guest->setSslConfiguration(m_tls);
    auto* timer = new QTimer(guest);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, [this, guest] { drop(guest); });
    connect(guest, &QSslSocket::encrypted, this, [this, guest, timer] {
        timer->stop();
        emit arrived(guest);
    });
    connect(guest, &QSslSocket::disconnected, this, [this, guest] { drop(guest); });
    // A failed handshake need not end the connection.
    connect(guest, &QSslSocket::errorOccurred, this, [this, guest] { drop(guest); });
    timer->start(m_limits.handshakeMilliseconds);
    guest->startServerEncryption();
}

void TlsDoor::makeWay(const QString& network)
{
    const auto same = [&network](const Arriving& each) { return each.network == network; };
    if (std::count_if(m_arriving.cbegin(), m_arriving.cend(), same) >= m_limits.arrivingPerAddress)
        drop(std::find_if(m_arriving.cbegin(), m_arriving.cend(), same)->socket);
    else if (m_arriving.size() >= m_limits.arriving)
        drop(mostNumerous());
}

// The oldest guest of the network that has most of them; those who have shown a certificate come last.
QSslSocket* TlsDoor::mostNumerous() const
{
    QHash<QString, int> guests;
    for (const Arriving& each : m_arriving)
        guests[each.network] += each.socket->isEncrypted() ? 0 : 1;
    const auto fewer
        = [&guests](const Arriving& a, const Arriving& b) { return guests.value(a.network) < guests.value(b.network); };
    const QString network = std::max_element(m_arriving.cbegin(), m_arriving.cend(), fewer)->network;
    const auto unknown = std::find_if(m_arriving.cbegin(), m_arriving.cend(),
        [&network](const Arriving& each) { return each.network == network && !each.socket->isEncrypted(); });
    return unknown == m_arriving.cend() ? m_arriving.constFirst().socket : unknown->socket;
}

std::unique_ptr<QSslSocket> TlsDoor::take(QSslSocket* socket)
{
    if (!m_arriving.removeIf([socket](const Arriving& each) { return each.socket == socket; }))
        return nullptr;
    socket->disconnect(this);
    socket->setParent(nullptr);
    return std::unique_ptr<QSslSocket>(socket);
}

void TlsDoor::drop(QSslSocket* socket)
{
    QSslSocket* guest = take(socket).release();
    if (!guest)
        return;
    guest->abort();
    guest->deleteLater(); // its signal may be running
}

} // namespace sallyport
