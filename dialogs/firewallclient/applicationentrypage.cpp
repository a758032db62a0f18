// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationentrypage.h"

#include "dialogs/firewallclient/keychoice.h"
#include "dialogs/firewallclient/programfield.h"
#include "dialogs/firewallclient/programnames.h"
#include "dialogs/firewallclient/valueeditor.h"
#include "models/items/applicationtexts.h"
#include "models/policy/ports.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace sallyport
{

namespace
{

// The keys whose ports must not meet: a port is bound in one place only.
QList<ApplicationKey> exclusiveWith(ApplicationKey key)
{
    switch (key) {
    case ApplicationKey::LocalBindTcpPorts:
        return {ApplicationKey::RemoteBindTcpPorts};
    case ApplicationKey::RemoteBindTcpPorts:
        return {ApplicationKey::LocalBindTcpPorts};
    case ApplicationKey::LocalBindUdpPorts:
        return {ApplicationKey::RemoteBindUdpPorts};
    case ApplicationKey::RemoteBindUdpPorts:
        return {ApplicationKey::LocalBindUdpPorts};
    default:
        return {};
    }
}

} // namespace

ApplicationEntryPage::ApplicationEntryPage(
    const QList<ApplicationEntry>& entries, const ProgramCatalogue& catalogue, const ApplicationRow* edited)
    : ValuePage<ApplicationRow>(QLatin1StringView("applicationEntry"), tr("Application Entry"))
    , m_entries(entries)
    , m_edited(edited ? std::optional(*edited) : std::nullopt)
    , m_application(new ProgramField(catalogue))
    , m_key(new KeyChoice)
    , m_value(new ValueEditor)
{
    m_application->setPlaceholderText(tr("msmsgs"));
    addField(tr("A&pplication:"), m_application, QLatin1StringView("application"));
    addField(tr("&Key:"), m_key, QLatin1StringView("key"));
    addField(tr("&Value:"), m_value, QLatin1StringView("value"));
    m_meaning = addNote(QString());
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_meaning->setMinimumHeight(m_meaning->fontMetrics().lineSpacing() * 2);
    m_meaning->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    endWithStretch();
    connect(m_key, &QComboBox::currentTextChanged, this, &ApplicationEntryPage::keyChosen);
    connect(m_application, &QLineEdit::textChanged, this, &ApplicationEntryPage::showEffect);
    connect(m_value, &ValueEditor::edited, this, &ApplicationEntryPage::showEffect);
}

// The name as the policy is to have it. One that is there keeps its spelling as long as nobody types another.
QString ApplicationEntryPage::application() const
{
    return m_edited && m_application->text() == m_edited->application ? m_edited->application
                                                                      : m_application->program();
}

std::optional<ApplicationKey> ApplicationEntryPage::key() const
{
    return applicationKeyFromName(QStringView(m_key->currentText()).trimmed());
}

void ApplicationEntryPage::keyChosen()
{
    const auto chosen = key();
    if (chosen)
        m_value->setKey(*chosen);
    showEffect();
}

// The entry as it would be.
ApplicationEntry ApplicationEntryPage::edited() const
{
    const ApplicationEntry* known = findApplication(m_entries, application());
    ApplicationEntry entry = known ? *known : ApplicationEntry();
    if (const auto chosen = key())
        entry.setValue(*chosen, m_value->text());
    return entry;
}

bool ApplicationEntryPage::withoutEffect() const
{
    const ApplicationEntry* entry = findApplication(m_entries, application());
    const auto chosen = key();
    return entry && chosen && entry->isWithoutEffect(*chosen);
}

void ApplicationEntryPage::showEffect()
{
    // Out of reach rather than merely pale: what is typed there would do nothing.
    m_value->setEnabled(!withoutEffect());
    if (withoutEffect())
        m_meaning->setText(texts::withoutEffect(application()));
    else
        m_meaning->setText(key() ? texts::settingMeaning(edited(), *key()) : QString());
}

void ApplicationEntryPage::load(const ApplicationRow& row)
{
    quietly([&] {
        m_application->setText(row.application);
        m_key->setCurrentText(applicationKeySpec(row.key).name);
        keyChosen();
        m_value->setText(row.value);
        showEffect();
    });
}

void ApplicationEntryPage::save(ApplicationRow& row) const
{
    if (applicationProblem().isEmpty())
        row.application = application();
    if (const auto chosen = key()) {
        row.key = *chosen;
        if (m_value->problem().isEmpty())
            row.value = m_value->text();
    }
}

QString ApplicationEntryPage::applicationProblem() const
{
    const QString name = application();
    if (name.isEmpty())
        return tr("Enter the program's file name, for example msmsgs.");
    const bool kept = m_edited && name == m_edited->application;
    if (!kept && !cleanProgramName(name).valid)
        return tr("This can't be a program's name. Use its file name, and none of [ ] = ; \" < > | : ? *");
    const auto chosen = key();
    const bool outbound
        = chosen == ApplicationKey::DontRemoteOutboundTcpPorts || chosen == ApplicationKey::DontRemoteOutboundUdpPorts;
    if (name == anyProgramName && chosen && !outbound)
        return tr("[*] takes the DontRemoteOutbound… keys only. Name a program, or use %1.")
            .arg(commonConfigurationName);
    return {};
}

QString ApplicationEntryPage::portsElsewhere() const
{
    const ApplicationEntry* entry = findApplication(m_entries, application());
    const auto chosen = key();
    if (!entry || !chosen)
        return {};
    for (const ApplicationKey other : exclusiveWith(*chosen)) {
        const auto mine = parsePortList(m_value->text());
        const auto taken = parsePortList(entry->value(other).value_or(QString()));
        const auto port = mine && taken ? commonPort(*mine, *taken) : std::nullopt;
        if (port)
            return tr("Port %1 stands in %2 already. Take it out of one of the two lists.")
                .arg(QString::number(*port), applicationKeySpec(other).name);
    }
    return {};
}

QList<FieldProblem> ApplicationEntryPage::problems() const
{
    QList<FieldProblem> found;
    const QString name = application();
    if (const QString text = applicationProblem(); !text.isEmpty()) {
        found.append({m_application, text});
    } else if (name != m_application->text().trimmed()) {
        found.append(
            FieldProblem::hint(m_application, tr("Taken as %1: the file name, without path and extension.").arg(name)));
    }
    const auto chosen = key();
    if (!chosen) {
        found.append({m_key, tr("Choose one of the keys in the list; start typing to find it.")});
        return found;
    }
    const ApplicationEntry* entry = findApplication(m_entries, name);
    const bool same = m_edited && entry && m_edited->key == *chosen
        && m_edited->application.compare(entry->name, Qt::CaseInsensitive) == 0;
    if (entry && !same && entry->value(*chosen)) {
        found.append({m_key,
            tr("%1 has %2=%3 already; the new value replaces it.")
                .arg(entry->name, applicationKeySpec(*chosen).name, *entry->value(*chosen)),
            Severity::Warning});
    }
    if (withoutEffect()) {
        if (!same)
            found.append({m_key, texts::withoutEffect(entry->name)});
        return found;
    }
    if (const QString text = m_value->problem(); !text.isEmpty())
        found.append({m_value, text});
    else if (const QString ports = portsElsewhere(); !ports.isEmpty())
        found.append({m_value, ports});
    return found;
}

} // namespace sallyport
