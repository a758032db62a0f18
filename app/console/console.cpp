// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/link/controllink.h"
#include "models/base/filewriting.h"
#include "models/base/places.h"

#include <QDir>
#include <QFile>

namespace sallyport
{

namespace
{
Reach reachOf(ControlClient::State state)
{
    switch (state) {
    case ControlClient::State::Online:
        return Reach::Online;
    case ControlClient::State::Connecting:
        return Reach::Connecting;
    case ControlClient::State::Closed:
    case ControlClient::State::Waiting:
        break;
    }
    return Reach::Offline;
}
} // namespace

const QString& Console::localKey()
{
    static const QString key = QStringLiteral("local");
    return key;
}

Console::Console(const Options& options, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_options(options)
    , m_clock(clock)
{
    if (!m_options.link)
        m_options.link = [] { return std::make_unique<ControlLink>(); };
    if (m_options.privateService) {
        m_private = std::make_unique<PrivateService>(PrivateService::Options{m_options.serviceProgram,
            QDir(m_options.dataFolder).filePath(QStringLiteral("local")), m_options.ephemeral});
        connect(m_private.get(), &PrivateService::becameReady, this, &Console::privateReady);
        connect(m_private.get(), &PrivateService::failed, this, &Console::privateFailed);
        addServer({localKey(), tr("This computer"), {}});
    }
}

Console::~Console()
{
    for (auto& [key, slot] : m_servers)
        slot.server->disconnect(this);
}

Server* Console::server(const QString& key) const
{
    const auto it = m_servers.find(key);
    return it == m_servers.end() ? nullptr : it->second.server.get();
}

Server* Console::find(const QString& keyOrName) const
{
    for (const auto& [key, slot] : m_servers) {
        if (key == keyOrName || slot.server->displayName().compare(keyOrName, Qt::CaseInsensitive) == 0
            || slot.entry.name.compare(keyOrName, Qt::CaseInsensitive) == 0)
            return slot.server.get();
    }
    return nullptr;
}

Applier* Console::applier(const QString& key) const
{
    const auto it = m_servers.find(key);
    return it == m_servers.end() ? nullptr : it->second.applier.get();
}

ServerEntry Console::entry(const QString& key) const
{
    const auto it = m_servers.find(key);
    return it == m_servers.end() ? ServerEntry() : it->second.entry;
}

Server* Console::addServer(const ServerEntry& entry)
{
    if (Server* known = server(entry.key)) {
        m_servers[entry.key].entry = entry;
        known->link().close();
        if (m_started)
            known->link().open(entry.endpoint);
        return known;
    }
    Slot& slot = m_servers[entry.key];
    slot.entry = entry;
    slot.server = std::make_unique<Server>(entry.key, entry.name, m_options.link(), m_clock);
    slot.applier = std::make_unique<Applier>(*slot.server);
    Server* server = slot.server.get();
    connect(server, &Server::reachChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(server, &Server::sessionsRefreshed, this, [this, key = entry.key] { updateTree(key); });
    connect(server, &Server::clientsChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(server, &Server::statusChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(server, &Server::servicesChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(&server->draft(), &PolicyDraft::changed, this, [this, key = entry.key] { updateTree(key); });
    if (entry.key == localKey())
        connect(server, &Server::servicesChanged, this, &Console::checkPrivatePorts);
    m_tree.addServer({entry.key, entry.name, Reach::Offline});
    emit serverAdded(entry.key);
    if (m_started) {
        m_started = false;
        start();
    }
    return server;
}

void Console::removeServer(const QString& key)
{
    const auto it = m_servers.find(key);
    if (it == m_servers.end() || key == localKey())
        return;
    it->second.server->link().close();
    emit serverRemoved(key);
    m_tree.removeServer(key);
    m_servers.erase(it);
}

void Console::start()
{
    if (m_started)
        return;
    m_started = true;
    if (!m_drafts) {
        (void)makeOwnFolder(m_options.dataFolder); // what that could not do, the store says
        auto store = DraftStore::open(QDir(m_options.dataFolder).filePath(QStringLiteral("drafts.db")));
        if (store)
            m_drafts = std::move(*store);
        else
            emit reported(store.error());
    }
    for (auto& [key, slot] : m_servers) {
        if (!slot.keeper && m_drafts) {
            slot.keeper = std::make_unique<DraftKeeper>(m_drafts, key, slot.server->draft());
            connect(slot.keeper.get(), &DraftKeeper::failed, this, &Console::reported);
            slot.keeper->resume();
        }
        const bool known = slot.entry.endpoint.isLocal() || !slot.entry.endpoint.host.isEmpty();
        if (known && slot.server->link().state() == ControlClient::State::Closed)
            slot.server->link().open(slot.entry.endpoint);
    }
    if (m_private)
        m_private->start();
}

void Console::privateReady()
{
    Slot& slot = m_servers[localKey()];
    slot.entry.endpoint.socketPath = m_private->ready().control;
    slot.server->link().open(slot.entry.endpoint);
}

// Another one may serve in its folder, started by hand or by a second console: then that is the service of this
// computer, until it ends and ours can start.
void Console::privateFailed(const Error& error)
{
    Slot& slot = m_servers[localKey()];
    if (slot.server->isOnline())
        return;
    emit reported(error);
    const QString socket = controlSocketIn(m_private->dataFolder());
    if (slot.server->link().state() != ControlClient::State::Closed || !QFile::exists(socket))
        return;
    slot.entry.endpoint.socketPath = socket;
    slot.server->link().open(slot.entry.endpoint);
}

// The policy's ports may be taken on this computer, by a system service for one; the private service then takes free
// ones.
void Console::checkPrivatePorts()
{
    if (m_private->isEphemeral() || m_private->processId() == 0)
        return;
    for (const ServiceStatus& status : server(localKey())->services().rows()) {
        if (status.state == ServiceState::Failed) {
            emit reported({ErrorCode::Io, QString(),
                tr("A port of the policy is taken on this computer (%1); the private service uses free ports instead.")
                    .arg(status.detail)});
            QMetaObject::invokeMethod(m_private.get(), &PrivateService::restartEphemeral, Qt::QueuedConnection);
            return;
        }
    }
}

void Console::updateTree(const QString& key)
{
    Server* server = this->server(key);
    if (!server)
        return;
    m_tree.setReach(key, reachOf(server->link().state()));
    m_tree.setName(key, server->displayName());
    const Server::Health health = server->health();
    m_tree.setTrouble(key, health.mark, health.troubles.join(u'\n'));
    // Totals stand still while nobody watches.
    const qint64 sessions = server->watchesSessions()
        ? static_cast<qint64>(server->sessions().totals().sessions)
        : static_cast<qint64>(server->status().value(QStringLiteral("sessions")).toDouble());
    m_tree.setCount({NodeKind::Sessions, key}, server->isOnline() ? std::optional(sessions) : std::nullopt);
    const qint64 stale = server->clients().staleCount();
    m_tree.setCount({NodeKind::FirewallClients, key}, stale ? std::optional<qint64>(stale) : std::nullopt);
    const qint64 changes = server->draft().changes().size();
    m_tree.setCount({NodeKind::Changes, key}, changes ? std::optional<qint64>(changes) : std::nullopt);
}

} // namespace sallyport
