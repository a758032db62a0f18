// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/session.h"

#include <string>

namespace sallyport
{

// What the engine is asked about. UTF-8 text as it came from the wire; empty = not known.
struct Request {
    SessionType way = SessionType::FirewallClient;
    std::string application; // as the client sent it: "msmsgs.exe"
    std::string user;
    std::string computer;
    IpAddress client;
    std::string host; // name or address text as asked for
    IpAddress address; // resolved; null while it is not
    std::uint16_t port = 0;
};

enum class Reason {
    ApplicationDisabled, // an application entry takes it off the Firewall Client; see ApplicationEntry::isDisabled()
    CommonConfigurationDisabled, // [Common Configuration] does, and the program has no section of its own
    FilterDisabled, // the SOCKS V4 filter is off
    ListenerDisabled, // the listener of this way out is off
    ProgramUnknown, // a Firewall Client that does not say which program asks: cannot tell, so denied
    UnmatchedAllowed, // no entry or rule speaks of it; the policy's written default allows
    UnmatchedDenied,
    ThisServer, // whatever the policy: an address that means this server itself, or one of its own listeners
};

struct Decision {
    Verdict verdict = Verdict::Deny;
    Reason reason = Reason::UnmatchedDenied;
    QString object; // the entry, rule or filter that decided ("msmsgs", "SOCKS V4 filter"); empty for the default

    bool operator==(const Decision&) const = default;
};

// The reason as one plain English sentence for logs, error pages and command lines.
QString reasonText(const Decision& decision);
QString reasonWord(Reason reason);
std::optional<Reason> reasonFromWord(QStringView word);

} // namespace sallyport
