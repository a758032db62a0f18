// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "app/service/dataplane/upstreampool.h"
#include "app/service/http/head.h"
#include "app/service/http/pages.h"

namespace sallyport
{

// What the HTTP listeners of one shard share: parsed heads and a buffer that are used for one message after the other,
// idle connections to servers, and the name the proxy goes by.
// Threading: the shard's thread only.
class HttpShard
{
public:
    explicit HttpShard(Shard& shard);

    http::RequestHead request;
    http::ReplyHead reply;
    std::string out;
    UpstreamPool upstreams;

    // Our name in Via fields: the server's, made a token, and a part that no other service shares.
    const std::string& via();
    // httpDate of now.
    const std::string& date();
    // For replies of our own.
    http::ReplyContext context(bool close, bool head = false);

private:
    void refresh();

    Shard& m_shard;
    std::shared_ptr<const Enforcement> m_named; // the policy that m_server and m_via were made from
    std::string m_server;
    std::string m_via;
    std::string m_date;
    std::chrono::sys_seconds m_dateOf;
};

} // namespace sallyport
