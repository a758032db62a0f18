// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <QSet>

#include <optional>

namespace sallyport
{

// Whether a policy still stands when only parts of another are taken over into it.
class PartCheck final
{
public:
    explicit PartCheck(const Policy& current)
        : m_current(current)
    {
    }

    // What is wrong with that policy and not with the one that is there, in words; empty: nothing.
    QString brokenBy(const Policy& policy);

private:
    const Policy m_current;
    std::optional<QSet<QString>> m_known; // what is wrong with it; found once it is asked for
};

} // namespace sallyport
