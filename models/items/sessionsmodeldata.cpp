// SPDX-License-Identifier: GPL-3.0-or-later
// What a view asks of SessionsModel: structure, texts, order.
#include "models/items/sessionsmodel.h"
#include "models/items/texts.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// Rows move a little with every insertion and removal above them; the place where a node was last seen is close.
template <typename Node> int findNear(const std::vector<Node*>& rows, const Node* node, int hint)
{
    const int size = static_cast<int>(rows.size());
    for (int low = std::min(hint, size - 1), high = low + 1; low >= 0 || high < size; --low, ++high) {
        if (low >= 0 && rows[static_cast<std::size_t>(low)] == node)
            return low;
        if (high >= 0 && high < size && rows[static_cast<std::size_t>(high)] == node)
            return high;
    }
    return -1;
}

double endedFraction(TimePoint ended, TimePoint now)
{
    if (ended == TimePoint{})
        return 0;
    const double share
        = std::chrono::duration<double>(now - ended) / std::chrono::duration<double>(SessionsModel::fadeTime);
    return std::clamp(share, 0.01, 1.0);
}

QString destination(const Connection& connection)
{
    const bool bare = connection.host.contains(u':');
    return (bare ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(connection.host).arg(connection.port);
}

} // namespace

int SessionsModel::rowOf(const SessionNode* node) const
{
    const int row = findNear(m_rows, node, std::max(0, node->row));
    const_cast<SessionNode*>(node)->row = row;
    return row;
}

int SessionsModel::rowOf(const ConnectionNode* node)
{
    return findNear(node->session->shownConnections, node, std::max(0, node->row));
}

QModelIndex SessionsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_rows[static_cast<std::size_t>(parent.row())] : nullptr);
}

QModelIndex SessionsModel::parent(const QModelIndex& child) const
{
    const auto* owner = static_cast<const SessionNode*>(child.internalPointer());
    return child.isValid() && owner ? createIndex(rowOf(owner), 0, nullptr) : QModelIndex();
}

int SessionsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalPointer() || parent.column() != 0 || parent.row() >= static_cast<int>(m_rows.size()))
        return 0;
    return static_cast<int>(m_rows[static_cast<std::size_t>(parent.row())]->shownConnections.size());
}

bool SessionsModel::hasChildren(const QModelIndex& parent) const
{
    if (!parent.isValid() || parent.internalPointer() || parent.column() != 0)
        return rowCount(parent) > 0;
    // A layout asks this of every row in turn, and waits for memory more than for anything else.
    const auto row = static_cast<std::size_t>(parent.row());
    if (row + 8 < m_rows.size())
        __builtin_prefetch(m_rows[row + 8]);
    return row < m_rows.size() && !m_rows[row]->shownConnections.empty();
}

int SessionsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

Qt::ItemFlags SessionsModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.internalPointer())
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

const SessionNode* SessionsModel::node(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != this)
        return nullptr;
    if (const void* owner = index.internalPointer())
        return static_cast<const SessionNode*>(owner);
    return index.row() < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(index.row())] : nullptr;
}

const Session* SessionsModel::session(const QModelIndex& index) const
{
    const SessionNode* found = node(index);
    return found ? &found->session : nullptr;
}

const Connection* SessionsModel::connection(const QModelIndex& index) const
{
    const auto* owner = static_cast<const SessionNode*>(index.internalPointer());
    if (!index.isValid() || !owner || index.row() >= static_cast<int>(owner->shownConnections.size()))
        return nullptr;
    return &owner->shownConnections[static_cast<std::size_t>(index.row())]->connection;
}

QModelIndex SessionsModel::indexOf(SessionId id) const
{
    const SessionNode* found = m_books->session(id);
    return found && found->shown && found->row >= 0 ? createIndex(rowOf(found), 0, nullptr) : QModelIndex();
}

QModelIndex SessionsModel::indexOfConnection(ConnectionId id) const
{
    const ConnectionNode* found = m_books->connection(id);
    if (!found || !found->shown || !found->session->shown)
        return {};
    return createIndex(rowOf(found), 0, found->session);
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            section >= Connections ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Type:
        return tr("Session type");
    case User:
        return tr("User name");
    case Computer:
        return tr("Client computer");
    case Client:
        return tr("Client address");
    case Program:
        return tr("Application");
    case Activated:
        return tr("Activation");
    case Connections:
        return tr("Connections");
    case Sent:
        return tr("Sent");
    case Received:
        return tr("Received");
    case SendRate:
        return tr("Out");
    case ReceiveRate:
        return tr("In");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SessionsModel::data(const QModelIndex& index, int role) const
{
    const SessionNode* owner = node(index);
    if (!owner)
        return {};
    const bool isConnection = index.internalPointer() != nullptr;
    if (isConnection && index.row() >= static_cast<int>(owner->shownConnections.size()))
        return {};
    const ConnectionNode* child
        = isConnection ? owner->shownConnections[static_cast<std::size_t>(index.row())] : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return child ? connectionText(*child, index.column()) : sessionText(*owner, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            index.column() >= Connections ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::ToolTipRole:
        if (index.column() == Activated)
            return texts::exactTime(child ? child->connection.start : owner->session.activated);
        return {};
    case SortRole:
        return child ? QVariant(static_cast<qulonglong>(child->connection.id)) : sortValue(*owner, index.column());
    case IdRole:
        return static_cast<qulonglong>(child ? child->connection.id : owner->session.id);
    case IsConnectionRole:
        return isConnection;
    case EndedRole:
        return endedFraction(child ? child->endedAt : owner->endedAt, m_clock.now());
    default:
        return {};
    }
}

QVariant SessionsModel::sessionText(const SessionNode& node, int column) const
{
    const Session& session = node.session;
    switch (static_cast<Column>(column)) {
    case Type:
        return texts::sessionType(session.type);
    case User:
        return session.user.isEmpty() ? tr("anonymous") : session.user;
    case Computer:
        return session.computer;
    case Client:
        return session.client.toString();
    case Program:
        return session.application;
    case Activated:
        return texts::age(session.activated, m_clock.now());
    case Connections:
        return node.ended() ? tr("ended") : texts::count(node.live);
    case Sent:
        return texts::bytes(node.sent);
    case Received:
        return texts::bytes(node.received);
    case SendRate:
        return texts::rate(node.sendRate);
    case ReceiveRate:
        return texts::rate(node.receiveRate);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SessionsModel::connectionText(const ConnectionNode& node, int column) const
{
    const Connection& connection = node.connection;
    switch (static_cast<Column>(column)) {
    case Type:
        return destination(connection);
    case Client:
        return connection.address.isNull() || connection.address.toString() == connection.host
            ? QString()
            : tr("to %1").arg(connection.address.toString());
    case Activated:
        return texts::age(connection.start, m_clock.now());
    case Connections:
        return node.ended() ? tr("ended") : QString();
    case Sent:
        return texts::bytes(connection.bytesSent);
    case Received:
        return texts::bytes(connection.bytesReceived);
    case SendRate:
        return texts::rate(connection.sendRate);
    case ReceiveRate:
        return texts::rate(connection.receiveRate);
    default:
        return {};
    }
}

QVariant SessionsModel::sortValue(const SessionNode& node, int column) const
{
    switch (static_cast<Column>(column)) {
    case Activated:
        return static_cast<qlonglong>(node.session.activated.time_since_epoch().count());
    case Connections:
        return node.live;
    case Sent:
        return static_cast<qulonglong>(node.sent);
    case Received:
        return static_cast<qulonglong>(node.received);
    case SendRate:
        return node.sendRate;
    case ReceiveRate:
        return node.receiveRate;
    default:
        return sessionText(node, column);
    }
}

void SessionsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_order = {column, order};
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = persistentIndexList();
    std::vector<const SessionNode*> nodes;
    for (const QModelIndex& index : old)
        nodes.push_back(node(index));
    m_order.sort(m_all);
    pickShown();
    QModelIndexList moved;
    for (qsizetype i = 0; i < old.size(); ++i) {
        const bool isConnection = old.at(i).internalPointer() != nullptr;
        moved.append(isConnection ? old.at(i)
                                  : createIndex(nodes[static_cast<std::size_t>(i)]->row, old.at(i).column(), nullptr));
    }
    changePersistentIndexList(old, moved);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace sallyport
