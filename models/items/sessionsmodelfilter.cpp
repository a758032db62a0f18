// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter asks of SessionsModel, and which rows it leaves.
#include "models/items/listroles.h"
#include "models/items/sessionsmodel.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// The field of SessionFilter that a column shows.
QString fieldOf(int column)
{
    switch (static_cast<SessionsModel::Column>(column)) {
    case SessionsModel::Type:
        return QStringLiteral("type");
    case SessionsModel::User:
        return QStringLiteral("user");
    case SessionsModel::Computer:
        return QStringLiteral("computer");
    case SessionsModel::Client:
        return QStringLiteral("client");
    case SessionsModel::Program:
        return QStringLiteral("program");
    case SessionsModel::Activated:
        return QStringLiteral("age");
    case SessionsModel::Connections:
        return QStringLiteral("connections");
    case SessionsModel::Sent:
        return QStringLiteral("sent");
    case SessionsModel::Received:
        return QStringLiteral("received");
    case SessionsModel::SendRate:
        return QStringLiteral("out");
    case SessionsModel::ReceiveRate:
        return QStringLiteral("in");
    case SessionsModel::ColumnCount:
        break;
    }
    return {};
}

// A session and its first connection are two waits for memory, one behind the other: asked for before their turn, those
// of several sessions overlap.
void fetchAhead(const std::vector<SessionNode*>& sessions, std::size_t i)
{
    constexpr std::size_t ahead = 8;
    constexpr std::size_t cacheLine = 64;
    if (i + 2 * ahead >= sessions.size())
        return;
    const auto* node = reinterpret_cast<const char*>(sessions[i + 2 * ahead]);
    __builtin_prefetch(node);
    __builtin_prefetch(node + cacheLine);
    const ConnectionNodes& connections = sessions[i + ahead]->connections;
    if (!connections.isEmpty())
        __builtin_prefetch(connections.front());
}

} // namespace

QList<Filter::Field> SessionsModel::knownFields() const
{
    QList<Filter::Field> fields = SessionFilter::fields();
    const auto name = [&fields](const QString& field, const QString& title) {
        for (Filter::Field& known : fields) {
            if (known.name != field)
                continue;
            known.title = title;
            if (!known.goesBy(Filter::nameOf(title)))
                known.others.prepend(Filter::nameOf(title));
        }
    };
    for (int column = 0; column < ColumnCount; ++column)
        name(fieldOf(column), headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    name(QStringLiteral("host"), tr("Destination"));
    name(QStringLiteral("port"), tr("Port"));
    return fields;
}

QList<ConnectionId> SessionsModel::shownConnections() const
{
    QList<ConnectionId> ids;
    for (const SessionNode* node : m_now->rows.sessions()) {
        if (!node->shown || node->ended())
            continue;
        for (const ConnectionNode* connection : node->shownConnections) {
            if (!connection->ended())
                ids.append(connection->connection.id);
        }
    }
    return ids;
}

ValueCounts SessionsModel::valuesOf(const QString& field) const
{
    const std::vector<SessionNode*> sessions = m_now->rows.sessions();
    return countValues(static_cast<qsizetype>(sessions.size()), [&](qsizetype i) -> QStringList {
        const SessionNode& node = *sessions[static_cast<std::size_t>(i)];
        const Session& session = node.session;
        if (field == u"type")
            return {sessionTypeWord(session.type)};
        if (field == u"user")
            return {session.user};
        if (field == u"computer")
            return {session.computer};
        if (field == u"client")
            return {session.client.toString()};
        if (field == u"program")
            return {session.application};
        QStringList texts;
        for (const ConnectionNode* one : node.connections) {
            const QString text = field == u"host" ? one->connection.host
                : field == u"port"                ? QString::number(one->connection.port)
                                                  : QString();
            if (!text.isEmpty() && !texts.contains(text))
                texts.append(text);
        }
        return texts;
    });
}

QVariant SessionsModel::filterHeader(int column, int role)
{
    const Filter::Field* field = Filter::fieldNamed(fieldOf(column), SessionFilter::fields(), Filter::Naming::Whole);
    if (!field)
        return {};
    return role == filterNameRole ? QVariant(field->name) : QVariant(static_cast<int>(field->kind));
}

QVariant SessionsModel::filterValue(const SessionNode& node, int column) const
{
    switch (static_cast<Column>(column)) {
    case Type:
        return sessionTypeWord(node.session.type);
    case User:
        return node.session.user;
    case Computer:
        return node.session.computer;
    case Program:
        return node.session.application;
    default:
        return sortValue(node, column);
    }
}

void SessionsModel::setFilter(const SessionFilter& filter)
{
    take(filter, Taking::Always);
}

bool SessionsModel::setFilterThatFitsAny(const SessionFilter& filter)
{
    return take(filter, Taking::IfAnyFits);
}

bool SessionsModel::take(const SessionFilter& filter, Taking taking)
{
    const bool same = filter.terms == m_filter.terms && !filter.hasFigures();
    const bool narrows = SessionBooks::narrows(m_filter, filter);
    const SessionBooks::Test test(filter, now());
    Nodes changed;
    bool any = false;
    const Nodes sessions = m_now->rows.sessions();
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        fetchAhead(sessions, i);
        SessionNode* node = sessions[i];
        if (!node->shown && (narrows || same))
            continue;
        // What it leaves in the node is asked for right after judging alone.
        if (!same && m_now->books.judge(*node, test))
            changed.push_back(node);
        any = any || same || node->fits;
        if (same && any)
            break;
    }
    if (!any && taking == Taking::IfAnyFits)
        return false;
    m_filter = filter;
    if (!filter.hasAge())
        m_agePass.stop();
    else if (!m_agePass.isActive())
        m_agePass.start();
    if (same)
        return true;
    m_test = test;
    // Many words fit the same sessions as the word before them.
    if (!changed.empty())
        showAnew(changed);
    if (m_staged) {
        for (SessionNode* node : m_staged->rows.sessions()) {
            m_staged->books.judge(*node, m_test);
            SessionBooks::show(*node);
        }
        m_staged->rows.updateAll();
    }
    emit refreshed();
    return true;
}

void SessionsModel::showAnew(const Nodes& judged)
{
    beginResetModel();
    std::for_each(judged.begin(), judged.end(), [](SessionNode* node) { SessionBooks::show(*node); });
    m_now->rows.updateAll();
    count();
    endResetModel();
}

// What fits by a figure may fit no longer, or from now on. What has ended fades where it is.
void SessionsModel::judgeAgain(Nodes touched)
{
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    std::erase_if(touched, [this](SessionNode* node) { return node->ended() || !m_now->books.judge(*node, m_test); });
    if (touched.size() > mostSteps)
        return showAnew(touched);
    SessionRows& rows = m_now->rows;
    for (SessionNode* node : touched) {
        if (node->shown) {
            const int row = rows.rowOf(*node);
            beginRemoveRows({}, row, row + node->rows() - 1);
            --m_shown.sessions;
            m_shown.connections -= node->liveShown();
            node->shown = false;
            rows.update(*node);
            endRemoveRows();
        }
        if (!node->fits)
            continue;
        const int row = rows.rowFor(*node);
        SessionBooks::show(*node);
        beginInsertRows({}, row, row + node->rows() - 1);
        rows.update(*node);
        endInsertRows();
        ++m_shown.sessions;
        m_shown.connections += node->liveShown();
        noteChanged(node);
    }
}

} // namespace sallyport
