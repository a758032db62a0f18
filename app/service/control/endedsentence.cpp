// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/endedsentence.h"

#include "models/base/counted.h"
#include "models/base/quoted.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr qsizetype room = 1400; // characters; a record holds 2,000
constexpr qsizetype placesNamed = 5; // of one user's program

// One user's program, and what of it was ended.
struct Group {
    QString whose;
    qsizetype connections = 0;
    QStringList places; // each once; as many as are named
    QSet<QString> seen; // all of them
};

QString whoseIs(const EndedConnection& connection)
{
    const QString who = connection.user.isEmpty() ? connection.client.toString() : quoted(connection.user);
    return connection.application.isEmpty() ? who : QStringLiteral("%1 (%2)").arg(who, quoted(connection.application));
}

// Clients may ask for a host of any spelling.
QString placeOf(const EndedConnection& connection)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_.:\\[\\]-]+\\z"));
    const QString host = plain.match(connection.host).hasMatch() ? connection.host : quoted(connection.host);
    return QStringLiteral("%1:%2").arg(host, QString::number(connection.port));
}

// In the order they came up, those with most connections first.
std::vector<Group> groups(const std::vector<EndedConnection>& ended)
{
    std::vector<Group> groups;
    QHash<QString, std::size_t> places;
    for (const EndedConnection& connection : ended) {
        const QString whose = whoseIs(connection);
        if (!places.contains(whose)) {
            places.insert(whose, groups.size());
            groups.push_back({whose, 0, {}, {}});
        }
        Group& group = groups[places.value(whose)];
        ++group.connections;
        const QString place = placeOf(connection);
        if (!group.seen.contains(place) && group.places.size() < placesNamed)
            group.places.append(place);
        group.seen.insert(place);
    }
    std::stable_sort(
        groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.connections > b.connections; });
    return groups;
}

QString words(const Group& group, const QString& count)
{
    const qsizetype more = group.seen.size() - group.places.size();
    const QString places = group.places.join(QStringLiteral(", "));
    return QStringLiteral("%1 of %2 to %3").arg(count, group.whose, places)
        + (more > 0 ? QStringLiteral(" and %1").arg(counted(more, "more place")) : QString());
}

} // namespace

QString endedSentence(const std::vector<EndedConnection>& ended)
{
    const std::vector<Group> all = groups(ended);
    const QString count = counted(static_cast<qsizetype>(ended.size()), "connection");
    if (all.empty())
        return QStringLiteral("ended ") + count;
    if (all.size() == 1)
        return QStringLiteral("ended ") + words(all.front(), count);
    QString text = QStringLiteral("ended %1: ").arg(count);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QString next = words(all[i], QString::number(all[i].connections));
        if (i > 0 && text.size() + next.size() > room)
            return text + QStringLiteral("; and those of ") + counted(qsizetype(all.size() - i), "other");
        text += (i > 0 ? QStringLiteral("; ") : QString()) + next;
    }
    return text;
}

} // namespace sallyport
