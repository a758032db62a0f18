// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/clientsession.h"
#include "app/service/dataplane/connector.h"
#include "models/policy/decision.h"
#include "models/policy/logrecord.h"

namespace sallyport
{

// sc-status: Winsock's error numbers and the firewall service's own, as ISA Server wrote them. In the Web Proxy's log
// they stand where no server was reached; a reply's own status everywhere else.
namespace firewallstatus
{
inline constexpr std::uint32_t opened = 0;
inline constexpr std::uint32_t timedOut = 10060;
inline constexpr std::uint32_t refused = 10061;
inline constexpr std::uint32_t unreachable = 10065;
inline constexpr std::uint32_t noSuchName = 11001;
inline constexpr std::uint32_t nameServerFailed = 11002;
inline constexpr std::uint32_t noBuffers = 10055;
inline constexpr std::uint32_t denied = 13301;
inline constexpr std::uint32_t closed = 20000; // both sides finished
inline constexpr std::uint32_t aborted = 20001; // reset by a side, the idle time-out or an operator
} // namespace firewallstatus

// What a row keeps of texts that a client may make as long as it likes, in bytes.
inline constexpr std::size_t longestAgent = 1024;
inline constexpr std::size_t longestReferrer = 4096;
// The text as asUtf8() writes it, or its beginning and "...", cut between characters of UTF-8.
std::string clipped(std::string_view text, std::size_t most);

// Who, where from, where to: the fields every row of a connection shares.
void fillRow(LogRecord& row, const Request& request);
// Of a look-up or connect that failed; `code` is the system's error of the last attempt to connect, 0 without one.
std::uint32_t firewallStatus(const Error& error, int code);
// rule#1 of a denied request: the object that decided, or the word of the reason where none did.
std::string deciderRule(const Decision& decision);
// rule#1 of a row that an operator caused: "disconnected by anna: left the house".
std::string endText(const EndReason& reason);

} // namespace sallyport
