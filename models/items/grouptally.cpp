// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/grouptally.h"

#include "models/policy/programname.h"

#include <algorithm>

namespace sallyport
{

namespace
{
constexpr std::size_t manyGroups = 1000;
}

const QStringList& GroupTally::fields()
{
    static const QStringList fields{QStringLiteral("program"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("host"), QStringLiteral("client"), QStringLiteral("type"), QStringLiteral("port")};
    return fields;
}

GroupTally::GroupTally(const QString& field)
    : m_field(field)
{
    m_all.isAll = true;
}

void GroupTally::begin(std::size_t sessions)
{
    m_sessions = sessions;
    ++m_count;
    m_counted = 0;
    m_spelled = 0;
    m_all.sessions = 0;
    m_all.rate = 0;
}

QString GroupTally::keyOf(const QString& value) const
{
    const QString key = m_field == u"program" ? programKey(value) : QString();
    return key.isEmpty() ? Filter::folded(value) : key;
}

void GroupTally::addTo(const QString& value, SessionId session, double rate)
{
    auto known = m_byValue.find(value);
    if (known == m_byValue.end()) {
        const QString key = keyOf(value);
        auto same = m_byKey.constFind(key);
        if (same == m_byKey.cend()) {
            same = m_byKey.insert(key, m_entries.size());
            m_entries.push_back({{value, key}});
            if (m_entries.size() == manyGroups) { // once, while that costs little
                m_byKey.reserve(static_cast<qsizetype>(m_sessions));
                m_byValue.reserve(static_cast<qsizetype>(m_sessions));
                same = m_byKey.constFind(key);
            }
        }
        QString& spelling = m_entries[*same].group.value;
        spelling = std::min(spelling, value);
        known = m_byValue.insert(value, {static_cast<std::uint32_t>(*same), 0});
    }
    if (known->count != m_count) {
        known->count = m_count;
        ++m_spelled;
    }
    Entry& entry = m_entries[known->entry];
    if (entry.count != m_count) {
        entry.count = m_count;
        entry.last = 0;
        entry.group.sessions = 0;
        entry.group.rate = 0;
        ++m_counted;
    }
    if (entry.last != session || entry.group.sessions == 0)
        ++entry.group.sessions;
    entry.last = session;
    entry.group.rate += rate;
}

void GroupTally::add(const SessionNode& node, const Fits& fits)
{
    const Session& session = node.session;
    const double rate = node.sendRate + node.receiveRate;
    ++m_all.sessions;
    m_all.rate += rate;
    const bool byHost = m_field == u"host";
    if (byHost || m_field == u"port") {
        for (const ConnectionNode* one : node.connections) {
            const Connection& connection = one->connection;
            if (one->ended() || (fits && !fits(*one)))
                continue;
            const QString host = connection.host.isEmpty() ? connection.address.toString() : connection.host;
            addTo(byHost ? host : QString::number(connection.port), session.id,
                connection.sendRate + connection.receiveRate);
        }
    } else if (m_field == u"program") {
        addTo(session.application, session.id, rate);
    } else if (m_field == u"user") {
        addTo(session.user, session.id, rate);
    } else if (m_field == u"computer") {
        addTo(session.computer, session.id, rate);
    } else if (m_field == u"client") {
        addTo(session.client.toString(), session.id, rate);
    } else {
        addTo(sessionTypeWord(session.type), session.id, rate);
    }
}

QList<SessionGroup> GroupTally::most(std::size_t count) const
{
    // By numbers alone: to read many names takes long.
    struct Place {
        qint64 sessions;
        std::size_t at;
    };
    std::vector<Place> places;
    places.reserve(m_counted);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].count == m_count)
            places.push_back({m_entries[i].group.sessions, i});
    }
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(count, places.size()));
    std::partial_sort(places.begin(), end, places.end(), [](const Place& a, const Place& b) {
        return a.sessions != b.sessions ? a.sessions > b.sessions : a.at < b.at;
    });
    QList<SessionGroup> most;
    std::for_each(places.begin(), end, [&](const Place& place) { most.append(m_entries[place.at].group); });
    return most;
}

SessionGroup GroupTally::group(const QString& value) const
{
    const QString key = keyOf(value);
    const auto known = m_byKey.constFind(key);
    if (known == m_byKey.cend())
        return {value, key};
    const Entry& entry = m_entries[*known];
    return entry.count == m_count ? entry.group : SessionGroup{entry.group.value, key};
}

} // namespace sallyport
