// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/fd.h"

#include <cstddef>
#include <vector>

namespace sallyport
{

struct Pipe {
    Fd readEnd;
    Fd writeEnd;

    explicit operator bool() const { return static_cast<bool>(readEnd); }
};

// Empty pipes for splice(2), lent to a direction of a tunnel only while bytes are on their way through it.
// Threading: the shard's thread only.
class PipePool
{
public:
    // What one splice may move, and the size pipes are given when the kernel allows it, in bytes.
    static constexpr std::size_t pipeBytes = 1 << 20;

    // An invalid pipe when enough are lent or descriptors have run out: the caller copies instead.
    Pipe take();
    void giveBack(Pipe pipe); // an empty one
    void discard(Pipe pipe); // one that may have bytes in it: closes it

private:
    std::vector<Pipe> m_idle;
    std::size_t m_lent = 0;
};

} // namespace sallyport
