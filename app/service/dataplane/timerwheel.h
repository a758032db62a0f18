// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/steady_timer.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>

namespace sallyport
{

class Timer;
class TimerWheel;

// Told when a timer ran out, on the shard's thread. May start the timer again, retire its owner.
class TimerHandler
{
public:
    virtual void onTimer(Timer& timer) = 0;

protected:
    ~TimerHandler() = default;
};

// A place in a circular list; a slot of the wheel is one that points to itself while it is empty.
struct TimerLink {
    TimerLink* previous = this;
    TimerLink* next = this;

    void unlink();
    void insertBefore(TimerLink& other);
};

// One time-out. Starting, restarting and stopping are a few pointer writes. Stops with its owner.
class Timer : private TimerLink
{
public:
    explicit Timer(TimerHandler& handler)
        : m_handler(handler)
    {
    }
    ~Timer() { stop(); }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    void stop();
    bool active() const { return m_wheel != nullptr; }

private:
    friend class TimerWheel;

    TimerHandler& m_handler;
    TimerWheel* m_wheel = nullptr;
    std::uint64_t m_deadline = 0; // tick
};

// All time-outs of a shard behind one coarse timer: fires never early, at most two ticks late. For limits that a person
// sets in seconds. Threading: the shard's thread only.
class TimerWheel
{
public:
    static constexpr std::chrono::milliseconds tick{100};

    // `afterTick` runs when the handlers of a tick are through.
    TimerWheel(boost::asio::io_context& context, std::function<void()> afterTick);
    ~TimerWheel();

    void start(Timer& timer, std::chrono::milliseconds after);
    // Ticks of a steady clock, for owners that note activity and look at it when their timer fires. Cheap.
    std::uint64_t now() const { return m_now; }

private:
    friend class Timer;

    void arm();
    void advance();
    void expire(TimerLink& slot);
    TimerLink& slotOf(std::uint64_t deadline) { return m_slots[deadline % m_slots.size()]; }
    std::uint64_t clockTick() const;

    boost::asio::steady_timer m_clock;
    std::function<void()> m_afterTick;
    std::array<TimerLink, 512> m_slots;
    std::uint64_t m_now = 0;
    std::size_t m_active = 0;
    bool m_armed = false;
};

} // namespace sallyport
