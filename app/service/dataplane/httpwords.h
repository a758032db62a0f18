// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/tunnel.h"

#include <string>

namespace sallyport
{

// The entry, rule or filter that refused, as an administrator would look for it in the policy that is in force:
// "application entry msmsgs: DisableEx=1".
std::string deciderText(const Decision& decision, const Policy& policy);

// The 403 page of a refused request. `request` is what was asked for, "example.com:443".
std::string deniedReply(Shard& shard, const Decision& decision, const std::string& request, bool close, bool head);

// The same where mayConnect() refused, with its error.
std::string barredReply(Shard& shard, const Error& error, const std::string& request, bool close, bool head);

// What a client that asked for a tunnel is told when there is none: 403, 502, 503 or 504.
std::string connectRefusal(Shard& shard, const TunnelRequest& request, const TunnelFailure& failure);

// The whole reply to a granted CONNECT.
inline constexpr std::string_view connectGranted = "HTTP/1.1 200 Connection established\r\n\r\n";

} // namespace sallyport
