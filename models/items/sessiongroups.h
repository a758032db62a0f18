// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/grouptally.h"
#include "models/items/tablemodel.h"
#include "models/policy/sessionfilter.h"

#include <QTimer>

namespace sallyport
{

class SessionsModel;

// What one field of the sessions holds, each value with how many sessions have it; "All" in the first row. Those count
// that fit the filter of the sessions but for the words that choose groups (groupwords.h); these are checked. Counts
// anew at most once a second while somebody looks, with a little of it in each turn of the event loop, and not while
// the sessions are paused. Rows are ordered anew with each count unless they are held; then figures change in place,
// groups that went stay with 0, and new ones come last. Belongs to the user interface's thread.
class SessionGroups final : public RowsModel<SessionGroup>
{
    Q_OBJECT

public:
    enum Column { Value, Sessions, Rate, ColumnCount };
    static constexpr std::size_t mostShown = 500; // groups, but for those that are chosen
    static constexpr std::chrono::seconds countPause{1};
    // Of each turn of the event loop, and one session's connections.
    static constexpr std::chrono::microseconds turnTime{2000};

    // Both outlive it.
    SessionGroups(const SessionsModel& sessions, const Clock& clock, QObject* parent = nullptr);

    // One of GroupTally::fields(); empty: there is nothing to show, and nothing is done.
    void setField(const QString& field);
    const QString& field() const { return m_field.name; }
    void setWatched(bool watched);
    // Counts now, and orders the rows anew though they are held.
    void refresh();
    // Asked after every count: whether rows hold their places now.
    void setHeld(std::function<bool()> held) { m_held = std::move(held); }
    // Groups there are, shown or not.
    std::size_t groups() const { return m_groups; }
    // The values of those rows; none when "All" is among them.
    QStringList values(const QList<int>& rows) const;
    // What is chosen, shown or not, once the group of that row is chosen as well, or let go; none for "All".
    QStringList toggled(int row) const;

    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void counted();

protected:
    int columns() const override { return ColumnCount; }
    QString header(int column) const override;
    QString filterName(int column) const override;
    FieldKind kind(int column) const override;
    QString text(int row, int column) const override;
    QString keyOf(const SessionGroup& row) const override;
    QVariant sortValue(int row, int column) const override;
    QVariant filterValue(int row, int column) const override;
    QString program(int row) const override;

private:
    bool isCounting() const { return m_turn.isActive(); }
    bool isWanted() const { return m_watched && !m_field.name.isEmpty(); }
    void stop();
    void forget();
    void sessionsMoved();
    bool takeFilter();
    void count();
    void countSome();
    void show();
    bool isChecked(const SessionGroup& group) const;
    void check(QList<SessionGroup> groups);
    QList<SessionGroup> chosen() const;
    QList<SessionGroup> ordered(QList<SessionGroup> groups) const;
    QList<SessionGroup> held(const QList<SessionGroup>& groups) const;
    QString shownValue(const SessionGroup& group) const;

    const SessionsModel& m_sessions;
    const Clock& m_clock;
    Filter::Field m_field;
    std::function<bool()> m_held;
    int m_column = Sessions;
    Qt::SortOrder m_order = Qt::DescendingOrder;
    bool m_watched = false;
    bool m_stale = false; // the sessions have moved since the count began
    bool m_inOrder = false; // what this count finds is ordered anew
    QList<Filter::Term> m_chosen;
    SessionFilter m_rest;
    SessionBooks::Test m_test{m_rest, {}, Asker::Groups}; // one for as long as the terms are the same
    GroupTally m_tally;
    std::size_t m_groups = 0;
    std::uint32_t m_generation = 0; // of the books that are counted
    std::size_t m_buckets = 0;
    std::size_t m_bucket = 0; // the next
    QTimer m_turn{this};
    QTimer m_pause{this};
};

} // namespace sallyport
