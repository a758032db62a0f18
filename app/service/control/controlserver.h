// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/dispatcher.h"
#include "app/service/control/localdoor.h"
#include "app/service/control/places.h"
#include "app/service/control/serviceparts.h"
#include "app/service/control/sessionfeed.h"
#include "app/service/control/tlsdoor.h"
#include "models/control/identity.h"

#include <QHostAddress>

QT_BEGIN_NAMESPACE
class QLocalSocket;
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

    // The socket file has mode 0600; one that was left over is replaced, and nothing else. Where this fails, what was
    // listened on before stays.
    Status listenLocal(const QString& path);
    // TLS 1.3; port 0 takes a free one. The port in use, or why not.
    Result<quint16> listenTls(const TlsIdentity& identity, const QHostAddress& address, quint16 port);

    // Before the thread ends that writes to the stores: posts to it what is still to be recorded.
    void finish() { m_dispatcher.recordLeftOut(); }

    qsizetype connections() const { return m_channels.size(); }
    // Over TLS, not yet known.
    int arriving() const { return m_tls ? m_tls->arriving() : 0; }
    const Dispatcher& dispatcher() const { return m_dispatcher; }
    // To everybody who said hello.
    void notify(const QString& method, const QJsonObject& params);
    // A console that is no longer enrolled loses its connections at once.
    void cutOffConsole(const QString& fingerprint);

private:
    void acceptLocal(std::unique_ptr<QLocalSocket> socket);
    void acceptTls(QSslSocket* socket);
    void admit(std::unique_ptr<QIODevice> device, const Caller& caller);
    void turnAway(const Caller& caller);
    void onCutOff(const Caller& caller, const QString& why);
    void welcome(QSslSocket* socket, const Caller& caller);
    void onClosed(ControlChannel* channel);
    void onPolicyChanged(const Revision& head);
    void watchServices();

    ServiceParts m_parts;
    ControlLimits m_limits;
    Dispatcher m_dispatcher;
    SessionFeed m_feed;
    QList<ControlChannel*> m_channels;
    Places m_places;
    Sparingly m_turnedAway; // lines in the log,
    Sparingly m_strangersCutOff; // and of consoles that are not enrolled
    std::unique_ptr<LocalDoor> m_local;
    std::unique_ptr<TlsDoor> m_tls;
    QTimer m_watch{this};
    std::vector<ServiceStatus> m_lastServices;
    QList<Problem> m_lastTroubles;
};

} // namespace sallyport
