// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/timerwheel.h"

namespace sallyport
{

void TimerLink::unlink()
{
    previous->next = next;
    next->previous = previous;
    previous = next = this;
}

void TimerLink::insertBefore(TimerLink& other)
{
    previous = other.previous;
    next = &other;
    previous->next = this;
    other.previous = this;
}

void Timer::stop()
{
    if (m_wheel == nullptr)
        return;
    unlink();
    --m_wheel->m_active;
    m_wheel = nullptr;
}

TimerWheel::TimerWheel(boost::asio::io_context& context, std::function<void()> afterTick)
    : m_clock(context)
    , m_afterTick(std::move(afterTick))
    , m_now(clockTick())
{
}

TimerWheel::~TimerWheel() = default;

void TimerWheel::start(Timer& timer, std::chrono::milliseconds after)
{
    timer.stop();
    const std::uint64_t now = clockTick();
    if (!m_armed) {
        m_now = now;
        arm();
    }
    // The running tick is partly over, hence one more.
    const auto ticks = static_cast<std::uint64_t>((after + tick - std::chrono::milliseconds(1)) / tick) + 1;
    timer.m_deadline = now + ticks;
    timer.m_wheel = this;
    timer.insertBefore(slotOf(timer.m_deadline));
    ++m_active;
}

void TimerWheel::arm()
{
    m_armed = true;
    m_clock.expires_after(tick);
    m_clock.async_wait([this](boost::system::error_code error) {
        if (!error)
            advance();
    });
}

void TimerWheel::advance()
{
    // A machine that slept may be many rounds behind: one round visits every timer.
    const std::uint64_t target = clockTick();
    if (target - m_now > m_slots.size())
        m_now = target - m_slots.size();
    while (m_now < target) {
        ++m_now;
        expire(slotOf(m_now));
    }
    m_armed = false;
    if (m_active > 0)
        arm();
    m_afterTick();
}

void TimerWheel::expire(TimerLink& slot)
{
    TimerLink due;
    if (slot.next == &slot)
        return;
    due.insertBefore(slot);
    slot.unlink();
    while (due.next != &due) {
        auto& timer = static_cast<Timer&>(*due.next);
        if (timer.m_deadline > m_now) {
            timer.unlink();
            timer.insertBefore(slot);
            continue;
        }
        timer.stop();
        timer.m_handler.onTimer(timer);
    }
}

std::uint64_t TimerWheel::clockTick() const
{
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch() / tick);
}

} // namespace sallyport
