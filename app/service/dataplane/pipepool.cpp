// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/pipepool.h"

#include <fcntl.h>

namespace sallyport
{

namespace
{

// Idle pipes cost two descriptors each; more flows than these at one moment make and close theirs.
constexpr std::size_t keptPipes = 16;
// So that many busy tunnels leave descriptors for the rest of the service.
constexpr std::size_t mostLent = 48;

} // namespace

Pipe PipePool::take()
{
    if (m_lent >= mostLent)
        return {};
    if (!m_idle.empty()) {
        Pipe pipe = std::move(m_idle.back());
        m_idle.pop_back();
        ++m_lent;
        return pipe;
    }
    int ends[2];
    if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
        return {};
    ++m_lent;
    // Ordinary users share a budget of pipe pages; when it is used up the pipe stays at its first size.
    ::fcntl(ends[1], F_SETPIPE_SZ, static_cast<int>(pipeBytes));
    return Pipe{Fd(ends[0]), Fd(ends[1])};
}

void PipePool::giveBack(Pipe pipe)
{
    --m_lent;
    if (m_idle.size() < keptPipes)
        m_idle.push_back(std::move(pipe));
}

void PipePool::discard(Pipe pipe)
{
    --m_lent;
    pipe = {};
}

} // namespace sallyport
