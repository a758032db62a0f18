// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/clientgeneralpage.h"

#include "dialogs/sheet/fields.h"
#include "models/policy/hostnames.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>

namespace sallyport
{

ClientGeneralPage::ClientGeneralPage()
    : ValuePage<ClientConfiguration>(QLatin1StringView("clientGeneral"), tr("General"))
    , m_byName(new QRadioButton(tr("Clients connect by DNS &name")))
    , m_byAddress(new QRadioButton(tr("Clients connect by &IP address")))
    , m_name(new QLineEdit)
    , m_addresses(new QLineEdit)
    , m_port(new NumberField(1, 65535))
    , m_autoDetect(new QCheckBox(tr("Clients &detect the server automatically")))
    , m_refresh(new NumberField(1, 168))
    , m_refreshGiveUp(new NumberField(1, 1440))
    , m_recheck(new NumberField(1, 1440))
    , m_giveUp(new NumberField(1, 1440))
{
    m_name->setPlaceholderText(QStringLiteral("proxy.example.com"));
    m_addresses->setPlaceholderText(QStringLiteral("192.168.0.1, 192.168.0.2"));
    addSection(tr("Server"));
    addChoice(m_byName, QLatin1StringView("byName"));
    addChoice(m_byAddress, QLatin1StringView("byAddress"));
    addField(tr("DNS na&me:"), m_name, QLatin1StringView("serverName"));
    addField(tr("Addre&sses:"), m_addresses, QLatin1StringView("serverAddresses"));
    addField(tr("&Port:"), m_port, QLatin1StringView("port"), tr("TCP"));
    addChoice(m_autoDetect, QLatin1StringView("autoDetect"));
    addSection(tr("Refresh"));
    addField(tr("Fetch settings &every:"), m_refresh, QLatin1StringView("refreshHours"), tr("hours"));
    addField(tr("&Give up a fetch after:"), m_refreshGiveUp, QLatin1StringView("refreshGiveUp"), tr("minutes"));
    addField(tr("&Try a silent server again after:"), m_recheck, QLatin1StringView("recheck"), tr("minutes"));
    addField(tr("Give &up a silent server after:"), m_giveUp, QLatin1StringView("inaccessibleGiveUp"), tr("minutes"));
    endWithStretch();
    connect(m_byName, &QRadioButton::toggled, this, &ClientGeneralPage::showAddressing);
}

void ClientGeneralPage::showAddressing()
{
    m_name->setEnabled(m_byName->isChecked());
    m_addresses->setEnabled(!m_byName->isChecked());
}

void ClientGeneralPage::load(const ClientConfiguration& client)
{
    quietly([&] {
        m_byName->setChecked(client.addressing == ServerAddressing::ByName);
        m_byAddress->setChecked(client.addressing == ServerAddressing::ByAddress);
        m_name->setText(client.serverName);
        m_addresses->setText(addressesText(client.serverAddresses));
        m_port->setValue(client.port);
        m_autoDetect->setChecked(client.autoDetectServers);
        m_refresh->setValue(client.refreshHours);
        m_refreshGiveUp->setValue(client.refreshGiveUpMinutes);
        m_recheck->setValue(client.recheckInaccessibleMinutes);
        m_giveUp->setValue(client.inaccessibleGiveUpMinutes);
        showAddressing();
    });
}

void ClientGeneralPage::save(ClientConfiguration& client) const
{
    client.addressing = m_byAddress->isChecked() ? ServerAddressing::ByAddress : ServerAddressing::ByName;
    client.serverName = m_name->text().trimmed();
    if (const AddressList list = parseAddresses(m_addresses->text()); list.wrong.isEmpty())
        client.serverAddresses = list.addresses;
    client.port = m_port->valueOr(client.port);
    client.autoDetectServers = m_autoDetect->isChecked();
    client.refreshHours = m_refresh->valueOr(client.refreshHours);
    client.refreshGiveUpMinutes = m_refreshGiveUp->valueOr(client.refreshGiveUpMinutes);
    client.recheckInaccessibleMinutes = m_recheck->valueOr(client.recheckInaccessibleMinutes);
    client.inaccessibleGiveUpMinutes = m_giveUp->valueOr(client.inaccessibleGiveUpMinutes);
}

QList<FieldProblem> ClientGeneralPage::problems() const
{
    QList<FieldProblem> found;
    const QString name = m_name->text().trimmed();
    if (m_byName->isChecked() ? !isHost(name) : !name.isEmpty() && !isHost(name))
        found.append({m_name, tr("Enter the server's DNS name as clients see it, for example proxy.example.com.")});
    const AddressList list = parseAddresses(m_addresses->text());
    if (!list.wrong.isEmpty())
        found.append({m_addresses, tr("“%1” is no IP address. Enter addresses separated by commas.").arg(list.wrong)});
    else if (m_byAddress->isChecked() && list.addresses.isEmpty())
        found.append({m_addresses, tr("Enter at least one address, for example 192.168.0.1.")});
    for (NumberField* field : {m_port, m_refresh, m_refreshGiveUp, m_recheck, m_giveUp}) {
        if (const QString text = field->problem(); !text.isEmpty())
            found.append({field, text});
    }
    return found;
}

} // namespace sallyport
