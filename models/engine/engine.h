// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/decision.h"

#include <memory>

namespace sallyport
{

// A policy made ready for decisions: immutable, shared by all threads, swapped as one pointer.
class CompiledPolicy
{
public:
    virtual ~CompiledPolicy() = default;
    virtual Decision decide(const Request& request, TimePoint now) const = 0;
};

// Compiles a policy that validate() finds no Error in; another is refused with the first of them.
// Cost: linear in the size of the policy; decide() is a constant number of hash look-ups.
Result<std::shared_ptr<const CompiledPolicy>> compile(const Policy& policy);

} // namespace sallyport
