// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sallyport
{

// A disk may hang for as long as it likes, and a thread that hangs with it can't be ended. So whoever stops the service
// makes one of these around each thing that may wait for a disk: where that is not over at `until`, but one second at
// the least, the process says what it left undone and ends at once, with 0.
class StopBound
{
public:
    // `undone`: what is then not done, in English, for standard error.
    StopBound(std::chrono::steady_clock::time_point until, const char* undone);
    ~StopBound(); // it is done
    StopBound(const StopBound&) = delete;
    StopBound& operator=(const StopBound&) = delete;

private:
    void watch();

    const std::chrono::steady_clock::time_point m_until;
    const char* const m_undone;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_done = false;
    std::thread m_thread; // last: it uses all the others
};

} // namespace sallyport
