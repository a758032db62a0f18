// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationentrypage.h"

#include "dialogs/firewallclient/programnames.h"
#include "dialogs/firewallclient/valueeditor.h"
#include "dialogs/texts/applicationtexts.h"
#include "models/policy/ports.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>

namespace sallyport
{

namespace
{

QCompleter* programCompleter(const ProgramCatalogue& catalogue, QObject* parent)
{
    auto* model = new QStandardItemModel(parent);
    for (const OfferedProgram& program : catalogue) {
        auto* item = new QStandardItem(program.name);
        item->setToolTip(program.description);
        model->appendRow(item);
    }
    auto* completer = new QCompleter(model, parent);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    return completer;
}

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
    , m_application(new QLineEdit)
    , m_key(new QComboBox)
    , m_value(new ValueEditor)
{
    m_application->setPlaceholderText(tr("msmsgs (the file name without .exe)"));
    m_application->setCompleter(programCompleter(catalogue, this));
    m_key->setEditable(true);
    m_key->setInsertPolicy(QComboBox::NoInsert);
    m_key->setMaxVisibleItems(18);
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        m_key->addItem(spec.name);
        m_key->setItemData(m_key->count() - 1, texts::keyMeaning(spec.key), Qt::ToolTipRole);
    }
    // Completed in the line itself: "D" becomes Disable, going on typing finds the others.
    auto* completer = new QCompleter(m_key->model(), this);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_key->setCompleter(completer);
    m_key->lineEdit()->setObjectName(QStringLiteral("keyLine"));
    m_key->lineEdit()->setAccessibleName(tr("Key"));

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
    const ApplicationEntry* known = findApplication(m_entries, QStringView(m_application->text()).trimmed());
    ApplicationEntry entry = known ? *known : ApplicationEntry();
    if (const auto chosen = key())
        entry.setValue(*chosen, m_value->text());
    return entry;
}

bool ApplicationEntryPage::withoutEffect() const
{
    const ApplicationEntry* entry = findApplication(m_entries, QStringView(m_application->text()).trimmed());
    const auto chosen = key();
    return entry && chosen && entry->isWithoutEffect(*chosen);
}

void ApplicationEntryPage::showEffect()
{
    // Out of reach rather than merely pale: what is typed there would do nothing.
    m_value->setEnabled(!withoutEffect());
    if (withoutEffect())
        m_meaning->setText(texts::withoutEffect(m_application->text().trimmed()));
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
        row.application = m_application->text().trimmed();
    if (const auto chosen = key()) {
        row.key = *chosen;
        if (m_value->problem().isEmpty())
            row.value = m_value->text();
    }
}

QString ApplicationEntryPage::applicationProblem() const
{
    const QString name = m_application->text().trimmed();
    const ProgramName program = cleanProgramName(name);
    if (name.isEmpty())
        return tr("Enter the program's file name without extension, for example msmsgs.");
    if (program.valid && program.name != name)
        return tr("Enter the file name alone, without path and extension: %1.").arg(program.name);
    if (!program.valid)
        return tr("This can't be a program's name. Use its file name without extension, and none of [ ] = ; / \\ \" < "
                  "> | : ? *");
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
    const ApplicationEntry* entry = findApplication(m_entries, QStringView(m_application->text()).trimmed());
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
    if (const QString text = applicationProblem(); !text.isEmpty())
        found.append({m_application, text});
    const auto chosen = key();
    if (!chosen) {
        found.append({m_key, tr("Choose one of the keys in the list; start typing to find it.")});
        return found;
    }
    const ApplicationEntry* entry = findApplication(m_entries, QStringView(m_application->text()).trimmed());
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
