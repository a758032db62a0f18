// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/resolver.h"

#include <mutex>
#include <optional>
#include <unordered_map>

namespace sallyport
{

// What was found for names, and that nothing was, for as long as it holds. Any thread.
class AnswerCache
{
public:
    using Clock = std::chrono::steady_clock;
    using Answer = Result<Resolver::Addresses>;

    // Addresses that may be given without asking whether the hosts file says otherwise by now.
    std::optional<Answer> fresh(const std::string& name, Clock::time_point now) const;
    // What still holds. The hosts file has just been asked: it is fresh for another moment.
    std::optional<Answer> known(const std::string& name, Clock::time_point now);
    // `goodFor`: of addresses; errors hold for a time of their own.
    void put(const std::string& name, const Answer& answer, std::chrono::seconds goodFor);
    void clear();

private:
    struct Entry {
        Answer answer;
        Clock::time_point until;
        Clock::time_point freshUntil;
    };

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace sallyport
