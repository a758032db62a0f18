// SPDX-License-Identifier: GPL-3.0-or-later
// How SessionGroups counts, and in which order it shows what it found.
#include "models/items/sessiongroups.h"

#include "models/items/groupwords.h"
#include "models/items/nameorder.h"
#include "models/items/sessionsmodel.h"

#include <QThreadPool>

#include <algorithm>

namespace sallyport
{

SessionGroups::SessionGroups(const SessionsModel& sessions, const Clock& clock, QObject* parent)
    : RowsModel(parent)
    , m_sessions(sessions)
    , m_clock(clock)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &SessionGroups::countSome);
    m_pause.setSingleShot(true);
    m_pause.setInterval(countPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_stale)
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
    m_turn.stop();
    setRows({});
    m_groups = 0;
    m_field = named ? *named : Filter::Field();
    m_tally = GroupTally(m_field.name);
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
        m_turn.stop();
        m_pause.stop();
    }
}

// True when others count from now on.
bool SessionGroups::takeFilter()
{
    m_chosen = groupTerms(m_sessions.filter(), m_field.name);
    SessionFilter rest = withoutGroups(m_sessions.filter(), m_field.name);
    if (rest.terms == m_rest.terms)
        return false;
    m_rest = std::move(rest);
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
    m_test = SessionBooks::Test(m_rest, m_clock.now());
    m_books = &m_sessions.books();
    m_buckets = m_books->sessions().bucket_count();
    m_bucket = 0;
    if (m_tally.isStale()) {
        // Many names take long to forget, and nobody waits for that.
        QThreadPool::globalInstance()->start(
            [old = std::make_shared<GroupTally>(std::move(m_tally))]() mutable { old.reset(); });
        m_tally = GroupTally(m_field.name);
    }
    m_tally.begin();
    m_turn.start();
    m_pause.start();
}

// By buckets: sessions come and go between the turns, and none of what was counted is asked for again.
void SessionGroups::countSome()
{
    const auto& sessions = m_sessions.books().sessions();
    if (&m_sessions.books() != m_books || sessions.bucket_count() != m_buckets) {
        count(); // another list
        return;
    }
    const bool whole = m_test.terms.empty();
    for (std::size_t looks = 0; m_bucket < m_buckets && looks < looksPerTurn; ++m_bucket) {
        ++looks;
        for (auto it = sessions.begin(m_bucket); it != sessions.end(m_bucket); ++it) {
            SessionNode& node = *it->second;
            looks += 1 + node.connections.size();
            if (node.ended())
                continue;
            if (!whole)
                m_sessions.books().judge(node, m_test); // leaves nothing that is asked for later
            if (whole || node.fits)
                m_tally.add(node, whole);
        }
    }
    if (m_bucket < m_buckets)
        return;
    m_turn.stop();
    m_groups = m_tally.size();
    show();
    emit counted();
}

bool SessionGroups::isChecked(const SessionGroup& group) const
{
    return group.isAll ? m_chosen.isEmpty() : !m_chosen.isEmpty() && isChosen(m_chosen, m_field, group.value);
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
    for (const Filter::Term& term : std::as_const(m_chosen)) {
        for (const Filter::Value& value : term.values) {
            const SessionGroup group = m_tally.group(value.text);
            const bool isShown = std::any_of(
                groups.begin(), groups.end(), [&group](const SessionGroup& one) { return one.key == group.key; });
            if (!isShown && isChecked(group))
                groups.append(group);
        }
    }
    groups = m_held && m_held() ? held(groups) : ordered(groups);
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
