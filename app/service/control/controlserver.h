// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/dispatcher.h"
#include "app/service/control/serviceparts.h"
#include "app/service/control/sessionfeed.h"
#include "models/control/identity.h"

#include <QHostAddress>

QT_BEGIN_NAMESPACE
class QLocalServer;
class QSslServer;
class QSslSocket;
QT_END_NAMESPACE

namespace sallyport
{

// The service's end of the control channel: listens on a Unix socket and with TLS, knows its peers, hands requests to
// the dispatcher and pushes notifications. One thread, the one with the service's event loop.
class ControlServer : public QObject
{
    Q_OBJECT

public:
    ControlServer(const ServiceParts& parts, const ControlLimits& limits);
    ~ControlServer() override;

    // The socket file has mode 0600; a stale one that nobody listens on is replaced.
    Status listenLocal(const QString& path);
    // TLS 1.3; port 0 takes a free one. The port in use, or why not.
    Result<quint16> listenTls(const TlsIdentity& identity, const QHostAddress& address, quint16 port);

    qsizetype connections() const { return m_channels.size(); }
    const Dispatcher& dispatcher() const { return m_dispatcher; }
    // To everybody who said hello.
    void notify(const QString& method, const QJsonObject& params);
    // A console that is no longer enrolled loses its connections at once.
    void cutOffConsole(const QString& fingerprint);

private:
    void acceptLocal();
    void acceptTls();
    void admit(std::unique_ptr<QIODevice> device, const Caller& caller);
    bool isFull() const;
    bool mayStay(const Caller& caller);
    void welcome(QSslSocket* socket, const Caller& caller);
    void onClosed(ControlChannel* channel);
    void onPolicyChanged(const Revision& head);
    void watchServices();

    ServiceParts m_parts;
    ControlLimits m_limits;
    Dispatcher m_dispatcher;
    SessionFeed m_feed;
    QList<ControlChannel*> m_channels;
    TokenBucket m_strangerPace;
    qsizetype m_arriving = 0; // over TLS, not yet known by their fingerprint
    std::unique_ptr<QLocalServer> m_local;
    std::unique_ptr<QSslServer> m_tls;
    QTimer m_watch{this};
    std::vector<ServiceStatus> m_lastServices;
    QList<Problem> m_lastTroubles;
};

} // namespace sallyport
