// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/partcheck.h"

#include "models/items/texts.h"
#include "models/policy/validate.h"

namespace sallyport
{

QString PartCheck::brokenBy(const Policy& policy)
{
    if (!m_known) {
        m_known.emplace();
        for (const Problem& problem : validate(m_current))
            m_known->insert(texts::problem(problem));
    }
    for (const Problem& problem : validate(policy)) {
        const QString said = texts::problem(problem);
        if (problem.severity == Severity::Error && !m_known->contains(said))
            return said;
    }
    return {};
}

} // namespace sallyport
