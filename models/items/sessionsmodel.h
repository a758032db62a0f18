// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/filterfields.h"
#include "models/items/pendingsessions.h"
#include "models/items/sessionbooks.h"
#include "models/items/sessionrows.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <deque>

namespace sallyport
{

// Sessions, live, each followed by its connections while it is expanded. A table, not a tree: views of trees lay out
// every row anew for each one that comes or goes, which a list of 100,000 can't afford. Filters and sorts itself: rows
// are inserted at their sorted place and never jump afterwards; a change of rates shows in place, and only sort()
// orders anew. A row that ends stays for `fadeTime` with EndedRole rising from 0 to 1, then goes. Selection and
// expansion are kept by persistent indexes and expanded(); a reset comes only with another snapshot, another filter,
// or more changes than `mostSteps` at once. Belongs to the user interface's thread.
class SessionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // For connections: destination, -, -, address, -, start, -, sent, received, rates.
    enum Column {
        Type,
        User,
        Computer,
        Client,
        Program,
        Activated,
        Connections,
        Sent,
        Received,
        SendRate,
        ReceiveRate,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole + 1, // raw value
        IdRole, // SessionId or ConnectionId, quint64
        IsConnectionRole,
        EndedRole, // double: 0 alive, above 0 and up to 1 fading
        BranchRole, // Branch, int
    };
    enum class Branch { None, Closed, Open };
    struct Shown {
        qint64 sessions = 0;
        qint64 connections = 0;
        bool operator==(const Shown&) const = default;
    };
    // What a pause holds back.
    struct Held {
        qint64 started = 0; // sessions
        qint64 ended = 0; // of those on the screen
        bool anew = false; // a whole new list waits: the service was reached again
        bool operator==(const Held&) const = default;
    };
    static constexpr std::chrono::seconds fadeTime{2};
    static constexpr std::size_t mostSteps = 2000;
    static constexpr std::chrono::seconds agePass{5};
    // Of a snapshot, so many sessions and connections are taken in before the event loop gets its turn.
    static constexpr qsizetype rowsPerTurn = 1000;

    explicit SessionsModel(const Clock& clock, QObject* parent = nullptr);
    ~SessionsModel() override;

    void apply(const SessionDelta& delta);
    void clear();
    // Figures are looked at now, and again of sessions that a delta speaks of: these come and go as they change. Ages
    // pass without a delta: all are looked at anew every `agePass` while the filter asks for them and nothing is
    // paused.
    void setFilter(const SessionFilter& filter);
    const SessionFilter& filter() const { return m_filter; }
    // Nothing changes, and false, when it would show no session.
    bool setFilterThatFitsAny(const SessionFilter& filter);
    // SessionFilter::fields(), which go by the titles of their columns as well.
    QList<Filter::Field> knownFields() const;
    // Connections that the filter shows and that have not ended.
    QList<ConnectionId> shownConnections() const;
    // What the field of that name holds, in which sessions.
    ValueCounts valuesOf(const QString& field) const;
    // While paused nothing on the screen moves; what happens meanwhile is shown at once afterwards.
    void setPaused(bool paused);
    bool isPaused() const { return m_pausedAt.has_value(); }
    Held held() const;
    // Shows or hides a session's connections. Nothing happens for a connection's row.
    void setExpanded(const QModelIndex& session, bool expanded);

    // All there are, shown or not.
    const SessionBooks& books() const { return m_now->books; }
    // Of books(): another number, other books.
    std::uint32_t generation() const { return m_generation; }
    const SessionBooks::Totals& totals() const { return m_now->books.totals(); }
    // What the filter shows and has not ended.
    const Shown& shown() const { return m_shown; }
    QModelIndex indexOf(SessionId id) const; // invalid when it is not shown
    QModelIndex indexOfConnection(ConnectionId id) const; // and its session is expanded
    const SessionNode* session(const QModelIndex& index) const; // of a connection's row: its session
    const ConnectionNode* connection(const QModelIndex& index) const; // null for session rows

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    // Removes rows whose time is up; runs by itself while there are any.
    void removeEnded();

signals:
    // After every delta, filter, expansion or clear, paused or not: rows, totals and counts may differ.
    void refreshed();

private:
    struct Content {
        explicit Content(const SessionsOrder& order)
            : rows(order)
        {
        }

        SessionBooks books;
        SessionRows rows;
    };
    using Nodes = std::vector<SessionNode*>;

    // sessionsmodel.cpp: deltas and pauses
    void applyNow(const SessionDelta& delta);
    void showStaged();
    void endThose(const SessionDelta& delta);
    void count();
    TimePoint now() const { return m_pausedAt ? *m_pausedAt : m_clock.now(); }

    // sessionsmodelfilter.cpp: what fits
    enum class Taking { Always, IfAnyFits };
    bool take(const SessionFilter& filter, Taking taking);
    void showAnew(const Nodes& judged);
    void judgeAgain(Nodes touched);
    static QVariant filterHeader(int column, int role);
    QVariant filterValue(const SessionNode& node, int column) const;

    // sessionsmodelstage.cpp: snapshots
    void stageSome();
    void stage(const SessionDelta& delta, qsizetype from, qsizetype count);
    void stageEnds(const SessionDelta& delta);

    // sessionsmodelrows.cpp: what comes, goes and changes
    void noteChanged(const SessionNode* node);
    void signalChanges();
    void insertSessions(Nodes fresh);
    void insertConnections(const std::vector<ConnectionNode*>& fresh);
    void removeSessions(Nodes gone);
    void removeConnections(SessionNode& session, TimePoint endedBy);

    // sessionsmodeldata.cpp: texts
    QVariant sessionText(const SessionNode& node, int column) const;
    QVariant connectionText(const ConnectionNode& node, int column) const;
    QVariant copyText(const SessionRow& row, int column) const;
    QVariant sortValue(const SessionNode& node, int column) const;
    QVariant exactText(const SessionRow& row, int column) const;
    QVariant description(const SessionRow& row) const;
    QStringList filterFields(const SessionRow& row, int column) const;

    const Clock& m_clock;
    std::unique_ptr<Content> m_now;
    std::uint32_t m_generation = 0;
    std::unique_ptr<Content> m_staged; // a snapshot on its way
    bool m_stagedComplete = false; // it waits for the end of a pause
    std::deque<SessionDelta> m_arriving; // what is not staged yet
    qsizetype m_arrived = 0; // sessions and connections of the first one that are
    qsizetype m_rowsThisTurn = 0;
    QTimer m_turn;
    PendingSessions m_pending; // what came while paused
    std::optional<TimePoint> m_pausedAt;
    SessionFilter m_filter;
    SessionBooks::Test m_test{m_filter};
    Shown m_shown;
    QSet<SessionId> m_expanded;
    std::vector<SessionId> m_changed;
    std::vector<std::pair<TimePoint, SessionId>> m_fadingSessions; // by time
    std::vector<std::pair<TimePoint, SessionId>> m_fadingConnections; // by time; the session's id
    QTimer m_fade;
    QTimer m_agePass;
};

} // namespace sallyport
