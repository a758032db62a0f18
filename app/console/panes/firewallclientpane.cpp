// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/firewallclientpane.h"

#include "app/console/panes/draftsheet.h"
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/firewallclientsheet.h"
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/firewallclient/sharedvaluesheet.h"
#include "models/items/applicationtexts.h"
#include "models/policy/policypath.h"
#include "models/policy/programname.h"

#include <QAction>

#include <algorithm>

namespace sallyport
{

FirewallClientPane::FirewallClientPane(Server& server, const ProgramCatalogue& catalogue, QWidget* parent)
    : TablePane(NodeKind::FirewallClient, QStringLiteral("firewallClientPane"), server.clock(), parent)
    , m_server(server)
    , m_inForce(server)
    , m_catalogue(catalogue)
    , m_new(addPaneAction(QStringLiteral("newEntry"), tr("&New Entry…"), QLatin1StringView("add")))
    , m_paste(addPaneAction(QStringLiteral("pastePrograms"), tr("Pa&ste Programs…"), QLatin1StringView("paste")))
    , m_edit(addPaneAction(QStringLiteral("editEntry"), tr("&Edit Entry…"), QLatin1StringView("edit"), false))
    , m_duplicate(
          addPaneAction(QStringLiteral("duplicateEntry"), tr("D&uplicate Entry…"), QLatin1StringView("copy"), false))
    , m_remove(addPaneAction(QStringLiteral("removeEntry"), tr("&Remove Entry"), QLatin1StringView("delete"), false))
    , m_properties(addPaneAction(
          QStringLiteral("firewallClientProperties"), tr("&Properties…"), QLatin1StringView("properties")))
{
    addFilter();
    setModel(m_model, {28, 30, 40});
    setEmptyState(tr("No program is treated differently yet.\nAn entry such as msmsgs, Disable, 1 takes a program off "
                     "the Firewall "
                     "Client."),
        m_new);
    setStandard(Standard::New, m_new);
    setStandard(Standard::Properties, m_edit);
    setStandard(Standard::Delete, m_remove);
    m_new->setShortcut(QKeySequence::New);
    m_new->setShortcutContext(Qt::WindowShortcut); // from the tree as well
    m_remove->setShortcut(QKeySequence::Delete);
    m_edit->setShortcut(Qt::Key_F2);
    m_paste->setShortcut(QKeySequence::Paste);
    m_paste->setShortcutContext(Qt::WindowShortcut); // a field that has the focus takes the key itself
    m_duplicate->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(m_new, &QAction::triggered, this, [this] { openNewEntry({}, QStringLiteral("newEntry")); });
    connect(m_paste, &QAction::triggered, this, &FirewallClientPane::pastePrograms);
    connect(m_edit, &QAction::triggered, this, &FirewallClientPane::editEntries);
    connect(m_duplicate, &QAction::triggered, this, &FirewallClientPane::duplicateEntry);
    connect(m_remove, &QAction::triggered, this, &FirewallClientPane::removeEntries);
    connect(m_properties, &QAction::triggered, this, &FirewallClientPane::openProperties);
    connect(&m_server.draft(), &PolicyDraft::changed, this, &FirewallClientPane::load);
    connect(&m_server, &Server::reachChanged, this, &FirewallClientPane::load);
    connect(&m_server, &Server::policyChanged, this, &FirewallClientPane::load);
    connect(&m_inForce, &InForce::told, this, &FirewallClientPane::selectionMoved);
    connect(&m_inForce, &InForce::revisionWanted, this, [this](const QString& number) {
        emit goToRow({NodeKind::History, m_server.key()}, number);
    });
    showTroubles(m_server, {Thing::Policy, Thing::Draft});
    load();
}

void FirewallClientPane::load()
{
    const ClientConfiguration& client = m_server.draft().policy().client;
    m_model.setEntries(client.applications, m_server.draft().base().client.applications);
    showEmpty(m_model.rowCount() == 0);
    setSentence(withObstacle(
        tr("What every Firewall Client fetches with mspclnt.ini. A program with Disable = 1 is left alone by the "
           "client, and the service refuses it as well."),
        m_server));
    m_new->setEnabled(m_server.mayEdit());
    m_paste->setEnabled(m_server.mayEdit());
    selectionMoved();
}

ApplicationRow FirewallClientPane::settingOf(int row) const
{
    const ApplicationSettingRow& setting = *m_model.row(row);
    return {setting.application, setting.key.value_or(ApplicationKey::Disable), setting.value};
}

void FirewallClientPane::putRow(const ApplicationRow* before, const ApplicationRow& after)
{
    Policy policy = m_server.draft().policy();
    putApplicationRow(policy.client.applications, before, after);
    const QString key = applicationKeySpec(after.key).name;
    m_server.draft().change(
        before ? tr("Edit %1 %2").arg(after.application, key) : tr("Add %1 %2").arg(after.application, key), policy);
    const int row
        = m_model.rowOf(findApplication(policy.client.applications, after.application)->id + QStringLiteral("/") + key);
    if (row >= 0)
        select(row);
    report(before ? tr("%1 %2 = %3 is in the draft.").arg(after.application, key, after.value)
                  : tr("%1 %2 = %3 was added to the draft.").arg(after.application, key, after.value),
        Tone::Confirmed, m_server.draft().undoOfLastChange());
}

void FirewallClientPane::block(const QString& program)
{
    if (!m_server.mayEdit())
        return;
    const ApplicationEntry* entry = findApplication(m_server.draft().policy().client.applications, program);
    const int row = entry ? m_model.rowOf(entry->id + QStringLiteral("/Disable")) : -1;
    if (row >= 0) {
        select(row);
        editEntries();
    } else {
        openNewEntry({program, ApplicationKey::Disable, QStringLiteral("1")}, QStringLiteral("block ") + program);
    }
}

void FirewallClientPane::openNewEntry(const ApplicationRow& start, const QString& memory)
{
    auto* sheet = new ApplicationEntrySheet(m_server.draft().policy().client.applications, m_catalogue, start, this);
    sheet->rememberIn(m_server.sheetMemory(), memory);
    sheet->onApplied([this](const ApplicationRow& row) { putRow(nullptr, row); });
    openOf(m_server, sheet);
}

void FirewallClientPane::editEntries()
{
    const QList<int> rows = selectedRows();
    if (rows.size() > 1)
        editTogether(rows);
    else if (rows.size() == 1)
        editEntry(rows.first());
}

void FirewallClientPane::duplicateEntry()
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 1)
        return;
    const ApplicationRow like = settingOf(rows.first());
    openNewEntry({{}, like.key, like.value}, QStringLiteral("duplicate ") + like.place());
}

std::optional<ApplicationKey> FirewallClientPane::commonKey(const QList<int>& rows) const
{
    const auto key = rows.isEmpty() ? std::nullopt : m_model.row(rows.first())->key;
    const bool same = std::all_of(rows.begin(), rows.end(), [&](int row) { return m_model.row(row)->key == key; });
    return same ? key : std::nullopt;
}

void FirewallClientPane::editTogether(const QList<int>& rows)
{
    const auto key = commonKey(rows);
    if (!key)
        return;
    SharedValue shared{{}, *key, m_model.row(rows.first())->value};
    for (const int row : rows) {
        shared.applications.append(m_model.row(row)->application);
        if (shared.value != m_model.row(row)->value)
            shared.value.reset();
    }
    auto* sheet = new SharedValueSheet(shared, this);
    if (!m_server.mayEdit())
        sheet->setReadOnly(mayNotChange(m_server));
    sheet->onApplied([this](const SharedValue& chosen) { putShared(chosen); });
    openOf(m_server, sheet);
}

void FirewallClientPane::putShared(const SharedValue& shared)
{
    if (!shared.value)
        return;
    Policy policy = m_server.draft().policy();
    for (const QString& application : shared.applications)
        putApplicationRow(policy.client.applications, nullptr, {application, shared.key, *shared.value});
    const auto count = static_cast<int>(shared.applications.size());
    const QString key = applicationKeySpec(shared.key).name;
    m_server.draft().change(tr("Edit %1 of %n program(s)", nullptr, count).arg(key), policy);
    report(tr("%1 = %2 of %n program(s) is in the draft.", nullptr, count).arg(key, *shared.value), Tone::Confirmed,
        m_server.draft().undoOfLastChange());
}

void FirewallClientPane::editEntry(int row)
{
    // Add to Draft may be pressed more than once: what the line is now becomes what it was.
    auto before = std::make_shared<ApplicationRow>(settingOf(row));
    auto* sheet
        = ApplicationEntrySheet::forEdit(m_server.draft().policy().client.applications, m_catalogue, *before, this);
    if (!m_server.mayEdit())
        sheet->setReadOnly(mayNotChange(m_server));
    else
        sheet->rememberIn(m_server.sheetMemory(), before->place());
    sheet->onApplied([this, before](const ApplicationRow& row) {
        putRow(before.get(), row);
        *before = row;
    });
    openOf(m_server, sheet);
}

void FirewallClientPane::removeEntries()
{
    Policy policy = m_server.draft().policy();
    QStringList names;
    const QList<int> rows = selectedRows();
    for (const int row : rows) {
        const ApplicationSettingRow& setting = *m_model.row(row);
        names.append(setting.application);
        if (setting.key) {
            removeApplicationRow(policy.client.applications, setting.application, *setting.key);
        } else {
            policy.client.applications.removeIf(
                [&setting](const ApplicationEntry& entry) { return entry.id == setting.entry; });
        }
    }
    if (names.isEmpty())
        return;
    m_server.draft().change(tr("Remove %n setting(s)", nullptr, static_cast<int>(names.size())), policy);
    report(tr("%n setting(s) removed from the draft.", nullptr, static_cast<int>(names.size())), Tone::Confirmed,
        m_server.draft().undoOfLastChange());
}

void FirewallClientPane::pastePrograms()
{
    auto* sheet = new PasteProgramsSheet(m_server.draft().policy().client.applications, m_catalogue, this);
    sheet->rememberIn(m_server.sheetMemory(), QStringLiteral("pastePrograms"));
    sheet->pasteClipboard();
    sheet->onApplied([this](const PastedPrograms& pasted) {
        Policy policy = m_server.draft().policy();
        putPastedPrograms(policy.client.applications, pasted);
        m_server.draft().change(tr("Paste %n program(s)", nullptr, static_cast<int>(pasted.programs.size())), policy);
        QSet<QString> keys;
        for (const QString& program : pasted.programs)
            keys.insert(programKey(program));
        QList<int> fresh;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (keys.contains(programKey(m_model.row(row)->application)) && m_model.row(row)->key == pasted.setting.key)
                fresh.append(row);
        }
        select(fresh);
        report(tr("%n program(s) are in the draft.", nullptr, static_cast<int>(pasted.programs.size())),
            Tone::Confirmed, m_server.draft().undoOfLastChange());
    });
    openOf(m_server, sheet);
}

void FirewallClientPane::openProperties()
{
    openOnDraft<ClientConfiguration>(
        new FirewallClientSheet(m_catalogue, this), m_server, tr("Change Firewall Client properties"),
        [](const Policy& policy) { return policy.client; },
        [](Policy& policy, const ClientConfiguration& client) { policy.client = client; },
        [this] {
            report(tr("Firewall Client properties are in the draft."), Tone::Confirmed,
                m_server.draft().undoOfLastChange());
        });
}

void FirewallClientPane::opened(int)
{
    m_edit->trigger();
}

void FirewallClientPane::reveal(const QString& path)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (path == pathOf(row) || path == entryPath(m_model.row(row)->application)) {
            select(row);
            return;
        }
    }
}

void FirewallClientPane::selectionMoved()
{
    const QList<int> rows = selectedRows();
    const bool may = m_server.mayEdit();
    m_edit->setEnabled(commonKey(rows).has_value());
    m_edit->setToolTip(rows.size() > 1 && !m_edit->isEnabled()
            ? tr("Select settings of one key to change their value together.")
            : QString());
    m_duplicate->setEnabled(may && rows.size() == 1 && m_model.row(rows.first())->key.has_value());
    m_remove->setEnabled(may && !rows.isEmpty());
    m_remove->setText(
        rows.size() > 1 ? tr("&Remove %n Setting(s)", nullptr, static_cast<int>(rows.size())) : tr("&Remove Entry"));
    if (rows.size() != 1) {
        const ClientConfiguration& client = m_server.draft().policy().client;
        setInspector(rows.isEmpty()
                ? tr("%n program(s) with settings. Clients refresh every %1 h. <a href=\"properties\">Properties</a>",
                    nullptr, static_cast<int>(client.applications.size()))
                      .arg(client.refreshHours)
                : tr("%n setting(s) selected.", nullptr, static_cast<int>(rows.size())));
        return;
    }
    const QString program = m_model.row(rows.first())->application;
    const QString path = pathOf(rows.first());
    const QString entry = entryPath(program);
    const QList<PolicyChange>& changes = m_server.draft().changes();
    const bool changed = std::any_of(changes.begin(), changes.end(), [&](const PolicyChange& change) {
        return change.path.startsWith(path, Qt::CaseInsensitive) || change.path.compare(entry, Qt::CaseInsensitive) == 0
            || change.path.compare(entryPath(program, u"name"), Qt::CaseInsensitive) == 0;
    });
    setInspector(aboutSetting(rows.first()) + QStringLiteral("<br>") + m_inForce.about(path, changed)
        + QStringLiteral(" · <a href=\"sessions\">%1</a>").arg(tr("Sessions of %1").arg(program.toHtmlEscaped())));
}

// Of the setting, or of an entry that has none.
QString FirewallClientPane::pathOf(int row) const
{
    const ApplicationSettingRow& setting = *m_model.row(row);
    return setting.key ? entryPath(setting.application, applicationKeySpec(*setting.key).name)
                       : entryPath(setting.application);
}

QString FirewallClientPane::aboutSetting(int row) const
{
    const ApplicationSettingRow& setting = *m_model.row(row);
    const QString name = setting.application.toHtmlEscaped();
    if (!setting.key)
        return tr("<b>%1</b> has no settings: the entry is without effect.").arg(name);
    const ApplicationEntry* entry = findApplication(m_server.draft().policy().client.applications, setting.application);
    const QString meaning
        = (entry ? texts::settingMeaning(*entry, *setting.key) : texts::keyMeaning(*setting.key)).toHtmlEscaped();
    // The meaning of these two is that of their value already.
    const bool isSwitch = *setting.key == ApplicationKey::Disable || *setting.key == ApplicationKey::DisableEx;
    const QString value = isSwitch ? QString() : texts::valueMeaning(*setting.key, setting.value).toHtmlEscaped();
    return tr("<b>%1: %2 = %3</b>. %4 %5 %6")
        .arg(name, QString(applicationKeySpec(*setting.key).name), setting.value.toHtmlEscaped(), meaning, value,
            setting.inert ? texts::withoutEffect(setting.application).toHtmlEscaped() : QString());
}

void FirewallClientPane::inspectorLink(const QString& link)
{
    const QList<int> rows = selectedRows();
    if (m_inForce.follow(link))
        return;
    if (link == u"properties")
        openProperties();
    else if (link == u"sessions" && rows.size() == 1)
        emit goToFiltered({NodeKind::Sessions, m_server.key()},
            Filter::word(QStringLiteral("program"), m_model.row(rows.first())->application));
}

} // namespace sallyport
