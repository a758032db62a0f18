// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/resolver.h"

namespace sallyport
{

class Shard;

// One look-up of a name for something that lives on a shard: the answer arrives on the shard's thread, or never once
// this is gone or stopped.
class Lookup
{
public:
    // Not called from inside start().
    void start(Shard& shard, const std::string& name, const IpAddress& client, Resolver::Handler done);
    void stop() { m_done.reset(); }

private:
    std::shared_ptr<Resolver::Handler> m_done;
};

} // namespace sallyport
