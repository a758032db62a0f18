// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/head.h"

namespace sallyport::http
{

// Whether the message belongs to a log-in that may hold for the whole connection it travels on, as with NTLM, Negotiate
// and Kerberos (RFC 4559): that connection must serve one client only. Schemes known to stand in each request by itself
// (Basic, Digest, Bearer …) do not; every other one counts, and so does a field that cannot be read.
bool bindsConnection(const Head& head);

} // namespace sallyport::http
