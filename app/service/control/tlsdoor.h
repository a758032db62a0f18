// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/acceptloop.h"
#include "app/service/control/peerpaces.h"
#include "app/service/control/porch.h"
#include "models/base/result.h"

#include <QHostAddress>
#include <QSslConfiguration>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace sallyport
{

// The IPv4 address, or the IPv6 network of 64 bits, which one peer has as a whole. All of this computer's loopback
// (127.0.0.0/8 and ::1) is 127.0.0.1, since every program on it may use those addresses at will; unless
// `loopbackIsOne` is false.
QString networkOf(const QHostAddress& address, bool loopbackIsOne = true);

// Takes TLS connections and keeps them until they are known. Nobody who is slow, silent or unknown keeps another out,
// his neighbours at the same address included: a handshake begins when its ClientHello is there and its turn has come,
// and what begins is paced. See ControlLimits for the three steps.
class TlsDoor : public QObject
{
    Q_OBJECT

public:
    TlsDoor(const QSslConfiguration& tls, const ControlLimits& limits);
    ~TlsDoor() override;

    // Port 0 takes a free one. The port in use, or why not.
    Result<quint16> listen(const QHostAddress& address, quint16 port);
    // Hands over one that has arrived, or nothing if it has gone.
    std::unique_ptr<QSslSocket> take(QSslSocket* socket);
    void drop(QSslSocket* socket);
    // One that was taken is an enrolled console: it need not have waited for a turn, and none is counted.
    void welcomed(const QString& fingerprint);
    // In all three steps.
    int arriving() const { return m_porch.silent() + m_porch.waiting() + m_handshakes.size(); }

signals:
    // Its handshake is over; it stays here until it is taken or dropped.
    void arrived(QSslSocket* socket);

private:
    struct Handshake {
        QSslSocket* socket;
        QString network;
        QDeadlineTimer mayGo;
        std::uint64_t arrival = 0;
    };
    using Place = Crowd<Handshake>::Place;

    void letIn();
    bool makeWay(const QString& network, bool& nobodyGoes);
    bool sendOneAway(const std::vector<Crowd<Handshake>::Guests*>& networks);
    void begin(Porch::Guest guest);
    std::optional<Place> placeOf(const QSslSocket* socket);
    void drop(Place handshake);

    QSslConfiguration m_tls;
    ControlLimits m_limits;
    std::unique_ptr<AcceptLoop> m_accept;
    Porch m_porch;
    TokenBucket m_pace;
    PeerPaces m_freeOfConsole;
    Crowd<Handshake> m_handshakes;
    QTimer m_turn{this};
};

} // namespace sallyport
