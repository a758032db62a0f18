// SPDX-License-Identifier: GPL-3.0-or-later
// How SessionGroups counts, and in which order it shows what it found.
#include "models/items/sessiongroups.h"

#include "models/items/groupwords.h"
#include "models/items/nameorder.h"
#include "models/items/sessionsmodel.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace sallyport
{

namespace
{
constexpr std::size_t stepsPerLook = 64; // at the clock; a bucket, session or connection each
}

SessionGroups::SessionGroups(const SessionsModel& sessions, const Clock& clock, QObject* parent)
    : RowsModel(parent)
    , m_sessions(sessions)
    , m_clock(clock)
{
    m_turn.setObjectName(QStringLiteral("turn"));
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &SessionGroups::countSome);
    m_pause.setObjectName(QStringLiteral("pause"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(countPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_stale && isWanted() && !isCounting() && !m_sessions.isPaused())
            count();
    });
    connect(&m_sessions, &SessionsModel::refreshed, this, &SessionGroups::sessionsMoved);
}

void SessionGroups::setField(const QString& field)
{
    if (field == m_field.name)
        return;
    const QList<Filter::Field> known = m_sessions.knownFields();
    const Filter::Field* named = Filter::fieldNamed(field, known, Filter::Naming::Whole);
    stop();
    setRows({});
    m_groups = 0;
    m_field = named ? *named : Filter::Field();
    forget();
    emit headerDataChanged(Qt::Horizontal, Value, Value);
    takeFilter();
    if (isWanted())
        count();
}

void SessionGroups::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    if (isWanted()) {
        takeFilter();
        count();
    } else {
        stop();
    }
}

void SessionGroups::stop()
{
    m_turn.stop();
    m_pause.stop();
    m_stale = false;
    m_inOrder = false;
}

// Many names take long to forget, and nobody waits for that.
void SessionGroups::forget()
{
    QThreadPool::globalInstance()->start(
        [old = std::make_shared<GroupTally>(std::move(m_tally))]() mutable { old.reset(); });
    m_tally = GroupTally(m_field.name);
}

void SessionGroups::refresh()
{
    if (!isWanted())
        return;
    m_inOrder = true;
    count();
}

// True when others count from now on.
bool SessionGroups::takeFilter()
{
    m_chosen = groupTerms(m_sessions.filter(), m_field.name);
    SessionFilter rest = withoutGroups(m_sessions.filter(), m_field.name);
    if (rest.terms == m_rest.terms)
        return false;
    m_rest = std::move(rest);
    m_test = SessionBooks::Test(m_rest, {}, Asker::Groups);
    return true;
}

void SessionGroups::sessionsMoved()
{
    if (!isWanted())
        return;
    const QList<Filter::Term> chosen = m_chosen;
    if (takeFilter()) {
        count();
        return;
    }
    if (chosen != m_chosen && isCounting())
        check(rows());
    else if (chosen != m_chosen)
        show();
    if (m_sessions.isPaused())
        return;
    m_stale = true;
    if (!isCounting() && !m_pause.isActive())
        count();
}

void SessionGroups::count()
{
    m_stale = false;
    m_test.now = m_clock.now();
    m_generation = m_sessions.generation();
    m_buckets = m_sessions.books().sessions().bucket_count();
    m_bucket = 0;
    if (m_tally.isStale())
        forget();
    m_tally.begin(m_sessions.books().sessions().size());
    m_turn.start();
    m_pause.start();
}

// By buckets: sessions come and go between the turns, and none of what was counted is asked for again.
void SessionGroups::countSome()
{
    const SessionBooks& books = m_sessions.books();
    const auto& sessions = books.sessions();
    if (m_sessions.generation() != m_generation || sessions.bucket_count() != m_buckets) {
        count(); // another list
        return;
    }
    using Part = SessionBooks::Part;
    const GroupTally::Fits fits = [&](const ConnectionNode& one) { return books.fits(one, m_test); };
    QElapsedTimer turn;
    turn.start();
    std::size_t steps = 0;
    for (; m_bucket < m_buckets; ++m_bucket) {
        if (steps >= stepsPerLook) {
            if (std::chrono::nanoseconds(turn.nsecsElapsed()) >= turnTime)
                return;
            steps = 0;
        }
        ++steps;
        for (auto it = sessions.begin(m_bucket); it != sessions.end(m_bucket); ++it) {
            const SessionNode& node = *it->second;
            if (node.ended())
                continue;
            steps += 1 + node.connections.size();
            const Part part = m_test.terms.empty() ? Part::Whole : books.fitting(node, m_test);
            if (part == Part::Whole)
                m_tally.add(node);
            else if (part == Part::Some)
                m_tally.add(node, fits);
        }
    }
    m_turn.stop();
    m_groups = m_tally.size();
    show();
    emit counted();
    if (m_stale && !m_pause.isActive()) // it took long
        m_pause.start();
}

bool SessionGroups::isChecked(const SessionGroup& group) const
{
    return group.isAll ? m_chosen.isEmpty() : !m_chosen.isEmpty() && isChosen(m_chosen, m_field, group.value);
}

// By the words of the filter, which are known before any count.
QList<SessionGroup> SessionGroups::chosen() const
{
    QList<SessionGroup> groups;
    for (const Filter::Term& term : m_chosen) {
        for (const Filter::Value& value : term.values) {
            const SessionGroup group = m_tally.group(value.text);
            const bool isKnown = std::any_of(
                groups.begin(), groups.end(), [&group](const SessionGroup& one) { return one.key == group.key; });
            if (!isKnown && isChecked(group))
                groups.append(group);
        }
    }
    return groups;
}

void SessionGroups::check(QList<SessionGroup> groups)
{
    for (SessionGroup& group : groups)
        group.isChosen = isChecked(group);
    setRows(groups);
}

void SessionGroups::show()
{
    QList<SessionGroup> groups = m_tally.most(mostShown);
    // What is chosen can be seen and let go, whatever is left of it.
    const QList<SessionGroup> those = chosen();
    for (const SessionGroup& group : those) {
        const bool isShown = std::any_of(
            groups.begin(), groups.end(), [&group](const SessionGroup& one) { return one.key == group.key; });
        if (!isShown)
            groups.append(group);
    }
    const bool inOrder = std::exchange(m_inOrder, false);
    groups = !inOrder && m_held && m_held() ? held(groups) : ordered(groups);
    if (m_tally.all().sessions > 0 || !groups.isEmpty())
        groups.prepend(m_tally.all());
    check(groups);
}

// Equal ones by name, so that they don't change places with every count.
QList<SessionGroup> SessionGroups::ordered(QList<SessionGroup> groups) const
{
    const auto compare = [this](const SessionGroup& a, const SessionGroup& b) {
        if (m_column == Sessions && a.sessions != b.sessions)
            return a.sessions < b.sessions ? -1 : 1;
        if (m_column == Rate && a.rate != b.rate)
            return a.rate < b.rate ? -1 : 1;
        return 0;
    };
    std::stable_sort(groups.begin(), groups.end(), [&](const SessionGroup& a, const SessionGroup& b) {
        const int size = compare(a, b);
        if (size != 0)
            return (size < 0) == (m_order == Qt::AscendingOrder);
        const int names = compareNames(shownValue(a), shownValue(b));
        return m_column == Value && m_order == Qt::DescendingOrder ? names > 0 : names < 0;
    });
    return groups;
}

QList<SessionGroup> SessionGroups::held(const QList<SessionGroup>& groups) const
{
    QHash<QString, SessionGroup> fresh;
    for (const SessionGroup& group : groups)
        fresh.insert(group.key, group);
    QList<SessionGroup> result;
    for (const SessionGroup& old : rows()) {
        if (old.isAll)
            continue;
        const auto found = fresh.constFind(old.key);
        result.append(found == fresh.cend() ? m_tally.group(old.value) : *found);
        fresh.remove(old.key);
    }
    for (const SessionGroup& group : ordered(groups)) {
        if (fresh.contains(group.key) && (result.size() < static_cast<qsizetype>(mostShown) || isChecked(group)))
            result.append(group);
    }
    return result;
}

void SessionGroups::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    QList<SessionGroup> groups = rows();
    if (groups.isEmpty())
        return;
    const SessionGroup all = groups.takeFirst();
    setRows(QList<SessionGroup>{all} + ordered(groups));
}

} // namespace sallyport
