// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "models/policy/problem.h"
#include "models/store/policystore.h"

#include <QObject>

#include <mutex>

namespace sallyport
{

// Makes a policy ready for enforcement: compiled, with the files that are handed out. Runs on a store's thread.
using MakeEnforcement
    = std::function<Result<std::shared_ptr<const Enforcement>>(const Policy& policy, RevisionNumber revision)>;

// A revision, ready for enforcement.
struct PreparedPolicy {
    Revision head;
    std::shared_ptr<const Enforcement> enforcement;
};

// The policy in force: what the store's head says is what the data plane works by. Build, validate, store, swap: a bad
// policy never replaces a good one, and nothing is in force that is not durable.
//
// load() and apply() belong to the one thread that writes the policy store, enforce() to the control thread, which is
// to be given their results in their order. The rest is for any thread.
class PolicyKeeper : public QObject
{
    Q_OBJECT

public:
    PolicyKeeper(DataPlane& dataPlane, MakeEnforcement makeEnforcement, const Clock& clock);

    // The store's head. A store without a revision is an error: a policy was lost, and no default may stand in for it.
    Result<PreparedPolicy> load(PolicyStore& store);
    // ErrorCode::Conflict when `parent` is not the head any more; the error of the first problem when it has any. The
    // head itself when nothing differed.
    Result<PreparedPolicy> apply(
        PolicyStore& store, RevisionNumber parent, const Policy& policy, const QString& author, const QString& comment);
    // What apply() compares with and builds on: the newest that is durable. In the thread of apply().
    const PreparedPolicy& newest() const { return m_newest; }

    void enforce(const PreparedPolicy& policy);

    PreparedPolicy inForce() const; // after the first enforce()
    Revision head() const { return inForce().head; }
    std::shared_ptr<const Enforcement> current() const { return inForce().enforcement; }

signals:
    void changed(const sallyport::Revision& head);

private:
    DataPlane& m_dataPlane;
    MakeEnforcement m_makeEnforcement;
    const Clock& m_clock;
    PreparedPolicy m_newest;
    mutable std::mutex m_mutex;
    PreparedPolicy m_inForce;
};

} // namespace sallyport
