// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/answercache.h"

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr std::size_t largest = 8192;
constexpr std::chrono::seconds freshFor{1};
// Zones say how long (RFC 2308), but ares_getaddrinfo() keeps that to itself: short enough for any of them.
constexpr std::chrono::seconds unknownFor{10};
constexpr std::chrono::seconds silentFor{5};
constexpr std::chrono::seconds failedFor{2};

std::chrono::seconds badFor(const Error& error)
{
    return error.code == ErrorCode::NotFound ? unknownFor : error.code == ErrorCode::TimedOut ? silentFor : failedFor;
}

} // namespace

std::optional<AnswerCache::Answer> AnswerCache::fresh(const std::string& name, Clock::time_point now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || !found->second.answer.ok() || now >= found->second.freshUntil)
        return std::nullopt;
    return found->second.answer;
}

std::optional<AnswerCache::Answer> AnswerCache::known(const std::string& name, Clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(name);
    if (found == m_entries.end() || now >= found->second.until)
        return std::nullopt;
    found->second.freshUntil = std::min(found->second.until, now + freshFor);
    return found->second.answer;
}

void AnswerCache::put(const std::string& name, const Answer& answer, std::chrono::seconds goodFor)
{
    const auto now = Clock::now();
    const auto until = now + (answer ? goodFor : badFor(answer.error()));
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= largest) {
        std::erase_if(m_entries, [now](const auto& each) { return each.second.until <= now; });
        if (m_entries.size() >= largest)
            m_entries.clear();
    }
    m_entries.insert_or_assign(name, Entry{answer, until, std::min(until, now + freshFor)});
}

void AnswerCache::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
}

} // namespace sallyport
