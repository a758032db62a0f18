// SPDX-License-Identifier: GPL-3.0-or-later
// What a view asks of SessionsModel: rows and texts.
#include "models/base/visibletext.h"
#include "models/items/sessionsmodel.h"
#include "models/items/tablemodel.h"
#include "models/items/texts.h"

#include <algorithm>
#include <cmath>

namespace sallyport
{

namespace
{

double endedFraction(TimePoint ended, TimePoint now)
{
    if (ended == TimePoint{})
        return 0;
    const double share
        = std::chrono::duration<double>(now - ended) / std::chrono::duration<double>(SessionsModel::fadeTime);
    return std::clamp(share, 0.01, 1.0);
}

QVariant alignment(int column)
{
    const Qt::Alignment side = column >= SessionsModel::Connections ? Qt::AlignRight : Qt::AlignLeft;
    return QVariant::fromValue(side | Qt::AlignVCenter);
}

QString destination(const Connection& connection)
{
    const bool bare = connection.host.contains(u':');
    return (bare ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(visibleText(connection.host), QString::number(connection.port));
}

} // namespace

int SessionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_now->rows.size();
}

int SessionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const SessionNode* SessionsModel::session(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? m_now->rows.at(index.row()).session : nullptr;
}

const ConnectionNode* SessionsModel::connection(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? m_now->rows.at(index.row()).connection : nullptr;
}

QModelIndex SessionsModel::indexOf(SessionId id) const
{
    const SessionNode* found = m_now->books.session(id);
    return found ? index(m_now->rows.rowOf(*found), 0) : QModelIndex();
}

QModelIndex SessionsModel::indexOfConnection(ConnectionId id) const
{
    const ConnectionNode* found = m_now->books.connection(id);
    return found ? index(m_now->rows.rowOf(*found), 0) : QModelIndex();
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role == filterNameRole || role == filterKindRole)
        return filterHeader(section, role);
    if (role == copyRole && (section == Sent || section == Received))
        return tr("%1 (bytes)").arg(headerData(section, orientation, Qt::DisplayRole).toString());
    if (role == copyRole && (section == SendRate || section == ReceiveRate))
        return tr("%1 (bytes/s)").arg(headerData(section, orientation, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole && role != copyRole)
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
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SessionRow row = m_now->rows.at(index.row());
    const ConnectionNode* child = row.connection;
    const SessionNode& owner = *row.session;
    switch (role) {
    case Qt::DisplayRole:
        return child ? connectionText(*child, index.column()) : sessionText(owner, index.column());
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case Qt::ToolTipRole:
        return exactText(row, index.column());
    case Qt::AccessibleDescriptionRole:
        return index.column() == 0 ? description(row) : QVariant();
    case copyRole:
        return copyText(row, index.column());
    case filterFieldsRole:
        return filterFields(row, index.column());
    case filterValueRole:
        return child ? QVariant() : filterValue(owner, index.column());
    case programRole:
        return owner.session.application;
    case SortRole:
        return child ? QVariant(static_cast<qulonglong>(child->connection.id)) : sortValue(owner, index.column());
    case IdRole:
        return static_cast<qulonglong>(child ? child->connection.id : owner.session.id);
    case IsConnectionRole:
        return child != nullptr;
    case EndedRole:
        return endedFraction(child ? child->endedAt : owner.endedAt, now());
    case BranchRole:
        if (child || owner.shownConnections.empty())
            return static_cast<int>(Branch::None);
        return static_cast<int>(owner.expanded ? Branch::Open : Branch::Closed);
    default:
        return {};
    }
}

// Of what its cell shows rounded.
QVariant SessionsModel::exactText(const SessionRow& row, int column) const
{
    const SessionNode& owner = *row.session;
    const ConnectionNode* child = row.connection;
    switch (column) {
    case Activated:
        return texts::exactTime(child ? child->connection.start : owner.session.activated);
    case Sent:
        return texts::exactBytes(child ? child->connection.bytesSent : owner.sent);
    case Received:
        return texts::exactBytes(child ? child->connection.bytesReceived : owner.received);
    case SendRate:
        return texts::exactRate(child ? child->connection.sendRate : owner.sendRate);
    case ReceiveRate:
        return texts::exactRate(child ? child->connection.receiveRate : owner.receiveRate);
    default:
        return {};
    }
}

// What the eye sees by the arrow and the indent.
QVariant SessionsModel::description(const SessionRow& row) const
{
    if (row.connection)
        return tr("connection of %1").arg(sessionText(*row.session, Type).toString());
    if (row.session->shownConnections.empty())
        return {};
    return row.session->expanded ? tr("expanded") : tr("collapsed");
}

// A connection's row speaks of its session as well.
QStringList SessionsModel::filterFields(const SessionRow& row, int column) const
{
    const Session& session = row.session->session;
    const auto field = [](const char* name, const QString& value) {
        return value.isEmpty() ? QStringList() : QStringList{QLatin1StringView(name), value};
    };
    switch (static_cast<Column>(column)) {
    case Type:
        if (!row.connection)
            return field("type", sessionTypeWord(session.type));
        return field("host", row.connection->connection.host)
            + field("port", QString::number(row.connection->connection.port));
    case User:
        return {QStringLiteral("user"), session.user}; // an anonymous one as well
    case Computer:
        return field("computer", session.computer);
    case Client:
        return field("client", session.client.toString());
    case Program:
        return field("program", session.application);
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
        return session.user.isEmpty() ? tr("anonymous") : visibleText(session.user);
    case Computer:
        return visibleText(session.computer);
    case Client:
        return session.client.toString();
    case Program:
        return visibleText(session.application);
    case Activated:
        return texts::age(session.activated, now());
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
        return texts::age(connection.start, now());
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

// Exact where the text is for the eye.
QVariant SessionsModel::copyText(const SessionRow& row, int column) const
{
    const SessionNode& owner = *row.session;
    const ConnectionNode* child = row.connection;
    switch (static_cast<Column>(column)) {
    case Activated:
        return texts::isoTime(child ? child->connection.start : owner.session.activated);
    case Connections:
        return child ? QString() : QString::number(owner.live);
    case Sent:
        return QString::number(child ? child->connection.bytesSent : owner.sent);
    case Received:
        return QString::number(child ? child->connection.bytesReceived : owner.received);
    case SendRate:
        return QString::number(std::llround(child ? child->connection.sendRate : owner.sendRate));
    case ReceiveRate:
        return QString::number(std::llround(child ? child->connection.receiveRate : owner.receiveRate));
    default:
        return child ? connectionText(*child, column) : sessionText(owner, column);
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

} // namespace sallyport
