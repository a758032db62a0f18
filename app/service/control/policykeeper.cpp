// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/policykeeper.h"

#include "models/base/fault.h"
#include "models/policy/validate.h"

namespace sallyport
{

PolicyKeeper::PolicyKeeper(DataPlane& dataPlane, MakeEnforcement makeEnforcement, const Clock& clock)
    : m_dataPlane(dataPlane)
    , m_makeEnforcement(std::move(makeEnforcement))
    , m_clock(clock)
{
}

Result<PreparedPolicy> PolicyKeeper::load(PolicyStore& store)
{
    const auto head = store.head();
    if (!head)
        return head.error();
    if (head->number == 0)
        return makeError(Fault::RevisionsMissing, QStringLiteral("policy.db"));
    const auto policy = store.policy(head->number);
    if (!policy)
        return policy.error();
    auto enforcement = m_makeEnforcement(*policy, head->number);
    if (!enforcement)
        return enforcement.error();
    m_newest = {*head, *enforcement};
    return m_newest;
}

Result<PreparedPolicy> PolicyKeeper::apply(
    PolicyStore& store, RevisionNumber parent, const Policy& policy, const QString& author, const QString& comment)
{
    for (const Problem& problem : validate(policy)) {
        if (problem.severity == Severity::Error)
            return problem.error;
    }
    // The number is the store's to give; while nobody else writes it is the next one, and otherwise the apply
    // conflicts.
    const RevisionNumber expected = m_newest.head.number + 1;
    auto enforcement = m_makeEnforcement(policy, expected);
    if (!enforcement)
        return enforcement.error();
    const auto revision = store.apply(parent, policy, author, comment, m_clock.now());
    if (!revision)
        return revision.error();
    if (revision->number == m_newest.head.number)
        return m_newest; // nothing differed
    if (revision->number != expected) {
        enforcement = m_makeEnforcement(policy, revision->number);
        if (!enforcement)
            return enforcement.error();
    }
    m_newest = {*revision, *enforcement};
    return m_newest;
}

void PolicyKeeper::enforce(const PreparedPolicy& policy)
{
    if (policy.head.number == inForce().head.number)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_inForce = policy;
    }
    m_dataPlane.enforce(policy.enforcement);
    emit changed(policy.head);
}

PreparedPolicy PolicyKeeper::inForce() const
{
    const std::lock_guard lock(m_mutex);
    return m_inForce;
}

} // namespace sallyport
