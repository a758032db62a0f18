// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/filters/socksfilterpage.h"

#include "dialogs/sheet/fields.h"
#include "dialogs/sheet/listenerfields.h"
#include "models/policy/validate.h"

#include <QCheckBox>

namespace sallyport
{

SocksFilterPage::SocksFilterPage(const Listeners& listeners)
    : ValuePage<ApplicationFilters>(QLatin1StringView("socksFilter"), tr("General"))
    , m_listeners(listeners)
    , m_socks(new ListenerFields(tr("&Enable this filter")))
{
    addChoice(m_socks->enabled(), QLatin1StringView("enabled"));
    addField(tr("A&ddress:"), m_socks->address(), QLatin1StringView("address"));
    addField(tr("&Port:"), m_socks->port(), QLatin1StringView("port"), tr("TCP"));
    addNote(
        tr("Programs with SOCKS settings of their own get out here, without telling which program or user they are. "
           "With the filter off, the port is closed."));
    endWithStretch();
}

SocksFilterPage::~SocksFilterPage() = default;

void SocksFilterPage::load(const ApplicationFilters& filters)
{
    quietly([&] { m_socks->load(filters.socks); });
}

void SocksFilterPage::save(ApplicationFilters& filters) const
{
    m_socks->save(filters.socks);
}

QList<FieldProblem> SocksFilterPage::problems() const
{
    QList<FieldProblem> found = m_socks->problems();
    if (!found.isEmpty())
        return found;
    Listener socks;
    m_socks->save(socks);
    if (listenersClash(socks, m_listeners.webProxy))
        found.append({m_socks->port(), tr("The Web Proxy listens there already. Choose another port.")});
    else if (listenersClash(socks, m_listeners.firewallClient))
        found.append({m_socks->port(), tr("The Firewall Client channel listens there already. Choose another port.")});
    return found;
}

} // namespace sallyport
