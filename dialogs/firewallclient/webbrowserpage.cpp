// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/webbrowserpage.h"

#include "dialogs/sheet/fields.h"
#include "models/policy/hostnames.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QUrl>

namespace sallyport
{

WebBrowserPage::WebBrowserPage()
    : ValuePage<ClientConfiguration>(QLatin1StringView("webBrowser"), tr("Web Browser"))
    , m_proxy(new QLineEdit)
    , m_port(new NumberField(1, 65535))
    , m_useProxy(new QCheckBox(tr("Set browsers to &use the Web Proxy")))
    , m_autoDetect(new QCheckBox(tr("Set browsers to &detect settings automatically")))
    , m_autoConfig(new QCheckBox(tr("Set browsers to use a configuration &script")))
    , m_url(new QLineEdit)
{
    m_proxy->setPlaceholderText(QStringLiteral("proxy.example.com"));
    addSection(tr("Web Proxy"));
    addField(tr("Na&me:"), m_proxy, QLatin1StringView("webProxyName"));
    addField(tr("&Port:"), m_port, QLatin1StringView("webProxyPort"), tr("TCP"));
    addSection(tr("Browsers on the clients"));
    addChoice(m_useProxy, QLatin1StringView("useProxy"));
    addChoice(m_autoDetect, QLatin1StringView("browserAutoDetect"));
    addChoice(m_autoConfig, QLatin1StringView("autoConfig"));
    addField(tr("Script add&ress:"), m_url, QLatin1StringView("configurationUrl"));
    addNote(tr("Left empty, the script comes from the Web Proxy itself and follows its name and port."));
    endWithStretch();
    connect(m_proxy, &QLineEdit::textChanged, this, &WebBrowserPage::showDefaultUrl);
    connect(m_port, &QLineEdit::textChanged, this, &WebBrowserPage::showDefaultUrl);
}

void WebBrowserPage::showDefaultUrl()
{
    ClientConfiguration client;
    save(client);
    client.configurationUrl.clear();
    m_url->setPlaceholderText(client.webProxyName.isEmpty() ? QString() : client.effectiveConfigurationUrl());
}

void WebBrowserPage::load(const ClientConfiguration& client)
{
    quietly([&] {
        m_proxy->setText(client.webProxyName);
        m_port->setValue(client.webProxyPort);
        m_useProxy->setChecked(client.setBrowsersToUseProxy);
        m_autoDetect->setChecked(client.setBrowsersToUseAutoDetect);
        m_autoConfig->setChecked(client.setBrowsersToUseAutoConfig);
        m_url->setText(client.configurationUrl);
        m_url->setCursorPosition(0);
        showDefaultUrl();
    });
}

void WebBrowserPage::save(ClientConfiguration& client) const
{
    client.webProxyName = m_proxy->text().trimmed();
    client.webProxyPort = m_port->valueOr(client.webProxyPort);
    client.setBrowsersToUseProxy = m_useProxy->isChecked();
    client.setBrowsersToUseAutoDetect = m_autoDetect->isChecked();
    client.setBrowsersToUseAutoConfig = m_autoConfig->isChecked();
    client.configurationUrl = m_url->text().trimmed();
}

QList<FieldProblem> WebBrowserPage::problems() const
{
    QList<FieldProblem> found;
    const QString name = m_proxy->text().trimmed();
    if (!name.isEmpty() && !isHost(name))
        found.append({m_proxy, tr("Enter the Web Proxy's name or address, for example proxy.example.com.")});
    else if (name.isEmpty() && m_useProxy->isChecked())
        found.append({m_proxy, tr("Enter the name browsers reach the Web Proxy by, or don't set them to use it.")});
    if (const QString text = m_port->problem(); !text.isEmpty())
        found.append({m_port, text});
    const QString address = m_url->text().trimmed();
    const QUrl url(address, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!address.isEmpty() && (!url.isValid() || !web || url.host().isEmpty()))
        found.append({m_url, tr("Enter a complete address that begins with http:// or https://, or leave it empty.")});
    return found;
}

} // namespace sallyport
