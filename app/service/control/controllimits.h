// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/codec.h"

namespace sallyport
{

// What one peer, and all of them together, may cost the service.
struct ControlLimits {
    int connections = 64; // at once; more are closed unread
    int strangers = 16; // of these, consoles that are not enrolled: they must not keep the others out,
    double strangersPerMinute = 60; // nor fill the audit trail with wrong codes
    qsizetype lineBytes = longestRequest;
    qsizetype outgoingBytes = longestReply; // kept for one reader that does not read; beyond it is cut off
    int stallMilliseconds = 20000; // a reader that takes nothing for so long is cut off
    int strangerMilliseconds = 10000; // for an unknown console to enrol
    double requestsPerSecond = 20000; // reading pauses beyond this rate
    int openRequests = 64; // reading pauses while so many answers are owed,
    qsizetype openBytes = qsizetype(1) << 20; // or the requests that wait for theirs are longer than this together
};

} // namespace sallyport
