// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/console.h"

#include "app/console/link/controllink.h"
#include "app/console/link/serverlist.h"
#include "models/base/filewriting.h"
#include "models/base/places.h"
#include "models/items/texts.h"
#include "models/policy/listenerof.h"

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

QString addressOf(const ServerEntry& entry)
{
    const ControlEndpoint& at = entry.endpoint;
    return at.host.isEmpty() ? QString() : QStringLiteral("%1:%2").arg(at.host).arg(at.port);
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
    connect(&m_tree, &ConsoleTreeModel::renamed, this, &Console::renameServer);
    if (m_options.privateService) {
        m_private = std::make_unique<PrivateService>(PrivateService::Options{m_options.serviceProgram,
            QDir(m_options.dataFolder).filePath(QStringLiteral("local")), m_options.ephemeral});
        connect(m_private.get(), &PrivateService::becameReady, this, [this] { openLocal(m_private->ready().control); });
        connect(m_private.get(), &PrivateService::failed, this, &Console::privateFailed);
        Server* local = addServer({localKey(), tr("This computer"), {}});
        connect(local, &Server::reachChanged, this, &Console::localReachChanged);
    }
}

Console::~Console()
{
    for (auto& [key, slot] : m_servers) {
        slot.keeper.reset(); // it may take up what another window changed, which is told here
        slot.server->disconnect(this);
    }
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
            || slot.entry.name.compare(keyOrName, Qt::CaseInsensitive) == 0
            || slot.server->link().hello().server.compare(keyOrName, Qt::CaseInsensitive) == 0)
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
        known->setName(entry.name);
        if (entry.key != localKey())
            m_tree.setOwnName(entry.key, entry.name);
        m_tree.setAddress(entry.key, addressOf(entry));
        updateTree(entry.key);
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
    connect(server, &Server::silenceChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(server, &Server::troublesChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(server, &Server::draftWanted, this, [this, key = entry.key] { keepDraftAfterAll(key); });
    connect(server, &Server::policyChanged, this, [this, key = entry.key] { updateTree(key); });
    connect(&server->draft(), &PolicyDraft::changed, this, [this, key = entry.key] { updateTree(key); });
    m_tree.addServer({entry.key, server->displayName(), Reach::Offline,
        entry.key == localKey() ? QString() : entry.name, addressOf(entry)});
    emit serverAdded(entry.key);
    if (m_started)
        begin(slot);
    return server;
}

void Console::renameServer(const QString& key, const QString& name)
{
    const auto it = m_servers.find(key);
    if (it == m_servers.end() || key == localKey())
        return;
    it->second.entry.name = name;
    it->second.server->setName(name);
    m_tree.setOwnName(key, name);
    updateTree(key);
    if (const Status kept = ServerList(m_options.dataFolder).save(it->second.entry); !kept)
        emit reported(kept.error());
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
    openDrafts();
    for (auto& [key, slot] : m_servers)
        begin(slot);
    if (m_private)
        startPrivate();
}

void Console::begin(Slot& slot)
{
    Server* server = slot.server.get();
    if (m_drafts)
        keepDraft(slot);
    else
        server->setTrouble(Thing::Draft, m_noDrafts);
    if (slot.entry.endpoint.isLocal() || !slot.entry.endpoint.host.isEmpty())
        server->link().open(slot.entry.endpoint);
}

void Console::keepDraft(Slot& slot)
{
    Server* server = slot.server.get();
    slot.keeper = std::make_unique<DraftKeeper>(m_drafts, server->key(), server->draft());
    connect(slot.keeper.get(), &DraftKeeper::failed, this, &Console::reported);
    connect(slot.keeper.get(), &DraftKeeper::failed, server,
        [server](const Error& error) { server->setTrouble(Thing::Draft, error); });
    connect(slot.keeper.get(), &DraftKeeper::saved, server, [server] { server->setTrouble(Thing::Draft, {}); });
    connect(slot.keeper.get(), &DraftKeeper::takenOver, this,
        [this, server](const QStringList& kept) { takenOver(*server, kept); });
    // What was changed before there was a place to keep it is not given up for what was kept there.
    if (!server->draft().isClean()) {
        slot.keeper->saveNow();
    } else if (slot.keeper->resume() && !server->draft().isClean()) {
        emit resumed(server->key());
    }
}

void Console::keepDraftAfterAll(const QString& key)
{
    if (!m_drafts)
        openDrafts();
    if (!m_drafts)
        return;
    if (m_servers[key].keeper)
        m_servers[key].keeper->saveNow();
    for (auto& [each, slot] : m_servers) {
        if (slot.keeper)
            continue;
        slot.server->setTrouble(Thing::Draft, {});
        keepDraft(slot);
    }
}

void Console::openDrafts()
{
    const QDir folder(m_options.dataFolder);
    (void)makeOwnFolder(folder.path()); // what that could not do, the store says
    auto store = DraftStore::open(folder.filePath(QStringLiteral("drafts.db")));
    if (!store) {
        m_noDrafts = store.error();
        emit reported(store.error());
        return;
    }
    m_drafts = std::move(*store);
    m_alone = std::make_unique<QLockFile>(folder.filePath(QStringLiteral("console.lock")));
    m_alone->setStaleLockTime(0); // however long it runs; one that was killed does not count
    if (m_alone->tryLock() || m_alone->error() != QLockFile::LockFailedError)
        return;
    qint64 process = 0;
    QString host;
    QString program;
    m_alone->getLockInfo(&process, &host, &program);
    emit noted(tr("Another window of this console is open (process %1) and works on the same drafts: what is changed "
                  "in one shows in the other.")
                   .arg(process));
}

void Console::takenOver(Server& server, const QStringList& kept)
{
    if (kept.isEmpty()) {
        emit noted(tr("The draft of %1 was changed in another window.").arg(server.displayName()));
        return;
    }
    QStringList names;
    for (const QString& path : kept)
        names.append(texts::changePath(path));
    emit warned(
        tr("The draft of %1 was changed in another window as well; of what both changed, this window's was kept: %2")
            .arg(server.displayName(), names.join(QStringLiteral(", "))),
        {});
}

// Another one may serve in its folder, started by hand or by a second console: then that is the service of this
// computer, and only when it can't be reached a service of our own is started.
void Console::startPrivate()
{
    const QString socket = controlSocketIn(m_private->dataFolder());
    if (QFile::exists(socket))
        openLocal(socket);
    else
        m_private->start();
}

void Console::openLocal(const QString& socket)
{
    Slot& slot = m_servers[localKey()];
    slot.entry.endpoint.socketPath = socket;
    slot.server->link().open(slot.entry.endpoint);
}

void Console::localReachChanged()
{
    if (server(localKey())->link().state() == ControlClient::State::Waiting && !m_private->isActive())
        m_private->start();
}

void Console::privateFailed(const Error& error, bool served)
{
    Server& local = *server(localKey());
    if (!served && local.isOnline()) {
        m_private->stop(); // localReachChanged() starts it once the other one is gone
        return;
    }
    const QString socket = controlSocketIn(m_private->dataFolder());
    if (!served && local.link().state() == ControlClient::State::Closed && QFile::exists(socket)) {
        openLocal(socket);
        return;
    }
    emit warned(texts::detail(error), localKey());
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
    Mark services = Mark::None;
    QStringList stopped;
    for (const ServiceStatus& status : server->services().rows()) {
        const Server::ListenerState state = server->listenerState(status.name);
        const bool wanted = listenerOf(server->draft().head(), status.name).enabled;
        if (!server->isOnline() || state.mark == Mark::Good || (status.state == ServiceState::Stopped && !wanted))
            continue;
        services = std::max(services, state.mark);
        stopped.append(tr("%1: %2").arg(texts::service(status.name), state.words));
    }
    m_tree.setMark({NodeKind::Services, key}, services, stopped.join(u'\n'));
    const qint64 changes = server->draft().changes().size();
    m_tree.setCount({NodeKind::Changes, key}, changes ? std::optional<qint64>(changes) : std::nullopt);
}

} // namespace sallyport
