// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controllimits.h"
#include "app/service/control/peerpaces.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

namespace sallyport
{

// The IPv4 address, or the IPv6 network of 64 bits, which one peer has as a whole.
QString networkOf(const QHostAddress& address);

// Takes TLS connections and keeps them until they are known. Nobody who is slow or silent keeps another out: an address
// has a few places, the oldest makes way for the next, and a handshake has its time. (QSslServer counts a connection
// that ends before its handshake as pending for ever.)
class TlsDoor : public QTcpServer
{
    Q_OBJECT

public:
    TlsDoor(const QSslConfiguration& tls, const ControlLimits& limits);
    ~TlsDoor() override;

    // Hands over one that has arrived, or nothing if it has gone or made way.
    std::unique_ptr<QSslSocket> take(QSslSocket* socket);
    void drop(QSslSocket* socket);
    qsizetype arriving() const { return m_arriving.size(); }

signals:
    // Its handshake is over; it stays here until it is taken or dropped.
    void arrived(QSslSocket* socket);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Arriving {
        QSslSocket* socket;
        QString network;
    };

    void makeWay(const QString& network);
    QSslSocket* mostNumerous() const;

    QSslConfiguration m_tls;
    ControlLimits m_limits;
    PeerPaces m_paces;
    QList<Arriving> m_arriving; // oldest first
};

} // namespace sallyport
