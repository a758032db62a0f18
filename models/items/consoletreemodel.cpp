// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/consoletreemodel.h"

#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <array>

namespace sallyport
{

namespace
{

struct Spec {
    NodeKind kind;
    NodeKind parent;
    const char* icon;
    const char* title;
};

// In the order of the tree; parents first.
constexpr std::array specs{
    Spec{NodeKind::Root, NodeKind::Root, "servers",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Servers and Arrays")},
    Spec{NodeKind::Server, NodeKind::Root, "server", QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Server")},
    Spec{NodeKind::Monitoring, NodeKind::Server, "monitoring",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Monitoring")},
    Spec{NodeKind::Services, NodeKind::Monitoring, "services",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Services")},
    Spec{NodeKind::Sessions, NodeKind::Monitoring, "sessions",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Sessions")},
    Spec{NodeKind::FirewallClients, NodeKind::Monitoring, "computers",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Firewall Clients")},
    Spec{NodeKind::Extensions, NodeKind::Server, "extensions",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Extensions")},
    Spec{NodeKind::ApplicationFilters, NodeKind::Extensions, "filters",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Application Filters")},
    Spec{NodeKind::NetworkConfiguration, NodeKind::Server, "network",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Network Configuration")},
    Spec{NodeKind::LocalAddressTable, NodeKind::NetworkConfiguration, "local-addresses",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Local Address Table")},
    Spec{NodeKind::LocalDomainTable, NodeKind::NetworkConfiguration, "local-domains",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Local Domain Table")},
    Spec{NodeKind::ClientConfiguration, NodeKind::Server, "client-configuration",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Client Configuration")},
    Spec{NodeKind::WebBrowser, NodeKind::ClientConfiguration, "web-browser",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Web Browser")},
    Spec{NodeKind::FirewallClient, NodeKind::ClientConfiguration, "firewall-client",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Firewall Client")},
    Spec{
        NodeKind::Changes, NodeKind::Server, "difference", QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Changes")},
    Spec{NodeKind::History, NodeKind::Changes, "history", QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "History")},
    Spec{NodeKind::AuditTrail, NodeKind::Changes, "audit",
        QT_TRANSLATE_NOOP("sallyport::ConsoleTreeModel", "Audit Trail")},
};
static_assert(specs.size() == static_cast<std::size_t>(NodeKind::Count));

const Spec& spec(NodeKind kind)
{
    return specs[static_cast<std::size_t>(kind)];
}

// Row of a kind among its siblings below a server.
int rowOf(NodeKind kind)
{
    int row = 0;
    for (const Spec& entry : specs) {
        if (entry.kind == kind)
            return row;
        if (entry.parent == spec(kind).parent && entry.kind > NodeKind::Server)
            ++row;
    }
    return 0;
}

// internalId: kind in the low byte, row of the server above.
constexpr quintptr pack(NodeKind kind, int server)
{
    return static_cast<quintptr>(kind) | (static_cast<quintptr>(server) << 8);
}
NodeKind kindOf(const QModelIndex& index)
{
    return static_cast<NodeKind>(index.internalId() & 0xff);
}
int serverOf(const QModelIndex& index)
{
    return static_cast<int>(index.internalId() >> 8);
}

} // namespace

QString ConsoleTreeModel::title(NodeKind kind)
{
    return tr(spec(kind).title);
}

NodeKind ConsoleTreeModel::placeOf(const QString& policyPath)
{
    constexpr std::array places{
        std::pair(QLatin1StringView("client.webProxy"), NodeKind::WebBrowser),
        std::pair(QLatin1StringView("client.setBrowsers"), NodeKind::WebBrowser),
        std::pair(QLatin1StringView("client.configurationUrl"), NodeKind::WebBrowser),
        std::pair(QLatin1StringView("client."), NodeKind::FirewallClient),
        std::pair(QLatin1StringView("filters."), NodeKind::ApplicationFilters),
        std::pair(QLatin1StringView("localAddresses"), NodeKind::LocalAddressTable),
        std::pair(QLatin1StringView("localDomains"), NodeKind::LocalDomainTable),
    };
    const auto found = std::find_if(
        places.begin(), places.end(), [&policyPath](const auto& place) { return policyPath.startsWith(place.first); });
    return found == places.end() ? NodeKind::Server : found->second;
}

QString ConsoleTreeModel::iconName(NodeKind kind)
{
    return QString::fromLatin1(spec(kind).icon);
}

void ConsoleTreeModel::addServer(const Server& server)
{
    const int row = static_cast<int>(m_servers.size());
    beginInsertRows(indexOf({}), row, row);
    m_servers.append({server, {}});
    endInsertRows();
}

void ConsoleTreeModel::removeServer(const QString& key)
{
    const int row = serverRow(key);
    if (row < 0)
        return;
    // Nodes below later servers carry their server's row, which persistent indexes would keep wrongly.
    beginResetModel();
    m_servers.removeAt(row);
    endResetModel();
}

void ConsoleTreeModel::setReach(const QString& key, Reach reach)
{
    const int row = serverRow(key);
    if (row < 0 || m_servers.at(row).server.reach == reach)
        return;
    m_servers[row].server.reach = reach;
    changed({NodeKind::Server, key});
}

void ConsoleTreeModel::setTrouble(const QString& key, Mark trouble, const QString& troubles)
{
    const int row = serverRow(key);
    if (row < 0)
        return;
    Entry& entry = m_servers[row];
    if (entry.trouble == trouble && entry.troubles == troubles)
        return;
    entry.trouble = trouble;
    entry.troubles = troubles;
    changed({NodeKind::Server, key});
}

void ConsoleTreeModel::setName(const QString& key, const QString& name)
{
    const int row = serverRow(key);
    if (row < 0 || m_servers.at(row).server.name == name)
        return;
    m_servers[row].server.name = name;
    changed({NodeKind::Server, key});
}

void ConsoleTreeModel::setOwnName(const QString& key, const QString& name)
{
    if (const int row = serverRow(key); row >= 0)
        m_servers[row].server.ownName = name;
}

void ConsoleTreeModel::setAddress(const QString& key, const QString& address)
{
    const int row = serverRow(key);
    if (row < 0 || m_servers.at(row).server.address == address)
        return;
    m_servers[row].server.address = address;
    changed({NodeKind::Server, key});
}

void ConsoleTreeModel::setMark(const NodePath& path, Mark mark, const QString& words)
{
    const int row = serverRow(path.server);
    if (row < 0 || m_servers.at(row).marks.value(path.kind) == Trouble{mark, words})
        return;
    m_servers[row].marks.insert(path.kind, {mark, words});
    changed(path);
}

Qt::ItemFlags ConsoleTreeModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const bool named = index.isValid() && kindOf(index) == NodeKind::Server
        && !m_servers.at(serverOf(index)).server.ownName.isEmpty();
    return named ? flags | Qt::ItemIsEditable : flags;
}

bool ConsoleTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable) || name.isEmpty())
        return false;
    emit renamed(m_servers.at(serverOf(index)).server.key, name);
    return true;
}

void ConsoleTreeModel::setCount(const NodePath& path, std::optional<qint64> count)
{
    const int row = serverRow(path.server);
    if (row < 0)
        return;
    QMap<NodeKind, qint64>& counts = m_servers[row].counts;
    const auto known = counts.constFind(path.kind);
    if (count ? known != counts.constEnd() && *known == *count : known == counts.constEnd())
        return;
    if (count)
        counts.insert(path.kind, *count);
    else
        counts.remove(path.kind);
    changed(path);
}

QStringList ConsoleTreeModel::servers() const
{
    QStringList keys;
    for (const Entry& entry : m_servers)
        keys.append(entry.server.key);
    return keys;
}

int ConsoleTreeModel::serverRow(const QString& key) const
{
    for (int row = 0; row < m_servers.size(); ++row) {
        if (m_servers.at(row).server.key == key)
            return row;
    }
    return -1;
}

void ConsoleTreeModel::changed(const NodePath& path)
{
    const QModelIndex index = indexOf(path);
    emit dataChanged(index, index);
}

QModelIndex ConsoleTreeModel::indexOf(const NodePath& path) const
{
    if (path.kind == NodeKind::Root)
        return createIndex(0, 0, pack(NodeKind::Root, 0));
    const int server = serverRow(path.server);
    if (server < 0)
        return {};
    return createIndex(path.kind == NodeKind::Server ? server : rowOf(path.kind), 0, pack(path.kind, server));
}

NodePath ConsoleTreeModel::pathOf(const QModelIndex& index)
{
    return {static_cast<NodeKind>(index.data(KindRole).toInt()), index.data(ServerRole).toString()};
}

QString ConsoleTreeModel::trail(const QModelIndex& index) const
{
    QStringList names;
    for (QModelIndex at = index; at.isValid() && (names.isEmpty() || kindOf(at) != NodeKind::Root); at = at.parent())
        names.prepend(at.data().toString());
    return names.join(QStringLiteral(" › "));
}

QModelIndex ConsoleTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(0, 0, pack(NodeKind::Root, 0));
    if (kindOf(parent) == NodeKind::Root)
        return createIndex(row, 0, pack(NodeKind::Server, row));
    int at = row;
    for (const Spec& entry : specs) {
        if (entry.parent == kindOf(parent) && entry.kind > NodeKind::Server && at-- == 0)
            return createIndex(row, 0, pack(entry.kind, serverOf(parent)));
    }
    return {};
}

QModelIndex ConsoleTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || kindOf(child) == NodeKind::Root)
        return {};
    const NodeKind above = spec(kindOf(child)).parent;
    if (above == NodeKind::Root)
        return createIndex(0, 0, pack(NodeKind::Root, 0));
    const int server = serverOf(child);
    return createIndex(above == NodeKind::Server ? server : sallyport::rowOf(above), 0, pack(above, server));
}

int ConsoleTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return 1;
    if (kindOf(parent) == NodeKind::Root)
        return static_cast<int>(m_servers.size());
    int rows = 0;
    for (const Spec& entry : specs)
        rows += entry.parent == kindOf(parent) && entry.kind > NodeKind::Server ? 1 : 0;
    return rows;
}

int ConsoleTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

// Where it is and how it is, each on its line.
QString ConsoleTreeModel::stateOf(const Entry& entry)
{
    QStringList lines;
    if (!entry.server.address.isEmpty())
        lines.append(entry.server.address);
    if (!entry.troubles.isEmpty())
        lines.append(entry.troubles);
    else
        lines.append(entry.server.reach == Reach::Online  ? tr("Connected")
                : entry.server.reach == Reach::Connecting ? tr("Connecting")
                                                          : tr("Not connected"));
    return lines.join(u'\n');
}

QVariant ConsoleTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NodeKind kind = kindOf(index);
    const Entry* entry = kind == NodeKind::Root ? nullptr : &m_servers.at(serverOf(index));
    const auto count = entry ? entry->counts.constFind(kind) : QMap<NodeKind, qint64>::const_iterator();
    const bool counted = entry && count != entry->counts.constEnd();
    switch (role) {
    case Qt::DisplayRole:
        return kind == NodeKind::Server ? visibleText(entry->server.name) : title(kind);
    case Qt::EditRole:
        return kind == NodeKind::Server ? entry->server.ownName : title(kind);
    case Qt::ToolTipRole:
        return entry ? visibleWords(kind == NodeKind::Server ? stateOf(*entry) : entry->marks.value(kind).words)
                     : QString();
    case Qt::AccessibleTextRole:
        if (kind == NodeKind::Server && !entry->troubles.isEmpty())
            return tr("%1, %2").arg(visibleText(entry->server.name), visibleWords(entry->troubles));
        if (entry && !entry->marks.value(kind).words.isEmpty())
            return tr("%1, %2").arg(title(kind), visibleWords(entry->marks.value(kind).words));
        return counted ? tr("%1, %2").arg(title(kind), texts::count(*count)) : data(index, Qt::DisplayRole).toString();
    case Qt::AccessibleDescriptionRole:
        return markWord(static_cast<Mark>(data(index, MarkRole).toInt()));
    case KindRole:
        return static_cast<int>(kind);
    case ServerRole:
        return entry ? entry->server.key : QString();
    case CountRole:
        return counted ? QVariant(*count) : QVariant();
    case IconRole:
        return iconName(kind);
    case MarkRole:
        if (kind != NodeKind::Server)
            return static_cast<int>(entry ? entry->marks.value(kind).mark : Mark::None);
        if (entry->server.reach != Reach::Online)
            return static_cast<int>(Mark::Attention);
        return static_cast<int>(entry->trouble == Mark::None ? Mark::Good : entry->trouble);
    case OnlineRole:
        return kind == NodeKind::Server && entry->server.reach == Reach::Online;
    default:
        return {};
    }
}

} // namespace sallyport
