// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/controlserver.h"
#include "models/control/controlclient.h"
#include "tests/app/service/control/fakedataplane.h"

#include <QTemporaryDir>

QT_BEGIN_NAMESPACE
class QSslSocket;
QT_END_NAMESPACE

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
    // What the service gets to work with instead of the plain stores.
    struct Instead {
        Stores::OpenLog openLog;
        std::function<std::unique_ptr<RecordStore>(std::unique_ptr<RecordStore>)> records; // around the plain one
    };

    explicit ControlRig(const ControlLimits& limits = {}, const Instead& instead = {});
    ~ControlRig();

    // Ends what answers before what it answers to, as the service does.
    void stop();

    QString socketPath() const;
    ControlEndpoint local() const;
    // TLS as an enrolled console of that role; the identity is made here.
    ControlEndpoint enrolled(Role role);
    ControlEndpoint stranger(); // TLS, right pin, not enrolled
    QString code(Role role);
    // As another administrator would, past the control channel.
    Result<Revision> apply(RevisionNumber parent, const Policy& policy, const QString& author);

    QTemporaryDir dir;
    FixedClock clock;
    FakeDataPlane plane;
    std::unique_ptr<PolicyStore> policies; // the test's own; the service has others on the same files
    std::unique_ptr<RecordStore> records;
    std::unique_ptr<StoreThread> writer;
    std::unique_ptr<StoreThread> reader;
    std::unique_ptr<PolicyKeeper> keeper;
    Status recordsInPlace; // what the server is told; set while it does nothing
    QList<Problem> troubles; // likewise
    TlsIdentity identity;
    quint16 tlsPort = 0;
    std::unique_ptr<ControlServer> server;
};

// The policy with one more program that is disabled.
Policy withEntry(Policy policy, const QString& name);
// Starts a TLS connection without a client's manners.
void connectTo(QSslSocket& socket, const ControlEndpoint& endpoint);
// Calls and waits for the answer, up to ten seconds.
Result<QJsonObject> callAndWait(ControlClient& client, const QString& method, const QJsonObject& params = {});
// Waits until the client is online.
bool waitOnline(ControlClient& client);

} // namespace sallyport
