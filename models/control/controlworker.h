// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/codec.h"
#include "models/control/controlclient.h"
#include "models/control/linesplitter.h"
#include "models/control/localaddress.h"
#include "models/control/sessionpages.h"

#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace sallyport
{

// What the worker tells its client, already in the client's thread.
class ControlListener
{
public:
    virtual ~ControlListener() = default;
    virtual void onState(ControlClient::State state, const ServerHello& hello, const Error& error) = 0;
    virtual void onAnswer(quint64 id, const Result<QJsonObject>& answer) = 0;
    virtual void onSessions(const SessionDelta& delta) = 0;
    virtual void onNotified(const QString& method, const QJsonObject& params) = 0;
};

// The socket half of ControlClient: connects, pins, says hello, decodes, reconnects. Lives in a thread of its own; its
// methods run there, and it calls `listener` through the event loop of `home`.
class ControlWorker : public QObject
{
    Q_OBJECT

public:
    ControlWorker(QObject* home, ControlListener* listener);
    ~ControlWorker() override;

    void open(const ControlEndpoint& endpoint);
    void close();
    void reconnect();
    void send(quint64 id, const QString& method, const QJsonObject& params);

private:
    void connectNow();
    void connectLocal();
    void connectTls();
    void onConnected();
    void onEncrypted();
    void onBroken();
    void onReadyRead();
    void take(const QByteArray& line);
    void takeHello(const RpcMessage& message);
    void fail(const Error& error);
    void dropDevice();
    void tell(ControlClient::State state, const Error& error = {});
    template <typename Call> void post(Call call);

    QPointer<QObject> m_home;
    ControlListener* m_listener;
    ControlEndpoint m_endpoint;
    LocalAddress m_address; // for as long as the device connects
    std::unique_ptr<QIODevice> m_device;
    LineSplitter m_lines{longestReply};
    SessionsChangedDecoder m_sessions;
    ServerHello m_hello;
    bool m_open = false;
    bool m_online = false;
    int m_delay; // milliseconds before the next attempt
    QTimer m_retry{this};
    QTimer m_patience{this}; // for connecting and hello
};

} // namespace sallyport
