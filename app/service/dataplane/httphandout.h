// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/shard.h"
#include "app/service/http/head.h"

#include <string>

namespace sallyport
{

// Which listener is asked: each hands out files of its own.
enum class HandOutSide { WebProxy, FirewallClient };

struct HandOutReply {
    int status = 404;
    std::string bytes; // the whole reply
};

// Answers a request to the service itself: one of the client files (GET or HEAD, with ETag), else 404 or 405; 400
// where the client says badly who it is. A fetch of mspclnt.ini is told to the FetchSink.
HandOutReply handOut(Shard& shard, HandOutSide side, const IpAddress& client, const http::RequestHead& head,
    std::string_view path, bool close);

} // namespace sallyport
