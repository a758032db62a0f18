// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/paletteentries.h"

#include "app/console/catalogue.h"
#include "app/console/console.h"
#include "app/console/panes/pane.h"
#include "app/console/window/keytips.h"
#include "app/console/window/mainwindow.h"
#include "dialogs/style/icons.h"
#include "models/policy/policypath.h"
#include "models/policy/programname.h"
#include "models/policy/sessionfilter.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr qsizetype mostNames = 20000; // of live sessions; who has more types a filter
constexpr std::size_t bucketsPerTurn = 1000;
constexpr qint64 pause = 3000; // milliseconds until the same sessions are looked through again

QString idOf(int kind, const QString& server, const QString& name)
{
    return QString::number(kind) + u'\t' + server + u'\t' + name; // neither holds a tab
}

} // namespace

PaletteEntries::PaletteEntries(MainWindow& window, const QList<QMenu*>& menus)
    : m_window(window)
{
    const QStringList servers = window.console().tree().servers();
    m_blocksAt = window.server() ? window.server()->key() : servers.value(0);
    for (const QMenu* menu : menus)
        addActions(*menu);
    addPlaces();
    addPrograms();
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PaletteEntries::collectSome);
}

PaletteEntries::~PaletteEntries()
{
    for (const QPointer<Server>& server : std::as_const(m_watched)) {
        if (server)
            server->unwatchSessions();
    }
}

Palette::Entry PaletteEntries::filtered(const QString& words) const
{
    Server* server = m_window.console().server(m_blocksAt);
    if (!server)
        return {};
    const auto filter = SessionFilter::parse(words, server->sessions().knownFields(), SessionFilter::Naming::Beginning);
    const auto named = [](const SessionFilter::Term& term) { return !term.field.isEmpty(); };
    if (!filter || !std::any_of(filter->terms.begin(), filter->terms.end(), named))
        return {};
    return {{}, words, {}, tr("Sessions that fit, on %1").arg(server->displayName()), {},
        icon(QLatin1StringView("filter")), [&window = m_window, key = m_blocksAt, words] {
            window.goFiltered({NodeKind::Sessions, key}, words);
        }};
}

void PaletteEntries::addActions(const QMenu& menu)
{
    for (QAction* action : menu.actions()) {
        if (action->menu()) {
            addActions(*action->menu());
        } else if (qobject_cast<QMenu*>(action->parent())) {
            // Made for that menu as it opens: it speaks of the row or the columns of the moment.
            continue;
        } else if (!action->isSeparator() && action->isEnabled() && action->objectName() != u"search") {
            m_entries.append({action->objectName(), plainText(*action), {}, plainText(*menu.menuAction()),
                action->shortcut().toString(QKeySequence::NativeText),
                action->icon().isNull() ? icon(QLatin1StringView("settings")) : action->icon(),
                [action = QPointer(action)] {
                    if (action)
                        action->trigger();
                }});
        }
    }
}

void PaletteEntries::addPlaces()
{
    const ConsoleTreeModel& tree = m_window.console().tree();
    const auto add = [&](const NodePath& path) {
        const QModelIndex index = tree.indexOf(path);
        const QByteArray iconName = index.data(ConsoleTreeModel::IconRole).toString().toLatin1();
        m_entries.append({QStringLiteral("place/%1/%2").arg(static_cast<int>(path.kind)).arg(path.server),
            index.data().toString(), {}, tree.trail(index.parent()), {}, icon(QLatin1StringView(iconName)),
            [this, path] { m_window.go(path); }});
    };
    add({});
    QStringList servers = tree.servers();
    if (servers.removeOne(m_blocksAt))
        servers.prepend(m_blocksAt); // of two places with one name, the one of the server in view
    for (const QString& server : std::as_const(servers)) {
        for (int kind = static_cast<int>(NodeKind::Server); kind < static_cast<int>(NodeKind::Count); ++kind)
            add({static_cast<NodeKind>(kind), server});
    }
}

void PaletteEntries::addPrograms()
{
    for (const QString& key : m_window.console().tree().servers()) {
        const Policy& policy = m_window.console().server(key)->draft().policy();
        for (const ApplicationEntry& entry : policy.client.applications) {
            m_inPolicy.insert(key + u'/' + programKey(entry.name));
            note(m_entries, Kind::InPolicy, key, entry.name);
        }
    }
    for (const OfferedProgram& program : applicationCatalogue())
        note(m_entries, Kind::Block, m_blocksAt, program.name);
}

void PaletteEntries::note(QList<Palette::Entry>& fresh, Kind kind, const QString& server, const QString& name)
{
    if (name.isEmpty() || server.isEmpty())
        return;
    if (kind == Kind::Block
        && (m_inPolicy.contains(server + u'/' + programKey(name)) || !m_window.console().server(server)->mayEdit()))
        return;
    const QString known = kind == Kind::Block ? programKey(name) : name;
    const QString id = idOf(static_cast<int>(kind), server, known);
    if (m_ids.contains(id))
        return;
    m_ids.insert(id);
    fresh.append(make(kind, server, name));
}

Palette::Entry PaletteEntries::make(Kind kind, const QString& server, const QString& name) const
{
    const QString at = m_window.console().server(server)->displayName();
    const QString id = idOf(static_cast<int>(kind), server, name);
    const auto sessions = [this, server, name](const QString& field) {
        m_window.goFiltered({NodeKind::Sessions, server}, Filter::word(field, name));
    };
    static const QIcon program = icon(QLatin1StringView("program"));
    static const QIcon deny = icon(QLatin1StringView("deny"));
    static const QIcon user = icon(QLatin1StringView("user"));
    static const QIcon computer = icon(QLatin1StringView("client"));
    static const QIcon host = icon(QLatin1StringView("network"));
    switch (kind) {
    case Kind::InPolicy:
        return {id, name, {}, tr("Program in the policy of %1").arg(at), {}, program, [this, server, name] {
                    m_window.goToRow({NodeKind::FirewallClient, server}, entryPath(name));
                }};
    case Kind::Block:
        return {id, tr("Block %1…").arg(name), name, tr("Program, at %1").arg(at), {}, deny,
            [this, server, name] { m_window.block(server, name); }};
    case Kind::Program:
        return {id, tr("Sessions of %1").arg(name), name, tr("Program at %1").arg(at), {}, program,
            [sessions] { sessions(QStringLiteral("program")); }};
    case Kind::User:
        return {id, name, {}, tr("User at %1").arg(at), {}, user, [sessions] { sessions(QStringLiteral("user")); }};
    case Kind::Computer:
        return {id, name, {}, tr("Computer at %1").arg(at), {}, computer,
            [sessions] { sessions(QStringLiteral("computer")); }};
    case Kind::Host:
        return {id, name, {}, tr("Host, from %1").arg(at), {}, host, [sessions] { sessions(QStringLiteral("host")); }};
    case Kind::Client:
        return {id, name, {}, tr("Address of a computer at %1").arg(at), {}, computer,
            [sessions] { sessions(QStringLiteral("client")); }};
    }
    return {};
}

Palette::Entry PaletteEntries::remembered(const QString& id)
{
    bool isNumber = false;
    const int kind = id.section(u'\t', 0, 0).toInt(&isNumber);
    const QString server = id.section(u'\t', 1, 1);
    const bool live = isNumber && kind >= static_cast<int>(Kind::Program) && kind <= static_cast<int>(Kind::Client);
    if (live)
        m_ids.insert(id); // not to be found twice
    return live && m_window.console().server(server) ? make(static_cast<Kind>(kind), server, id.section(u'\t', 2))
                                                     : Palette::Entry();
}

void PaletteEntries::collect()
{
    for (const QString& key : m_window.console().tree().servers()) {
        Server* server = m_window.console().server(key);
        if (!server->isOnline())
            continue;
        server->watchSessions();
        m_watched.append(server);
        connect(server, &Server::sessionsRefreshed, this, [this, key] { restart(key); });
        restart(key);
    }
}

void PaletteEntries::restart(const QString& server)
{
    const std::size_t count = m_window.console().server(server)->sessions().books().sessions().size();
    const std::size_t seen = m_seen.value(server);
    const bool many = count > seen + seen / 10; // the rest is mostly of those that are known
    if (m_servers.contains(server) || m_ids.size() >= mostNames || (!many && !m_since.hasExpired(pause)))
        return;
    m_seen.insert(server, count);
    m_since.start();
    m_servers.append(server);
    m_turn.start();
}

void PaletteEntries::collectSome()
{
    const QString key = m_servers.constFirst();
    QList<Palette::Entry> fresh;
    Server* server = m_window.console().server(key);
    const auto* sessions = server ? &server->sessions().books().sessions() : nullptr;
    const std::size_t buckets = sessions ? sessions->bucket_count() : 0;
    const std::size_t end = std::min(buckets, m_bucket + bucketsPerTurn);
    for (; m_bucket < end && m_ids.size() < mostNames; ++m_bucket) {
        for (auto it = sessions->begin(m_bucket); it != sessions->end(m_bucket); ++it) {
            const SessionNode& node = *it->second;
            note(fresh, Kind::Block, key, programName(node.session.application));
            note(fresh, Kind::Program, key, programName(node.session.application));
            note(fresh, Kind::User, key, node.session.user);
            note(fresh, Kind::Computer, key, node.session.computer);
            note(fresh, Kind::Client, key, node.session.client.toString());
            for (const ConnectionNode* connection : node.connections)
                note(fresh, Kind::Host, key, connection->connection.host);
        }
    }
    if (m_bucket >= buckets || m_ids.size() >= mostNames) {
        m_bucket = 0;
        m_servers.removeFirst();
    }
    if (m_servers.isEmpty())
        m_turn.stop();
    if (!fresh.isEmpty())
        emit collected(fresh);
}

} // namespace sallyport
