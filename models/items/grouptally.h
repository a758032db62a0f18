// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/sessionbooks.h"

#include <QHash>
#include <QStringList>

#include <deque>
#include <functional>

namespace sallyport
{

// The sessions that have one value in a field.
struct SessionGroup {
    QString value; // in one of the spellings that were told; a type's word
    QString key; // what a filter compares it by
    qint64 sessions = 0;
    double rate = 0; // bytes per second, both ways
    bool isChosen = false; // by the filter
    bool isAll = false; // no group: every session
};

// Counts sessions by what a field of theirs holds, one by one, time and again: values are one group when a filter takes
// them for one. Names stay known from count to count, so that another count makes none of them anew. Of one thread.
class GroupTally
{
public:
    // The fields sessions can be counted by: program, user, computer, host, client, type, port.
    static const QStringList& fields();

    explicit GroupTally(const QString& field = {});

    // Nothing is counted yet; there are about so many to come.
    void begin(std::size_t sessions);
    // A session that has not ended, with those of its connections that fit; none: all. One with many destinations
    // counts in the group of each.
    using Fits = std::function<bool(const ConnectionNode&)>;
    void add(const SessionNode& session, const Fits& fits = {});
    // Those with the most sessions, most first, equal ones in the order they were found in at first.
    QList<SessionGroup> most(std::size_t count) const;
    // The group of a value, counted or not.
    SessionGroup group(const QString& value) const;
    const SessionGroup& all() const { return m_all; }
    std::size_t size() const { return m_counted; } // groups
    // Most of what is known was not counted this time: better begin with a new tally.
    bool isStale() const { return m_byValue.size() > 2 * m_spelled + 10000; }

private:
    struct Entry {
        SessionGroup group;
        quint32 count = 0; // in which it was found last
        SessionId last = 0; // session
    };
    struct Spelling {
        std::uint32_t entry = 0;
        std::uint32_t count = 0; // in which it was found last
    };

    void addTo(const QString& value, SessionId session, double rate);
    QString keyOf(const QString& value) const;

    QString m_field;
    std::deque<Entry> m_entries; // of many, none is moved for another one
    QHash<QString, Spelling> m_byValue; // no fewer than there are entries
    QHash<QString, std::size_t> m_byKey;
    SessionGroup m_all;
    std::size_t m_sessions = 0;
    quint32 m_count = 0;
    std::size_t m_counted = 0;
    qsizetype m_spelled = 0; // values that were counted
};

} // namespace sallyport
