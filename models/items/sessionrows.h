// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/sessionsorder.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace sallyport
{

struct ConnectionNode;
struct SessionNode;

// What one row of SessionsModel shows: a session, or a connection below its expanded session.
struct SessionRow {
    SessionNode* session = nullptr;
    ConnectionNode* connection = nullptr; // null in a session's own row
};

// A stretch of neighbouring sessions, in order.
struct SessionPage {
    std::vector<SessionNode*> all; // shown or not
    std::vector<SessionRow> shown; // the rows they make
    std::size_t number = 0; // place among the pages
};

// All sessions in order and the rows they make, kept in pages: any row is found, and a session put in or taken out at
// any place, in time that hardly grows with the number of sessions. Knows no filter: a session is a row when its
// `shown` says so, its shown connections are rows when it is `expanded` as well; after a change of either, the caller
// says so. Holds pointers only. Belongs to one thread.
class SessionRows
{
public:
    // Where a session belongs by the order.
    struct Place {
        std::size_t page = 0;
        std::size_t at = 0; // among the page's sessions
        int row = 0; // its row, were it shown
        bool operator==(const Place&) const = default;
    };

    explicit SessionRows(const SessionsOrder& order);

    int size() const;
    SessionRow at(int row) const; // 0 <= row < size()
    // -1 while it is no row.
    int rowOf(const SessionNode& session) const;
    int rowOf(const ConnectionNode& connection) const;
    // The row that the session has, or would have were it shown now.
    int rowFor(const SessionNode& session) const;
    const SessionsOrder& order() const { return m_order; }
    // Sorts anew, by what the sessions hold now.
    void setOrder(const SessionsOrder& order);

    // Between two changes of the order, sessions keep their places even when what they are sorted by changes.
    Place placeOf(const SessionNode& session) const;
    // Sessions in order that all belong to one place.
    void insert(const Place& place, std::span<SessionNode* const> sessions);
    // Calls insert() through `each` for every place that some of the sessions belong to. The last place comes first, so
    // that those not inserted yet stay right.
    using Each = std::function<void(const Place&, std::span<SessionNode* const>)>;
    void insertSorted(std::vector<SessionNode*> sessions, const Each& each);
    void remove(SessionNode& session);

    // What is shown of this session has changed, or of any.
    void update(const SessionNode& session);
    void updateAll();

    std::vector<SessionNode*> sessions() const; // all, in order

private:
    void assign(const std::vector<SessionNode*>& ordered);
    // The row of the page's first shown session from `at` on, else the first row behind the page.
    int firstRowFrom(const SessionPage& page, std::size_t at) const;
    void split(std::size_t page);
    void renumber(std::size_t from);
    const std::vector<int>& starts() const;

    SessionsOrder m_order;
    std::vector<std::unique_ptr<SessionPage>> m_pages;
    mutable std::vector<int> m_starts; // first row of each page, and the number of rows
    mutable bool m_startsKnown = false;
};

} // namespace sallyport
