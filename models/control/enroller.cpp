// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/enroller.h"

#include "models/base/fault.h"
#include "models/control/codec.h"
#include "models/control/connectionerror.h"
#include "models/control/identity.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace sallyport
{

namespace
{
constexpr qsizetype longestAnswer = 65536;
} // namespace

Enroller::Enroller(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_patience(patience)
{
}

Enroller::~Enroller()
{
    drop();
}

void Enroller::probe(const QString& host, quint16 port)
{
    m_endpoint = {};
    m_request.clear();
    start(host, port);
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    m_socket->setSslConfiguration(tls);
    m_socket->connectToHostEncrypted(host, port);
}

void Enroller::enrol(const ControlEndpoint& endpoint, const QString& code, const QString& name)
{
    m_endpoint = endpoint;
    m_request = encodeMessage(
        RpcRequest{1, QStringLiteral("enrol"), {{QStringLiteral("code"), code}, {QStringLiteral("name"), name}}});
    const auto tls = tlsConfiguration(endpoint.certificatePem, endpoint.privateKeyPem);
    start(endpoint.host, endpoint.port);
    if (!tls)
        return give(tls.error());
    m_socket->setSslConfiguration(*tls);
    m_socket->connectToHostEncrypted(endpoint.host, endpoint.port);
}

void Enroller::start(const QString& host, quint16 port)
{
    drop();
    m_endpoint.host = host;
    m_endpoint.port = port;
    m_received.clear();
    m_socket = std::make_unique<QSslSocket>();
    connect(m_socket.get(), &QSslSocket::encrypted, this, &Enroller::onEncrypted);
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, &Enroller::onBroken);
    connect(m_socket.get(), &QSslSocket::readyRead, this, &Enroller::onReadyRead);
    QTimer::singleShot(m_patience, m_socket.get(), [this] { give(silence()); });
}

Error Enroller::silence() const
{
    const auto waited = std::chrono::duration_cast<std::chrono::duration<double>>(m_patience);
    Fault fault = Fault::ServiceSilentFor;
    if (!m_request.isEmpty())
        fault = m_socket->isEncrypted() ? Fault::EnrolmentUnknown : Fault::CodeNotSent;
    return makeError(fault, m_endpoint.host, {QString::number(waited.count())});
}

// The socket may be the sender of the signal being handled, so it leaves by the event loop.
void Enroller::drop()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater();
}

void Enroller::give(const Error& error)
{
    drop();
    emit failed(error);
}

void Enroller::onEncrypted()
{
    const QString fingerprint = fingerprintOf(m_socket->peerCertificate());
    if (m_request.isEmpty()) {
        drop();
        emit probed(fingerprint);
        return;
    }
    if (m_endpoint.serverFingerprint.isEmpty() || fingerprint != m_endpoint.serverFingerprint) {
        return give(makeError(Fault::FingerprintUnexpected, m_endpoint.host, {fingerprint}));
    }
    m_socket->write(m_request);
}

void Enroller::onBroken()
{
    give(connectionError(*m_socket, m_endpoint.host));
}

void Enroller::onReadyRead()
{
    m_received += m_socket->readAll();
    const qsizetype end = m_received.indexOf('\n');
    if (end < 0 && m_received.size() < longestAnswer)
        return;
    const auto decoded = decodeMessage(m_received.left(end));
    const auto* message = std::get_if<RpcMessage>(&decoded);
    if (const auto* failure = message ? std::get_if<RpcFailure>(message) : nullptr)
        return give(failure->error);
    const auto* reply = message ? std::get_if<RpcReply>(message) : nullptr;
    const auto role = roleFromWord(reply ? reply->result.value(QLatin1StringView("role")).toString() : QString());
    if (!role)
        return give(makeError(Fault::AnswerForeign, m_endpoint.host));
    drop();
    emit enrolled(*role);
}

} // namespace sallyport
