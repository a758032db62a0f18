// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/revision.h"
#include "models/policy/session.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace sallyport
{

// Where a service's control channel is. A local socket by path, or host and port with TLS.
struct ControlEndpoint {
    QString socketPath; // local when not empty
    QString host;
    quint16 port = 0;
    QString serverFingerprint; // pinned SHA-256 of the service's certificate, hex; empty only while enrolling
    QByteArray certificatePem; // the console's own certificate and key
    QByteArray privateKeyPem;

    bool isLocal() const { return !socketPath.isEmpty(); }
};

// What the service says of itself and of us in reply to "hello".
struct ServerHello {
    QString server;
    QString version;
    int protocol = 0;
    QString user;
    Role role = Role::Viewer;
};

// The proxy of one service. Lives in, and calls back on, the thread that made it; reading, decoding and TLS happen on a
// thread of its own, so that a large snapshot never blocks a user interface. Reconnects by itself (0.2 s doubling to 5
// s) until close(); calls made while offline fail at once with ErrorCode::Unreachable.
class ControlClient : public QObject
{
    Q_OBJECT

public:
    enum class State { Closed, Connecting, Online, Waiting };
    using Handler = std::function<void(const Result<QJsonObject>&)>;

    explicit ControlClient(QObject* parent = nullptr);
    ~ControlClient() override;

    void open(const ControlEndpoint& endpoint);
    void close();
    // Drops the connection, which fails all calls, and begins anew; nothing after close().
    void reconnect();
    State state() const;
    const ServerHello& hello() const; // meaningful while Online
    // The last connection error while Waiting; the fingerprint mismatch among them.
    const Error& lastError() const;
    double roundTripMilliseconds() const; // of the latest call

    // Calls a method of PROTOCOL.md. `handler` runs once unless `context` is gone by then.
    void call(const QString& method, const QJsonObject& params, QObject* context, Handler handler);
    // Starts pushing sessionsChanged(): a snapshot, then deltas every `intervalMilliseconds` (100-5000); again by
    // itself after a reconnect.
    void subscribeSessions(int intervalMilliseconds = 250);
    void unsubscribeSessions();

signals:
    void stateChanged(sallyport::ControlClient::State state);
    void sessionsChanged(const sallyport::SessionDelta& delta);
    // What was subscribed to does not come; subscribeSessions() asks again.
    void sessionsRefused(const sallyport::Error& error);
    // Any other notification: "policy.changed", "services.changed", "clients.changed".
    void notified(const QString& method, const QJsonObject& params);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sallyport
