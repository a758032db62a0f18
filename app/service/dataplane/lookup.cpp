// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/lookup.h"

#include "app/service/dataplane/shard.h"

namespace sallyport
{

void Lookup::start(Shard& shard, const std::string& name, const IpAddress& client, Resolver::Handler done)
{
    m_done = std::make_shared<Resolver::Handler>(std::move(done));
    shard.world().resolver.resolve(
        name, client, [&shard, waiting = std::weak_ptr(m_done)](const Result<Resolver::Addresses>& result) {
            shard.post([waiting, result] {
                if (const auto handler = waiting.lock())
                    (*handler)(result);
            });
        });
}

} // namespace sallyport
