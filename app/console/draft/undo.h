// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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
    // `run` may give what is to be said of it, shown as it is; `open` says whether there is still something to go back
    // from; without it there is until it was called.
    template <typename Run, std::enable_if_t<std::is_invocable_v<Run>, int> = 0>
    Undo(Run run, std::function<bool()> open = {})
        : m_open(std::move(open))
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Run>>)
            m_run = [run = std::move(run)] {
                run();
                return QString();
            };
        else
            m_run = std::move(run);
    }

    explicit operator bool() const { return m_run && (!m_open || m_open()); }
    // There was one, and it was gone by another way.
    bool isOver() const { return m_run && m_open && !m_open(); }
    // What stays and why; mostly empty.
    QString operator()() const { return *this ? m_run() : QString(); }

private:
    std::function<QString()> m_run;
    std::function<bool()> m_open;
};

} // namespace sallyport
