// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/sessionbooks.h"
#include "models/items/sessionsorder.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QTimer>

namespace sallyport
{

// Sessions with their connections as children, live. Filters and sorts itself: rows are inserted at their sorted place
// and never jump afterwards; a change of rates shows in place, and only sort() orders anew. A row that ends stays for
// `fadeTime` with EndedRole rising from 0 to 1, then goes. Belongs to the user interface's thread; one delta costs one
// dataChanged() for all session rows and one for each watched session's connections.
class SessionsModel : public QAbstractItemModel
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
    };
    struct Shown {
        qint64 sessions = 0;
        qint64 connections = 0;
        bool operator==(const Shown&) const = default;
    };
    static constexpr std::chrono::seconds fadeTime{2};

    explicit SessionsModel(const Clock& clock, QObject* parent = nullptr);
    ~SessionsModel() override;

    void apply(const SessionDelta& delta);
    void clear();
    void setFilter(const SessionFilter& filter);
    const SessionFilter& filter() const { return m_filter; }
    // While paused nothing on the screen moves; what happens meanwhile is shown at once afterwards.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    // A session whose connections are on the screen: their changes are signalled.
    void setWatched(const QModelIndex& session, bool watched);

    const SessionBooks::Totals& totals() const { return m_books->totals(); }
    // What the filter shows and has not ended.
    Shown shown() const;
    QModelIndex indexOf(SessionId id) const; // invalid when it is not shown
    QModelIndex indexOfConnection(ConnectionId id) const;
    const Session* session(const QModelIndex& index) const; // of a connection's row: its session
    const Connection* connection(const QModelIndex& index) const; // null for session rows
    const SessionNode* node(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order) override;

    // Removes rows whose time is up; runs by itself while there are any.
    void removeEnded();

signals:
    // After every delta, filter or clear: totals and counts may differ.
    void refreshed();

private:
    struct Pending;

    void applyNow(const SessionDelta& delta);
    void stage(const SessionDelta& delta);
    void rebuild();
    void pickShown();
    void renumber(int from);
    void addToAll(std::vector<SessionNode*> fresh);
    void insertSessions(std::vector<SessionNode*> fresh);
    void removeSessions(const std::vector<SessionNode*>& gone);
    void insertConnection(ConnectionNode* node);
    void removeConnection(ConnectionNode* node);
    void noteChanged(const SessionNode* node);
    void signalChanges();
    int rowOf(const SessionNode* node) const;
    static int rowOf(const ConnectionNode* node);
    QVariant sessionText(const SessionNode& node, int column) const;
    QVariant connectionText(const ConnectionNode& node, int column) const;
    QVariant sortValue(const SessionNode& node, int column) const;

    const Clock& m_clock;
    std::unique_ptr<SessionBooks> m_books;
    std::unique_ptr<SessionBooks> m_staged; // a snapshot on its way
    std::unique_ptr<Pending> m_pending; // what came while paused
    std::vector<SessionNode*> m_all; // in order, shown or not
    std::vector<SessionNode*> m_rows; // the shown ones of m_all
    SessionFilter m_filter;
    SessionsOrder m_order{Activated, Qt::AscendingOrder};
    bool m_paused = false;
    QSet<SessionId> m_watched;
    QSet<SessionId> m_changedWatched;
    int m_changedFirst = -1;
    int m_changedLast = -1;
    std::vector<std::pair<TimePoint, SessionId>> m_fadingSessions; // by time
    std::vector<std::pair<TimePoint, ConnectionId>> m_fadingConnections;
    QTimer m_fade;
};

} // namespace sallyport
