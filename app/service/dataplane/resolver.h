// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"
#include "models/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sallyport
{

// Names to addresses, without ever blocking the caller.
class Resolver
{
public:
    using Addresses = std::vector<IpAddress>; // in the order to try them, never empty
    using Handler = std::function<void(const Result<Addresses>&)>;

    virtual ~Resolver() = default;
    // The handler runs once, on any thread, possibly before this call returns. Errors: NotFound, LimitExceeded, Io.
    virtual void resolve(const std::string& name, Handler handler) = 0;
};

// The system's resolver (getaddrinfo) on threads of its own, with a short memory of what it found. Names asked for by
// many at once are looked up once.
std::shared_ptr<Resolver> makeSystemResolver();

} // namespace sallyport
