// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/tokenbucket.h"

#include <QString>

#include <optional>
#include <utility>

namespace sallyport
{

// Keeps what others can bring about at will from flooding a log: the first few are said one by one, later ones now and
// then, each with how many were left out before it. For one thread.
class Sparingly
{
public:
    Sparingly(double perSecond, double atOnce)
        : m_pace(perSecond, atOnce)
    {
    }

    // Whether this one is said: how many were left out since the last that was. Nothing: it is left out, and counted.
    std::optional<qint64> say()
    {
        if (m_pace.isEmpty()) {
            ++m_leftOut;
            return std::nullopt;
        }
        m_pace.take();
        return takeLeftOut();
    }
    // Once nothing more may come to be said with the count.
    qint64 takeLeftOut() { return std::exchange(m_leftOut, 0); }

    // What follows the text of one that is said.
    static QString andMore(qint64 leftOut)
    {
        return leftOut > 0 ? QStringLiteral("; and %1 more of the kind before").arg(leftOut) : QString();
    }

private:
    TokenBucket m_pace;
    qint64 m_leftOut = 0;
};

} // namespace sallyport
