// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/controlchannel.h"

#include "app/service/control/peergone.h"
#include "models/base/fault.h"

#include <QLocalSocket>
#include <QSslSocket>

namespace sallyport
{

namespace
{
constexpr qsizetype readChunk = 65536;
constexpr qint64 socketBuffer = 4 * readChunk;
constexpr qint64 strangersBuffer = 4096;
constexpr int linesPerTurn = 64; // then others have their turn
} // namespace

ControlChannel::ControlChannel(
    std::unique_ptr<QIODevice> device, const Caller& caller, const ControlLimits& limits, QObject* parent)
    : QObject(parent)
    , m_device(std::move(device))
    , m_caller(caller)
    , m_limits(limits)
    , m_lines(limits.lineBytes)
    , m_pace(limits.requestsPerSecond, limits.requestsPerSecond)
{
    if (auto* ssl = qobject_cast<QSslSocket*>(m_device.get())) {
        connect(ssl, &QSslSocket::disconnected, this, &ControlChannel::finish);
        connect(ssl, &QSslSocket::encryptedBytesWritten, this, &ControlChannel::onBytesWritten);
    } else if (auto* local = qobject_cast<QLocalSocket*>(m_device.get())) {
        connect(local, &QLocalSocket::disconnected, this, &ControlChannel::finish);
        connect(local, &QLocalSocket::bytesWritten, this, &ControlChannel::onBytesWritten);
    }
    setBounds();
    connect(m_device.get(), &QIODevice::readyRead, this, &ControlChannel::onReadyRead);
    connect(&m_second, &QTimer::timeout, this, &ControlChannel::onSecond);
    connect(&m_resume, &QTimer::timeout, this, &ControlChannel::onReadyRead);
    m_resume.setSingleShot(true);
    m_second.start(qMin(1000, qMin(m_limits.stallMilliseconds, m_limits.strangerMilliseconds) / 2));
    m_progress.start();
    m_age.start();
    m_resume.start(0); // bytes may have come before anybody listened
}

ControlChannel::~ControlChannel()
{
    m_device->disconnect(this);
}

void ControlChannel::setCaller(const Caller& caller)
{
    m_caller = caller;
    setBounds();
}

// A bounded socket buffer lets the kernel slow down a peer that sends faster than it is read.
void ControlChannel::setBounds()
{
    m_lines.setLimit(lineBytes());
    const qint64 buffer = m_caller.role ? socketBuffer : strangersBuffer;
    if (auto* ssl = qobject_cast<QSslSocket*>(m_device.get()))
        ssl->setReadBufferSize(buffer);
    else if (auto* local = qobject_cast<QLocalSocket*>(m_device.get()))
        local->setReadBufferSize(buffer);
}

qsizetype ControlChannel::lineBytes() const
{
    return m_caller.role ? m_limits.lineBytes : qMin(m_limits.lineBytes, m_limits.strangerLineBytes);
}

qsizetype ControlChannel::outgoing() const
{
    if (const auto* ssl = qobject_cast<const QSslSocket*>(m_device.get()))
        return ssl->bytesToWrite() + ssl->encryptedBytesToWrite();
    return m_device->bytesToWrite();
}

void ControlChannel::send(const QByteArray& line)
{
    if (m_closed || m_closing)
        return;
    const qsizetype waiting = outgoing();
    if (waiting + line.size() > m_limits.outgoingBytes)
        return cutOff(QStringLiteral("does not read: %1 bytes wait for it").arg(waiting));
    if (waiting == 0)
        m_progress.restart();
    m_device->write(line);
}

void ControlChannel::answer(const QByteArray& line, qsizetype requestBytes)
{
    send(line);
    --m_owed;
    m_owedBytes -= requestBytes;
    if (std::exchange(m_paused, false))
        m_resume.start(0);
}

void ControlChannel::closeGently()
{
    if (m_closed || m_closing)
        return;
    m_closing = true;
    if (auto* ssl = qobject_cast<QSslSocket*>(m_device.get()))
        ssl->disconnectFromHost();
    else if (auto* local = qobject_cast<QLocalSocket*>(m_device.get()))
        local->disconnectFromServer();
}

void ControlChannel::cutOff(const QString& why)
{
    if (m_closed)
        return;
    m_closed = true;
    m_device->disconnect(this);
    if (auto* ssl = qobject_cast<QSslSocket*>(m_device.get()))
        ssl->abort();
    else if (auto* local = qobject_cast<QLocalSocket*>(m_device.get()))
        local->abort();
    emit wasCutOff(why);
    emit closed();
}

bool ControlChannel::isLeft() const
{
    if (m_closed)
        return true;
    const auto* local = qobject_cast<const QLocalSocket*>(m_device.get());
    const auto* ssl = qobject_cast<const QSslSocket*>(m_device.get());
    return (local && peerIsGone(local->socketDescriptor())) || (ssl && peerIsGone(ssl->socketDescriptor()));
}

void ControlChannel::finish()
{
    if (m_closed)
        return;
    m_closed = true;
    emit closed();
}

void ControlChannel::onBytesWritten()
{
    m_progress.restart();
    if (m_closing || outgoing() >= lowWater)
        return;
    if (m_paused)
        m_resume.start(0);
    emit drained();
}

void ControlChannel::onSecond()
{
    if (outgoing() > 0 && m_progress.hasExpired(m_limits.stallMilliseconds))
        return cutOff(QStringLiteral("takes no bytes"));
    if (!m_caller.role && m_age.hasExpired(m_limits.strangerMilliseconds))
        cutOff(QStringLiteral("did not enrol in time"));
}

bool ControlChannel::mayRead()
{
    if (m_pace.isEmpty()) {
        m_resume.start(50);
        return false;
    }
    // Nobody gets more answers than he reads, and a console that is not enrolled one.
    const int mostOwed = m_caller.role ? m_limits.openRequests : 1;
    m_paused = m_owed >= mostOwed || m_owedBytes >= m_limits.openBytes || outgoing() >= lowWater;
    return !m_paused;
}

void ControlChannel::onReadyRead()
{
    for (int turn = 0; turn < linesPerTurn; ++turn) {
        if (m_closed || m_closing || !mayRead())
            return;
        if (const auto line = m_lines.next()) {
            take(*line);
            continue;
        }
        if (m_lines.overflowed()) {
            const Error tooLong = makeError(Fault::LineTooLong, QStringLiteral("line"), {QString::number(lineBytes())});
            send(encodeMessage(RpcFailure{{}, RpcCode::InvalidRequest, tooLong, {}}));
            return closeGently();
        }
        const QByteArray bytes = m_device->read(readChunk);
        if (bytes.isEmpty())
            return;
        m_lines.append(bytes);
    }
    m_resume.start(0);
}

void ControlChannel::take(const QByteArray& line)
{
    m_pace.take();
    const auto decoded = decodeMessage(line);
    if (const auto* fault = std::get_if<RpcFault>(&decoded)) {
        send(encodeMessage(RpcFailure{fault->id, fault->code, fault->error, {}}));
        return closeGently();
    }
    const RpcMessage& message = std::get<RpcMessage>(decoded);
    if (const auto* request = std::get_if<RpcRequest>(&message)) {
        ++m_owed;
        m_owedBytes += line.size();
        emit requested(*request, line.size());
        return;
    }
    // Nothing is asked by notification, and the service asks nothing that could be replied to.
    const Error unexpected = makeError(Fault::CallExpected, QStringLiteral("message"));
    send(encodeMessage(RpcFailure{{}, RpcCode::InvalidRequest, unexpected, {}}));
    closeGently();
}

} // namespace sallyport
