// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <type_traits>
#include <utility>

namespace sallyport
{

// The way back from one outcome, and from no other. False when there is none, or none any more.
class Undo
{
public:
    Undo() = default;
    // `open` says whether there is still something to go back from; without it there is until it was called.
    template <typename Run, std::enable_if_t<std::is_invocable_v<Run>, int> = 0>
    Undo(Run run, std::function<bool()> open = {})
        : m_run(std::move(run))
        , m_open(std::move(open))
    {
    }

    explicit operator bool() const { return m_run && (!m_open || m_open()); }
    // There was one, and it was gone by another way.
    bool isOver() const { return m_run && m_open && !m_open(); }
    void operator()() const
    {
        if (*this)
            m_run();
    }

private:
    std::function<void()> m_run;
    std::function<bool()> m_open;
};

} // namespace sallyport
