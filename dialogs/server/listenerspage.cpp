// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/server/listenerspage.h"

#include "dialogs/sheet/fields.h"
#include "dialogs/sheet/listenerfields.h"
#include "models/policy/validate.h"

#include <QCheckBox>

namespace sallyport
{

ListenersPage::ListenersPage(const Listener& socks)
    : ValuePage<ServerSettings>(QLatin1StringView("listeners"), tr("Listeners"))
    , m_socks(socks)
    , m_webProxy(new ListenerFields(tr("Accept outgoing &Web requests")))
    , m_firewallClient(new ListenerFields(tr("Accept &Firewall Clients")))
    , m_connectTimeout(new NumberField(1, 600))
    , m_idleTimeout(new NumberField(10, 86400))
    , m_limit(new NumberField(0, 1000000))
{
    addSection(tr("Web Proxy"));
    addChoice(m_webProxy->enabled(), QLatin1StringView("webProxyEnabled"));
    addField(tr("A&ddress:"), m_webProxy->address(), QLatin1StringView("webProxyAddress"));
    addField(tr("&Port:"), m_webProxy->port(), QLatin1StringView("webProxyPort"), tr("TCP"));
    addSection(tr("Firewall Client"));
    addChoice(m_firewallClient->enabled(), QLatin1StringView("firewallClientEnabled"));
    addField(tr("Add&ress:"), m_firewallClient->address(), QLatin1StringView("firewallClientAddress"));
    addField(tr("P&ort:"), m_firewallClient->port(), QLatin1StringView("firewallClientPort"), tr("TCP"));
    addSection(tr("Connections"));
    addField(tr("Give up &connecting after:"), m_connectTimeout, QLatin1StringView("connectTimeout"), tr("seconds"));
    addField(tr("&End idle ones after:"), m_idleTimeout, QLatin1StringView("idleTimeout"), tr("seconds"));
    addField(tr("At &most at once:"), m_limit, QLatin1StringView("limit"), tr("0 = as many as the system allows"));
    endWithStretch();
}

ListenersPage::~ListenersPage() = default;

void ListenersPage::load(const ServerSettings& settings)
{
    quietly([&] {
        m_webProxy->load(settings.listeners.webProxy);
        m_firewallClient->load(settings.listeners.firewallClient);
        m_connectTimeout->setValue(settings.listeners.connectTimeoutSeconds);
        m_idleTimeout->setValue(settings.listeners.idleTimeoutSeconds);
        m_limit->setValue(settings.listeners.connectionLimit);
    });
}

void ListenersPage::save(ServerSettings& settings) const
{
    Listeners& listeners = settings.listeners;
    m_webProxy->save(listeners.webProxy);
    m_firewallClient->save(listeners.firewallClient);
    listeners.connectTimeoutSeconds = m_connectTimeout->valueOr(listeners.connectTimeoutSeconds);
    listeners.idleTimeoutSeconds = m_idleTimeout->valueOr(listeners.idleTimeoutSeconds);
    listeners.connectionLimit = m_limit->valueOr(listeners.connectionLimit);
}

QList<FieldProblem> ListenersPage::problems() const
{
    QList<FieldProblem> found = m_webProxy->problems();
    QList<FieldProblem> more = m_firewallClient->problems();
    if (found.isEmpty() && more.isEmpty()) {
        Listener webProxy;
        Listener firewallClient;
        m_webProxy->save(webProxy);
        m_firewallClient->save(firewallClient);
        if (listenersClash(webProxy, firewallClient))
            more.append(
                {m_firewallClient->port(), tr("The Web Proxy listens there already. Give one of them another port.")});
        for (const auto& [listener, fields] :
            {std::pair(webProxy, m_webProxy.get()), std::pair(firewallClient, m_firewallClient.get())}) {
            if (listenersClash(listener, m_socks)) {
                more.append(
                    {fields->port(), tr("The SOCKS V4 filter listens there already. Give one of them another port.")});
            }
        }
    }
    found += more;
    for (NumberField* field : {m_connectTimeout, m_idleTimeout, m_limit}) {
        if (const QString text = field->problem(); !text.isEmpty())
            found.append({field, text});
    }
    return found;
}

} // namespace sallyport
