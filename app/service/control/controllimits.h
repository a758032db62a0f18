// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/codec.h"

namespace sallyport
{

// What one peer, and all of them together, may cost the service. Who has no place is closed unread. Administrators
// elsewhere, processes of this computer and consoles that are not enrolled have places of their own, so that none of
// them keeps another out; an address is an IPv4 address or an IPv6 network of 64 bits.
struct ControlLimits {
    bool loopbackIsOne = true; // see networkOf(); not where one process plays several peers
    int viewers = 64; // connections at once of enrolled consoles below an administrator
    int administrators = 64;
    int local = 128;
    int perConsole = 8; // of these, of one enrolled console,
    int perAdministrator = 32; // of one administrator elsewhere,
    int perProcess = 32; // or of one process of this computer
    // Of consoles that are not enrolled the oldest makes way for the next, so that nobody who has a code finds no room.
    int strangers = 128;
    int strangersPerAddress = 64;
    double strangersRecordsPerMinute = 2; // of their calls that failed; the audit trail has the number of the others,
    double strangersRecordsAtOnce = 60; // and these one by one before that
    // Over TLS, in three steps. First a connection costs a descriptor alone, until a whole ClientHello has come; the
    // oldest makes way for the next. One of them must be left alone for the time between a console's connect() and its
    // first bytes, so that they are many: at 10,000 new ones a second from its own address a console has 25 ms.
    int silent = 384;
    int silentPerAddress = 256;
    // Then it waits for its turn; addresses have it in turns, the oldest of each first. Whoever finds no place here is
    // closed: those who have waited longest would be the wrong ones to send away.
    int waiting = 384;
    int waitingPerAddress = 256;
    // Then it costs some 80 KB, and 0.5 ms of processor time for half a handshake or up to 2 ms for a whole one and
    // what follows: at this pace half of one core at most, whatever comes. Of those that do not go on the oldest makes
    // way for the next, but not before it had time for a far console's answer; those who have shown a certificate stay
    // until they are known.
    int handshakes = 320;
    int handshakesPerAddress = 256;
    double handshakesPerSecond = 250;
    double handshakesAtOnce = 40;
    double freeHandshakesPerSecondAndConsole = 5; // of an enrolled one, which cost the others no turn,
    double freeHandshakesAtOnce = 20; // unless it does nothing but connect
    int leastHandshakeMilliseconds = 500;
    int handshakeMilliseconds = 5000; // for each of the three steps
    qsizetype lineBytes = longestRequest;
    qsizetype strangerLineBytes = 4096;
    qsizetype outgoingBytes = longestReply; // of one answer, and kept for one reader that does not read
    qsizetype untoldEnds = 200000; // ended sessions and connections that one subscriber is still to be told
    int stallMilliseconds = 20000; // a reader that takes nothing for so long is cut off
    int strangerMilliseconds = 10000; // for an unknown console to enrol
    double requestsPerSecond = 20000; // reading pauses beyond this rate
    int openRequests = 64; // reading pauses while so many answers are owed,
    qsizetype openBytes = qsizetype(1) << 20; // or the requests that wait for theirs are longer than this together

    // How many descriptors connections may take in all.
    constexpr int descriptors() const
    {
        return viewers + administrators + local + strangers + silent + waiting + handshakes;
    }
    // The same, each kind of connection with proportionally fewer places, so that descriptors() is `most` at most;
    // unchanged where it is that anyway. Each kind keeps one place at least.
    ControlLimits within(int most) const;
};

} // namespace sallyport
