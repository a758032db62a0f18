// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/codec.h"

namespace sallyport
{

// What one peer, and all of them together, may cost the service. Who has no place is closed unread. Administrators
// elsewhere, users of this computer and consoles that are not enrolled have places of their own, so that none of them
// keeps another out; an address is an IPv4 address or an IPv6 network of 64 bits.
struct ControlLimits {
    int viewers = 64; // connections at once of enrolled consoles below an administrator
    int administrators = 64;
    int local = 64;
    int perConsole = 8; // of these, of one enrolled console,
    int perAdministrator = 32; // of one administrator, or of one user of this computer
    int strangers = 16; // connections at once of consoles that are not enrolled,
    int strangersPerAddress = 4;
    double strangersPerMinute = 120; // that are heard: they must not fill the audit trail with wrong codes,
    double strangersPerMinuteAndAddress = 60;
    double strangersPerMinuteAndConsole = 10; // nor keep others out who want to enrol
    int arriving = 64; // over TLS, not yet known; when there are more, the oldest makes way
    int arrivingPerAddress = 8;
    int handshakeMilliseconds = 5000;
    double handshakesPerSecondAndAddress = 50; // ten times as many in a burst
    qsizetype lineBytes = longestRequest;
    qsizetype strangerLineBytes = 4096;
    qsizetype outgoingBytes = longestReply; // kept for one reader that does not read; beyond it is cut off
    int stallMilliseconds = 20000; // a reader that takes nothing for so long is cut off
    int strangerMilliseconds = 10000; // for an unknown console to enrol
    double requestsPerSecond = 20000; // reading pauses beyond this rate
    int openRequests = 64; // reading pauses while so many answers are owed,
    qsizetype openBytes = qsizetype(1) << 20; // or the requests that wait for theirs are longer than this together
};

} // namespace sallyport
