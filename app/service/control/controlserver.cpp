// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/controlserver.h"

#include "app/service/control/methods.h"
#include "app/service/control/peercredentials.h"
#include "models/control/messages.h"

#include <QLocalSocket>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>

namespace sallyport
{

namespace
{

constexpr int watchMilliseconds = 500;
constexpr double linesPerSecond = 1. / 10; // about those who may come again and again
constexpr double linesAtOnce = 20;

// Connection counts move all the time and are no news; sessions.changed carries them.
bool sameServices(const std::vector<ServiceStatus>& left, const std::vector<ServiceStatus>& right)
{
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](ServiceStatus a, const ServiceStatus& b) {
            a.connections = b.connections;
            return a == b;
        });
}

Caller remoteStranger(const QSslSocket& socket)
{
    Caller caller;
    caller.fingerprint = fingerprintOf(socket.peerCertificate());
    caller.network = networkOf(socket.peerAddress());
    caller.who = QStringLiteral("unknown console");
    caller.from = QStringLiteral("%1:%2 %3")
                      .arg(socket.peerAddress().toString())
                      .arg(socket.peerPort())
                      .arg(caller.fingerprint);
    return caller;
}

// Gives an enrolled console its name and role.
void identify(Caller& caller, RecordStore& records)
{
    const auto consoles = records.consoles();
    if (!consoles) {
        qCritical("control: cannot read the enrolled consoles: %s", qUtf8Printable(consoles.error().text()));
        return;
    }
    for (const EnrolledConsole& console : *consoles) {
        if (console.fingerprint == caller.fingerprint) {
            caller.who = console.name;
            caller.role = console.role;
        }
    }
}

} // namespace

ControlServer::ControlServer(const ServiceParts& parts, const ControlLimits& limits)
    : m_parts(parts)
    , m_limits(limits)
    , m_dispatcher(m_parts.writer, m_parts.reader, m_parts.clock, m_parts.recordsInPlace, m_limits)
    , m_feed(m_parts.dataPlane, m_limits.untoldEnds)
    , m_places(m_limits)
    , m_turnedAway(linesPerSecond, linesAtOnce)
    , m_strangersCutOff(linesPerSecond, linesAtOnce)
{
    addHelloMethods(m_dispatcher, m_parts);
    addEnrolmentMethods(m_dispatcher, m_parts);
    addPolicyMethods(m_dispatcher, m_parts);
    addIniMethods(m_dispatcher, m_parts);
    addSessionMethods(m_dispatcher, m_parts, m_feed);
    addServiceMethods(m_dispatcher, m_parts);
    addRecordMethods(m_dispatcher, m_parts, [this](const QString& fingerprint) { cutOffConsole(fingerprint); });
    connect(&m_parts.policy, &PolicyKeeper::changed, this, &ControlServer::onPolicyChanged);
    connect(&m_watch, &QTimer::timeout, this, &ControlServer::watchServices);
}

ControlServer::~ControlServer()
{
    for (ControlChannel* channel : std::as_const(m_channels))
        channel->disconnect(this);
    qDeleteAll(m_channels);
}

Status ControlServer::listenLocal(const QString& path)
{
    auto door = LocalDoor::open(path, [this](std::unique_ptr<QLocalSocket> socket) { acceptLocal(std::move(socket)); });
    if (!door)
        return door.error();
    m_local = std::move(*door);
    return {};
}

Result<quint16> ControlServer::listenTls(const TlsIdentity& identity, const QHostAddress& address, quint16 port)
{
    const auto tls = tlsConfiguration(identity.certificatePem, identity.privateKeyPem);
    if (!tls)
        return tls.error();
    m_tls = std::make_unique<TlsDoor>(*tls, m_limits);
    connect(m_tls.get(), &TlsDoor::arrived, this, &ControlServer::acceptTls);
    return m_tls->listen(address, port);
}

void ControlServer::acceptLocal(std::unique_ptr<QLocalSocket> socket)
{
    const Caller caller = localCaller(socket->socketDescriptor());
    admit(std::move(socket), caller);
}

// Who has come is in the records. They are asked on the thread that also writes them: a console that is revoked in the
// meantime is either found gone or admitted before cutOffConsole() looks for it.
void ControlServer::acceptTls(QSslSocket* socket)
{
    Caller caller = remoteStranger(*socket);
    // Without a certificate there is nobody to know or to enrol.
    if (caller.fingerprint.isEmpty()) {
        turnAway(caller);
        return m_tls->drop(socket);
    }
    m_parts.writer.post([this, caller, socket = QPointer<QSslSocket>(socket)](Stores& stores) mutable {
        identify(caller, stores.records());
        QMetaObject::invokeMethod(
            this, [this, caller, socket] { welcome(socket, caller); }, Qt::QueuedConnection);
    });
}

void ControlServer::welcome(QSslSocket* socket, const Caller& caller)
{
    std::unique_ptr<QSslSocket> arrived = socket ? m_tls->take(socket) : nullptr;
    if (!arrived)
        return;
    if (caller.role)
        m_tls->welcomed(caller.fingerprint);
    arrived->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    arrived->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    admit(std::move(arrived), caller);
}

void ControlServer::turnAway(const Caller& caller)
{
    if (const auto leftOut = m_turnedAway.say())
        qWarning("control: %s (%s) turned away%s", qUtf8Printable(caller.who), qUtf8Printable(caller.from),
            qUtf8Printable(Sparingly::andMore(*leftOut)));
}

void ControlServer::onCutOff(const Caller& caller, const QString& why)
{
    const auto leftOut = caller.role ? std::optional<qint64>(0) : m_strangersCutOff.say();
    if (leftOut)
        qWarning("control: %s (%s) cut off: %s%s", qUtf8Printable(caller.who), qUtf8Printable(caller.from),
            qUtf8Printable(why), qUtf8Printable(Sparingly::andMore(*leftOut)));
}

void ControlServer::admit(std::unique_ptr<QIODevice> device, const Caller& caller)
{
    if (!m_places.letIn(caller, m_channels)) {
        device.release()->deleteLater(); // its signal may be running
        return turnAway(caller);
    }
    if (ControlChannel* leaving = caller.role ? nullptr : m_places.strangerToGo(caller.network, m_channels))
        leaving->cutOff(QStringLiteral("made way for the next console that is not enrolled"));
    auto* channel = new ControlChannel(std::move(device), caller, m_limits, nullptr);
    m_channels.append(channel);
    connect(channel, &ControlChannel::wasCutOff, this,
        [this, channel](const QString& why) { onCutOff(channel->caller(), why); });
    connect(channel, &ControlChannel::closed, this, [this, channel] { onClosed(channel); });
    connect(channel, &ControlChannel::requested, this, [this, channel](const RpcRequest& request, qsizetype bytes) {
        m_dispatcher.dispatch(channel, request, bytes);
    });
    if (!m_watch.isActive()) {
        m_lastServices = m_parts.dataPlane.services();
        m_lastTroubles = m_parts.troubles();
        m_watch.start(watchMilliseconds);
    }
}

void ControlServer::onClosed(ControlChannel* channel)
{
    m_channels.removeOne(channel);
    channel->deleteLater();
    if (m_channels.isEmpty())
        m_watch.stop();
}

void ControlServer::notify(const QString& method, const QJsonObject& params)
{
    const QByteArray line = encodeMessage(RpcNotification{method, params});
    const QList<ControlChannel*> channels = m_channels;
    for (ControlChannel* channel : channels) {
        if (channel->greeted())
            channel->send(line);
    }
}

void ControlServer::cutOffConsole(const QString& fingerprint)
{
    const QList<ControlChannel*> channels = m_channels;
    for (ControlChannel* channel : channels) {
        if (channel->caller().fingerprint == fingerprint)
            channel->cutOff(QStringLiteral("its enrolment was revoked"));
    }
}

void ControlServer::onPolicyChanged(const Revision& head)
{
    notify(QStringLiteral("policy.changed"), {{QStringLiteral("revision"), toJson(head)}});
}

void ControlServer::watchServices()
{
    std::vector<ServiceStatus> services = m_parts.dataPlane.services();
    if (!sameServices(services, m_lastServices)) {
        m_lastServices = std::move(services);
        notify(QStringLiteral("services.changed"), {{QStringLiteral("services"), servicesJson(m_lastServices)}});
    }
    QList<Problem> troubles = m_parts.troubles();
    if (troubles != m_lastTroubles) {
        m_lastTroubles = std::move(troubles);
        notify(QStringLiteral("status.changed"), {});
    }
}

} // namespace sallyport
