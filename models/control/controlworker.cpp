// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/controlworker.h"

#include "models/base/fault.h"
#include "models/control/connectionerror.h"
#include "models/control/identity.h"
#include "models/control/memberreader.h"

#include <QCoreApplication>
#include <QLocalSocket>
#include <QSslConfiguration>
#include <QSslSocket>

namespace sallyport
{

namespace
{

constexpr int firstDelay = 200; // milliseconds
constexpr int longestDelay = 5000;
constexpr int patience = 10000;
constexpr quint64 helloId = 0;

Result<ServerHello> helloFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("hello"));
    ServerHello hello;
    hello.server = reader.text(QLatin1StringView("server"));
    hello.version = reader.text(QLatin1StringView("version"));
    hello.protocol = int(reader.number(QLatin1StringView("protocol"), 1, 1));
    hello.user = reader.text(QLatin1StringView("user"));
    hello.role = reader.word(QLatin1StringView("role"), roleFromWord);
    if (const Status read = reader.finish(); !read)
        return read.error();
    return hello;
}

// In words of what a user can do about it; Qt's name its own functions.
Error localError(const QLocalSocket& socket, const QString& path)
{
    switch (socket.error()) {
    case QLocalSocket::ServerNotFoundError:
    case QLocalSocket::ConnectionRefusedError:
        return makeError(Fault::SocketUnserved, path);
    case QLocalSocket::SocketAccessError:
        return makeError(Fault::SocketForbidden, path);
    case QLocalSocket::PeerClosedError:
        return makeError(Fault::ConnectionEnded, path);
    default:
        return makeError(Fault::ConnectionFailed, path, {socket.errorString()});
    }
}

} // namespace

ControlWorker::ControlWorker(QObject* home, ControlListener* listener)
    : m_home(home)
    , m_listener(listener)
    , m_delay(firstDelay)
{
    m_retry.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &ControlWorker::connectNow);
    connect(&m_patience, &QTimer::timeout, this, [this] { fail(makeError(Fault::ServiceSilent, m_endpoint.host)); });
}

// The event loop is over by now, so the socket goes at once, and with it those that were to go by the loop.
ControlWorker::~ControlWorker()
{
    if (m_device)
        m_device->disconnect(this);
    m_device.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

template <typename Call> void ControlWorker::post(Call call)
{
    ControlListener* listener = m_listener;
    QMetaObject::invokeMethod(
        m_home, [listener, call = std::move(call)] { call(*listener); }, Qt::QueuedConnection);
}

void ControlWorker::tell(ControlClient::State state, const Error& error)
{
    post([state, hello = m_hello, error](ControlListener& listener) { listener.onState(state, hello, error); });
}

void ControlWorker::open(const ControlEndpoint& endpoint)
{
    m_endpoint = endpoint;
    m_open = true;
    m_delay = firstDelay;
    connectNow();
}

void ControlWorker::reconnect()
{
    if (m_open)
        connectNow();
}

void ControlWorker::close()
{
    m_open = false;
    dropDevice();
    tell(ControlClient::State::Closed);
}

void ControlWorker::connectNow()
{
    dropDevice();
    m_patience.start(patience);
    tell(ControlClient::State::Connecting);
    m_endpoint.isLocal() ? connectLocal() : connectTls();
}

void ControlWorker::connectLocal()
{
    auto socket = std::make_unique<QLocalSocket>();
    QLocalSocket* local = socket.get();
    m_device = std::move(socket);
    connect(local, &QLocalSocket::connected, this, &ControlWorker::onConnected);
    connect(local, &QLocalSocket::errorOccurred, this, &ControlWorker::onBroken);
    connect(local, &QLocalSocket::readyRead, this, &ControlWorker::onReadyRead);
    auto address = LocalAddress::of(m_endpoint.socketPath);
    if (!address)
        return fail(address.error());
    m_address = *std::move(address);
    local->connectToServer(m_address.name());
}

void ControlWorker::connectTls()
{
    const auto tls = tlsConfiguration(m_endpoint.certificatePem, m_endpoint.privateKeyPem);
    if (!tls)
        return fail(tls.error());
    auto socket = std::make_unique<QSslSocket>();
    QSslSocket* ssl = socket.get();
    m_device = std::move(socket);
    connect(ssl, &QSslSocket::encrypted, this, &ControlWorker::onEncrypted);
    connect(ssl, &QSslSocket::errorOccurred, this, &ControlWorker::onBroken);
    connect(ssl, &QSslSocket::readyRead, this, &ControlWorker::onReadyRead);
    ssl->setSslConfiguration(*tls);
    ssl->connectToHostEncrypted(m_endpoint.host, m_endpoint.port);
}

void ControlWorker::onEncrypted()
{
    auto* ssl = static_cast<QSslSocket*>(m_device.get());
    const QString shown = fingerprintOf(ssl->peerCertificate());
    if (shown != m_endpoint.serverFingerprint) {
        return fail(makeError(Fault::FingerprintChanged, m_endpoint.host, {shown}));
    }
    ssl->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ssl->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    onConnected();
}

void ControlWorker::onConnected()
{
    send(helloId, QStringLiteral("hello"),
        {{QStringLiteral("protocol"), 1}, {QStringLiteral("client"), QStringLiteral("sallyport " SALLYPORT_VERSION)}});
}

void ControlWorker::onBroken()
{
    if (!m_device)
        return;
    if (m_endpoint.isLocal())
        return fail(localError(static_cast<QLocalSocket&>(*m_device), m_endpoint.socketPath));
    fail(connectionError(static_cast<QSslSocket&>(*m_device), m_endpoint.host));
}

void ControlWorker::send(quint64 id, const QString& method, const QJsonObject& params)
{
    if (!m_device)
        return;
    const QByteArray line = encodeMessage(RpcRequest{qint64(id), method, params});
    if (line.size() <= longestRequest) {
        m_device->write(line);
        return;
    }
    // The service would close the connection over it.
    const Error tooLong
        = makeError(Fault::CallTooLong, method, {QString::number(line.size()), QString::number(longestRequest)});
    post([id, tooLong](ControlListener& listener) { listener.onAnswer(id, tooLong); });
}

void ControlWorker::onReadyRead()
{
    if (!m_device)
        return;
    m_lines.append(m_device->readAll());
    while (m_device) {
        const auto line = m_lines.next();
        if (!line)
            break;
        take(*line);
    }
    if (m_lines.overflowed())
        fail(makeError(Fault::AnswerLine, m_endpoint.host));
}

void ControlWorker::take(const QByteArray& line)
{
    if (m_online && isSessionsChanged(line)) {
        auto delta = m_sessions.decode(line);
        if (!delta)
            return fail(delta.error());
        post([delta = std::move(*delta)](ControlListener& listener) { listener.onSessions(delta); });
        return;
    }
    const auto decoded = decodeMessage(line);
    if (const auto* fault = std::get_if<RpcFault>(&decoded))
        return fail(fault->error);
    const RpcMessage& message = std::get<RpcMessage>(decoded);
    if (!m_online)
        return takeHello(message);
    if (const auto* reply = std::get_if<RpcReply>(&message)) {
        post([reply = *reply](ControlListener& to) { to.onAnswer(quint64(reply.id.toInteger()), reply.result); });
    } else if (const auto* failure = std::get_if<RpcFailure>(&message)) {
        // The service answers "null" to what it could not read at all, and closes.
        if (failure->id.isNull())
            return fail(failure->error);
        Error error = failure->error;
        post([id = failure->id, error](ControlListener& to) { to.onAnswer(quint64(id.toInteger()), error); });
    } else if (const auto* notification = std::get_if<RpcNotification>(&message)) {
        post([notification = *notification](
                 ControlListener& to) { to.onNotified(notification.method, notification.params); });
    }
}

void ControlWorker::takeHello(const RpcMessage& message)
{
    if (const auto* failure = std::get_if<RpcFailure>(&message))
        return fail(failure->error);
    const auto* reply = std::get_if<RpcReply>(&message);
    if (!reply)
        return;
    const auto hello = helloFromJson(reply->result);
    if (!hello)
        return fail(hello.error());
    m_hello = *hello;
    m_online = true;
    m_delay = firstDelay;
    m_patience.stop();
    tell(ControlClient::State::Online);
}

void ControlWorker::fail(const Error& error)
{
    dropDevice();
    if (!m_open)
        return;
    m_retry.start(m_delay);
    m_delay = qMin(m_delay * 2, longestDelay);
    tell(ControlClient::State::Waiting, error);
}

// The socket may be the sender of the signal being handled, so it leaves by the event loop.
void ControlWorker::dropDevice()
{
    m_retry.stop();
    m_patience.stop();
    m_online = false;
    m_lines.clear();
    if (!m_device)
        return;
    m_device->disconnect(this);
    m_device->close();
    m_device.release()->deleteLater();
}

} // namespace sallyport
