// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlserver.h"
#include "models/control/controlclient.h"
#include "tests/app/service/control/fakedataplane.h"

#include <QTemporaryDir>

namespace sallyport
{

// A clock that stands still until told.
class FixedClock : public Clock
{
public:
    TimePoint now() const override { return time; }
    TimePoint time{std::chrono::microseconds(1769904000000000)};
};

// A whole control server over a fake data plane in a temporary folder, with a local and a TLS listener.
class ControlRig
{
public:
    explicit ControlRig(const ControlLimits& limits = {});

    QString socketPath() const;
    ControlEndpoint local() const;
    // TLS as an enrolled console of that role; the identity is made here.
    ControlEndpoint enrolled(Role role);
    ControlEndpoint stranger(); // TLS, right pin, not enrolled
    QString code(Role role);

    QTemporaryDir dir;
    FixedClock clock;
    FakeDataPlane plane;
    std::unique_ptr<PolicyStore> policies;
    std::unique_ptr<RecordStore> records;
    std::unique_ptr<LogStore> logs;
    std::unique_ptr<PolicyKeeper> keeper;
    TlsIdentity identity;
    quint16 tlsPort = 0;
    std::unique_ptr<ControlServer> server;
};

// Calls and waits for the answer, up to ten seconds.
Result<QJsonObject> callAndWait(ControlClient& client, const QString& method, const QJsonObject& params = {});
// Waits until the client is online.
bool waitOnline(ControlClient& client);

} // namespace sallyport
