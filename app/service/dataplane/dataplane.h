// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/clientlimit.h"
#include "models/base/result.h"
#include "models/engine/engine.h"
#include "models/policy/logrecord.h"
#include "models/policy/session.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sallyport
{

// The files the service hands to clients, made once per revision and shared by all threads.
struct HandOut {
    QByteArray mspclnt; // mspclnt.ini
    QByteArray msplat; // msplat.txt
    QByteArray wspad; // wspad.dat
    QByteArray pac; // wpad.dat, array.dll?Get.Routing.Script
    std::string mspclntTag; // ETag with quotes; likewise below
    std::string msplatTag;
    std::uint64_t revision = 0;
};

// What the data plane works by. Read by every thread through one atomically swapped pointer.
struct Enforcement {
    Policy policy;
    std::shared_ptr<const CompiledPolicy> compiled;
    HandOut handOut;
};

// Where log rows go. Called on data-plane threads; must not block: a full queue drops and counts.
class LogSink
{
public:
    virtual ~LogSink() = default;
    virtual void log(LogRecord record) = 0;
};

// Told of every fetch of mspclnt.ini. Called on data-plane threads; must not block.
class FetchSink
{
public:
    virtual ~FetchSink() = default;
    virtual void fetched(const ClientFetch& fetch) = 0;
};

// Time-outs that no policy sets.
struct FixedTimeouts {
    // For a whole HTTP head, from its first byte or from the connection's start.
    std::chrono::milliseconds head{30'000};
    // "The SOCKS server … sets a time limit, now 2 minutes" (SOCKS 4, section on BIND).
    std::chrono::milliseconds bind{120'000};
    // Without a byte either way once one side has ended: it may only have no more to say, or be gone.
    std::chrono::milliseconds halfClosed{15'000};
    // In which a server may still send what should not follow a reply without a body.
    std::chrono::milliseconds settle{1'000};
    // In which refusals of one cause and client, but the first, are counted for one log row.
    std::chrono::milliseconds refusalRows{10'000};
};

struct DataPlaneOptions {
    int threads = 0; // 0 = one per core
    bool ephemeral = false; // every listener takes a free loopback port instead of the policy's
    FixedTimeouts timeouts{};
    ClientShares clients{};
};

// Which connections to end: whole sessions, single connections, or all of one service.
struct DisconnectRequest {
    std::vector<SessionId> sessions;
    std::vector<ConnectionId> connections;
    std::string who; // for the log
    std::string why;
};

// The enforcement itself: listeners, connections, sessions. Every method may be called from any one control thread;
// none blocks on the network. Completion handlers run on a data-plane thread (the caller posts them to its own).
class DataPlane
{
public:
    // Errors: LimitExceeded, Io (no descriptors, no threads).
    static Result<std::unique_ptr<DataPlane>> create(
        const DataPlaneOptions& options, const Clock& clock, LogSink& log, FetchSink& fetches);
    virtual ~DataPlane() = default; // closes everything, joins its threads

    // Takes effect for new requests at once; listeners whose address, port or switch changed are reopened. Connections
    // in flight keep going. A listener that can't open is reported by services() as Failed, the others serve on; see
    // retryListeners().
    virtual void enforce(std::shared_ptr<const Enforcement> enforcement) = 0;

    virtual std::vector<ServiceStatus> services() const = 0;
    // Limits that refuse clients something at the moment.
    virtual std::vector<Error> problems() const = 0;
    // Tries once more to open what failed; to be called every second or so.
    virtual void retryListeners() = 0;
    // Stop closes the listener and all connections of the service; the answer says what was ended. `who` stops it.
    virtual void startService(ServiceName name, std::function<void(Status)> done) = 0;
    virtual void stopService(
        ServiceName name, const std::string& who, std::function<void(std::vector<EndedConnection>)> done)
        = 0;

    // Closes both sockets of each connection at once (RST), then answers with what was ended. Unknown ids are skipped.
    virtual void disconnect(const DisconnectRequest& request, std::function<void(std::vector<EndedConnection>)> done)
        = 0;

    // Everything that is up, copied under short locks. Changes nothing.
    virtual SessionDelta snapshot() const = 0;
    virtual std::uint64_t sessions() const = 0; // how many are up
    // What changed since the last call (one reader: the control server, which fans out). Includes byte counts and rates
    // of connections that moved.
    virtual SessionDelta takeChanges() = 0;
    // What of the snapshot takeChanges() has told: where somebody who joins its readers begins.
    virtual SessionDelta toldSoFar() const = 0;

    // The address each listener really has, "" when closed: for the ready line.
    virtual std::string endpoint(ServiceName name) const = 0;

    // A listener of the service that the data plane does not know of itself: no client is let through to it either.
    virtual void guard(const IpAddress& address, std::uint16_t port) = 0;
};

} // namespace sallyport
