// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/dataplane.h"
#include "models/policy/problem.h"
#include "models/store/policystore.h"

#include <QObject>

namespace sallyport
{

// Makes a policy ready for enforcement: compiled, with the files that are handed out.
using MakeEnforcement
    = std::function<Result<std::shared_ptr<const Enforcement>>(const Policy& policy, RevisionNumber revision)>;

// The policy in force: what the store's head says is what the data plane works by. Build, validate, store, swap: a bad
// policy never replaces a good one, and nothing is in force that is not durable.
class PolicyKeeper : public QObject
{
    Q_OBJECT

public:
    PolicyKeeper(PolicyStore& store, DataPlane& dataPlane, MakeEnforcement makeEnforcement, const Clock& clock);

    // Enforces the head; an empty store first gets `first` as revision 1.
    Status start(const Policy& first);
    // ErrorCode::Conflict when `parent` is not the head any more; the error of the first problem when it has any.
    Result<Revision> apply(RevisionNumber parent, const Policy& policy, const QString& author, const QString& comment);

    const Revision& head() const { return m_head; }
    const std::shared_ptr<const Enforcement>& current() const { return m_current; } // after start()
    PolicyStore& store() { return m_store; }

signals:
    void changed(const sallyport::Revision& head);

private:
    PolicyStore& m_store;
    DataPlane& m_dataPlane;
    MakeEnforcement m_makeEnforcement;
    const Clock& m_clock;
    Revision m_head;
    std::shared_ptr<const Enforcement> m_current;
};

} // namespace sallyport
