// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/troubles.h"

#include "dialogs/texts/errortexts.h"

#include <QCoreApplication>

namespace sallyport
{

namespace
{

struct TroubleTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Troubles)
};

QString sentence(Thing thing)
{
    switch (thing) {
    case Thing::Policy:
        return TroubleTexts::tr("The policy in force could not be read: %1");
    case Thing::Services:
        return TroubleTexts::tr("The state of the services could not be read: %1");
    case Thing::Clients:
        return TroubleTexts::tr("The computers could not be read: %1");
    case Thing::Status:
        return TroubleTexts::tr("The state of the server could not be read: %1");
    case Thing::Sessions:
        return TroubleTexts::tr("The server does not tell its sessions: %1");
    case Thing::Draft:
        return TroubleTexts::tr("Changes are not kept on this computer and end with this window: %1");
    }
    return {};
}

} // namespace

bool Troubles::set(Thing thing, const std::optional<Error>& error)
{
    if (of(thing) == error)
        return false;
    if (error)
        m_errors.insert_or_assign(thing, *error);
    else
        m_errors.erase(thing);
    return true;
}

bool Troubles::forgetConnection()
{
    return std::erase_if(m_errors, [](const auto& one) { return one.first != Thing::Draft; }) > 0;
}

std::optional<Error> Troubles::of(Thing thing) const
{
    const auto found = m_errors.find(thing);
    return found == m_errors.end() ? std::nullopt : std::optional(found->second);
}

QList<Thing> Troubles::things() const
{
    QList<Thing> things;
    for (const auto& [thing, error] : m_errors)
        things.append(thing);
    return things;
}

QString Troubles::words(Thing thing) const
{
    const std::optional<Error> error = of(thing);
    return error ? sentence(thing).arg(texts::error(*error)) : QString();
}

} // namespace sallyport
