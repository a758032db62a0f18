// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/policykeeper.h"

#include "models/policy/validate.h"

namespace sallyport
{

PolicyKeeper::PolicyKeeper(
    PolicyStore& store, DataPlane& dataPlane, MakeEnforcement makeEnforcement, const Clock& clock)
    : m_store(store)
    , m_dataPlane(dataPlane)
    , m_makeEnforcement(std::move(makeEnforcement))
    , m_clock(clock)
{
}

Status PolicyKeeper::start(const Policy& first)
{
    auto head = m_store.head();
    if (head && head->number == 0)
        head = m_store.apply(0, first, QStringLiteral("sallyportd"), QStringLiteral("First start"), m_clock.now());
    if (!head)
        return head.error();
    const auto policy = m_store.policy(head->number);
    if (!policy)
        return policy.error();
    auto enforcement = m_makeEnforcement(*policy, head->number);
    if (!enforcement)
        return enforcement.error();
    m_head = *head;
    m_current = *enforcement;
    m_dataPlane.enforce(m_current);
    return {};
}

Result<Revision> PolicyKeeper::apply(
    RevisionNumber parent, const Policy& policy, const QString& author, const QString& comment)
{
    for (const Problem& problem : validate(policy)) {
        if (problem.severity == Severity::Error)
            return problem.error;
    }
    // The number is the store's to give; while nobody else writes it is the next one, and otherwise the apply
    // conflicts.
    auto enforcement = m_makeEnforcement(policy, m_head.number + 1);
    if (!enforcement)
        return enforcement.error();
    auto revision = m_store.apply(parent, policy, author, comment, m_clock.now());
    if (!revision)
        return revision;
    if (revision->number == m_head.number)
        return revision; // nothing differed
    if (revision->number != m_head.number + 1) {
        enforcement = m_makeEnforcement(policy, revision->number);
        if (!enforcement)
            return enforcement.error();
    }
    m_head = *revision;
    m_current = *enforcement;
    m_dataPlane.enforce(m_current);
    emit changed(m_head);
    return revision;
}

} // namespace sallyport
