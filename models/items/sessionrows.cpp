// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sessionrows.h"

#include "models/items/sessionbooks.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// Small enough that looking through one costs nothing, large enough that there are few.
constexpr std::size_t pageSize = 256;
constexpr std::size_t largestPage = 2 * pageSize;

void showRows(SessionPage& page)
{
    page.shown.clear();
    for (SessionNode* session : page.all) {
        if (!session->shown)
            continue;
        page.shown.push_back({session, nullptr});
        if (!session->expanded)
            continue;
        for (ConnectionNode* connection : session->shownConnections)
            page.shown.push_back({session, connection});
    }
}

} // namespace

SessionRows::SessionRows(const SessionsOrder& order)
    : m_order(order)
{
}

const std::vector<int>& SessionRows::starts() const
{
    if (!m_startsKnown) {
        m_starts.clear();
        int row = 0;
        for (const auto& page : m_pages) {
            m_starts.push_back(row);
            row += static_cast<int>(page->shown.size());
        }
        m_starts.push_back(row);
        m_startsKnown = true;
    }
    return m_starts;
}

int SessionRows::size() const
{
    return starts().back();
}

SessionRow SessionRows::at(int row) const
{
    const std::vector<int>& first = starts();
    const auto page = std::upper_bound(first.begin(), first.end() - 1, row) - first.begin() - 1;
    return m_pages[static_cast<std::size_t>(page)]
        ->shown[static_cast<std::size_t>(row - first[static_cast<std::size_t>(page)])];
}

int SessionRows::rowOf(const SessionNode& session) const
{
    if (!session.shown || !session.page)
        return -1;
    const std::vector<SessionRow>& rows = session.page->shown;
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&session](const SessionRow& row) { return row.session == &session; });
    return starts()[session.page->number] + static_cast<int>(found - rows.begin());
}

int SessionRows::rowOf(const ConnectionNode& connection) const
{
    const SessionNode& session = *connection.session;
    if (!connection.shown || !session.expanded || !session.shown)
        return -1;
    const auto& rows = session.shownConnections;
    return rowOf(session) + 1 + static_cast<int>(std::find(rows.begin(), rows.end(), &connection) - rows.begin());
}

void SessionRows::setOrder(const SessionsOrder& order)
{
    m_order = order;
    std::vector<SessionNode*> ordered = sessions();
    m_order.sort(ordered);
    assign(ordered);
}

SessionRows::Place SessionRows::placeOf(const SessionNode& session) const
{
    if (m_pages.empty())
        return {};
    const auto pageAfter = std::partition_point(m_pages.begin() + 1, m_pages.end(),
        [&](const auto& page) { return !m_order.before(&session, page->all.front()); });
    const SessionPage& page = **std::prev(pageAfter);
    const auto after = std::partition_point(
        page.all.begin(), page.all.end(), [&](const SessionNode* other) { return !m_order.before(&session, other); });
    const auto at = static_cast<std::size_t>(after - page.all.begin());
    return {page.number, at, firstRowFrom(page, at)};
}

int SessionRows::firstRowFrom(const SessionPage& page, std::size_t at) const
{
    const auto from = page.all.begin() + static_cast<std::ptrdiff_t>(at);
    const auto next = std::find_if(from, page.all.end(), [](const SessionNode* other) { return other->shown; });
    return next == page.all.end() ? starts()[page.number + 1] : rowOf(**next);
}

int SessionRows::rowFor(const SessionNode& session) const
{
    const std::vector<SessionNode*>& all = session.page->all;
    return firstRowFrom(
        *session.page, static_cast<std::size_t>(std::find(all.begin(), all.end(), &session) - all.begin()));
}

void SessionRows::insert(const Place& place, std::span<SessionNode* const> sessions)
{
    if (m_pages.empty())
        m_pages.push_back(std::make_unique<SessionPage>());
    SessionPage& page = *m_pages[place.page];
    page.all.insert(page.all.begin() + static_cast<std::ptrdiff_t>(place.at), sessions.begin(), sessions.end());
    for (SessionNode* session : sessions)
        session->page = &page;
    m_startsKnown = false;
    if (page.all.size() > largestPage)
        split(place.page);
    else
        showRows(page);
}

void SessionRows::insertSorted(std::vector<SessionNode*> sessions, const Each& each)
{
    m_order.sort(sessions);
    std::size_t end = sessions.size();
    while (end > 0) {
        const Place place = placeOf(*sessions[end - 1]);
        // All that stand behind the same one.
        const auto start = place.at == 0
            ? std::size_t(0)
            : static_cast<std::size_t>(
                std::partition_point(sessions.begin(), sessions.begin() + static_cast<std::ptrdiff_t>(end - 1),
                    [&, last = m_pages[place.page]->all[place.at - 1]](
                        const SessionNode* one) { return m_order.before(one, last); })
                - sessions.begin());
        each(place, std::span(sessions).subspan(start, end - start));
        end = start;
    }
}

void SessionRows::split(std::size_t number)
{
    const std::vector<SessionNode*> all = std::move(m_pages[number]->all);
    std::vector<std::unique_ptr<SessionPage>> made;
    for (std::size_t from = 0; from < all.size(); from += pageSize) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), from + pageSize));
        made.push_back(std::make_unique<SessionPage>());
        made.back()->all.reserve(largestPage);
        made.back()->all.assign(first, last);
        for (SessionNode* session : made.back()->all)
            session->page = made.back().get();
        showRows(*made.back());
    }
    const auto at = m_pages.erase(m_pages.begin() + static_cast<std::ptrdiff_t>(number));
    m_pages.insert(at, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    renumber(number);
}

void SessionRows::renumber(std::size_t from)
{
    for (; from < m_pages.size(); ++from)
        m_pages[from]->number = from;
}

void SessionRows::remove(SessionNode& session)
{
    SessionPage& page = *session.page;
    page.all.erase(std::find(page.all.begin(), page.all.end(), &session));
    session.page = nullptr;
    m_startsKnown = false;
    if (!page.all.empty()) {
        showRows(page);
        return;
    }
    const std::size_t number = page.number;
    m_pages.erase(m_pages.begin() + static_cast<std::ptrdiff_t>(number));
    renumber(number);
}

void SessionRows::update(const SessionNode& session)
{
    showRows(*session.page);
    m_startsKnown = false;
}

void SessionRows::updateAll()
{
    for (const auto& page : m_pages)
        showRows(*page);
    m_startsKnown = false;
}

std::vector<SessionNode*> SessionRows::sessions() const
{
    std::vector<SessionNode*> all;
    for (const auto& page : m_pages)
        all.insert(all.end(), page->all.begin(), page->all.end());
    return all;
}

void SessionRows::assign(const std::vector<SessionNode*>& ordered)
{
    m_pages.clear();
    m_startsKnown = false;
    if (ordered.empty())
        return;
    m_pages.push_back(std::make_unique<SessionPage>());
    m_pages.back()->all = ordered;
    split(0);
}

} // namespace sallyport
