// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationsettingspage.h"

#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/rowkeeper.h"
#include "models/items/applicationsettingsmodel.h"
#include "models/items/nameorder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeView>

namespace sallyport
{

ApplicationSettingsPage::ApplicationSettingsPage(const ProgramCatalogue& catalogue)
    : ValuePage<ClientConfiguration>(QLatin1StringView("applicationSettings"), tr("Application Settings"))
    , m_catalogue(catalogue)
    , m_model(new ApplicationSettingsModel(this))
    , m_sorted(new NamesSorted(this))
    , m_list(new QTreeView)
    , m_new(new QPushButton(tr("&New…")))
    , m_edit(new QPushButton(tr("&Edit…")))
    , m_remove(new QPushButton(tr("&Remove")))
    , m_paste(new QPushButton(tr("&Paste programs…")))
{
    m_sorted->setSourceModel(m_model);
    new RowKeeper(*m_list, *m_sorted);
    m_list->setModel(m_sorted);
    prepareList(m_list, ApplicationSettingsModel::Application);
    m_list->setMinimumHeight(metrics::rowHeight * 9);
    addNote(tr(
        "What clients do with single programs. Programs without a line of their own follow [Common Configuration]."));
    addWide(m_list, QLatin1StringView("applicationList"), tr("Application settings"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    m_new->setObjectName(QStringLiteral("new"));
    m_edit->setObjectName(QStringLiteral("edit"));
    m_remove->setObjectName(QStringLiteral("remove"));
    m_paste->setObjectName(QStringLiteral("paste"));
    m_new->setIcon(icon(QLatin1StringView("add")));
    m_edit->setIcon(icon(QLatin1StringView("edit")));
    m_remove->setIcon(icon(QLatin1StringView("remove")));
    m_paste->setIcon(icon(QLatin1StringView("paste")));
    for (QPushButton* button : {m_new, m_edit, m_remove, m_paste}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    addWideLayout(buttons);

    connect(m_new, &QPushButton::clicked, this, &ApplicationSettingsPage::addRow);
    connect(m_edit, &QPushButton::clicked, this, &ApplicationSettingsPage::editRow);
    connect(m_remove, &QPushButton::clicked, this, &ApplicationSettingsPage::removeRows);
    connect(m_paste, &QPushButton::clicked, this, &ApplicationSettingsPage::pastePrograms);
    connect(m_list, &QTreeView::doubleClicked, this, &ApplicationSettingsPage::editRow);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ApplicationSettingsPage::showSelection);
    const auto key = [this](const QKeySequence& sequence, void (ApplicationSettingsPage::*slot)()) {
        connect(
            new QShortcut(sequence, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, slot);
    };
    key(QKeySequence::Delete, &ApplicationSettingsPage::removeRows);
    key(Qt::Key_Insert, &ApplicationSettingsPage::addRow);
    key(Qt::Key_F2, &ApplicationSettingsPage::editRow);
    key(Qt::ALT | Qt::Key_Return, &ApplicationSettingsPage::editRow);
    key(QKeySequence::Paste, &ApplicationSettingsPage::pastePrograms);
}

void ApplicationSettingsPage::focusFirst()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ApplicationSettingsPage::load(const ClientConfiguration& client)
{
    quietly([&] { setEntries(client.applications, nullptr); });
}

void ApplicationSettingsPage::save(ClientConfiguration& client) const
{
    client.applications = m_entries;
}

void ApplicationSettingsPage::setEntries(const QList<ApplicationEntry>& entries, const ApplicationRow* select)
{
    m_entries = entries;
    m_model->setEntries(entries);
    for (int column = 0; column < ApplicationSettingsModel::Value; ++column)
        m_list->resizeColumnToContents(column);
    if (select) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (rowAt(row) == *select)
                m_list->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, 0)));
        }
    }
    showSelection();
    touch(m_list);
}

ApplicationRow ApplicationSettingsPage::rowAt(int row) const
{
    const ApplicationSettingRow& setting = m_model->rows().at(row);
    return {setting.application, setting.key.value_or(ApplicationKey::Disable), setting.value};
}

void ApplicationSettingsPage::put(const ApplicationRow* before, const ApplicationRow& after)
{
    QList<ApplicationEntry> entries = m_entries;
    putApplicationRow(entries, before, after);
    setEntries(entries, &after);
}

void ApplicationSettingsPage::addRow()
{
    auto* sheet = new ApplicationEntrySheet(m_entries, m_catalogue, ApplicationRow{}, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence({});
    sheet->rememberIn(m_memory, QStringLiteral("new"));
    sheet->onApplied([this](const ApplicationRow& row) { put(nullptr, row); });
    sheet->open();
}

void ApplicationSettingsPage::editRow()
{
    const QModelIndex current = m_sorted->mapToSource(m_list->currentIndex());
    if (!current.isValid())
        return;
    const ApplicationRow before = rowAt(current.row());
    ApplicationEntrySheet* sheet = ApplicationEntrySheet::forEdit(m_entries, m_catalogue, before, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence({});
    sheet->rememberIn(m_memory, before.place());
    sheet->onApplied([this, before](const ApplicationRow& row) { put(&before, row); });
    sheet->open();
}

void ApplicationSettingsPage::removeRows()
{
    QList<ApplicationEntry> entries = m_entries;
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    for (const QModelIndex& index : selected) {
        const ApplicationRow row = rowAt(m_sorted->mapToSource(index).row());
        removeApplicationRow(entries, row.application, row.key);
    }
    if (!selected.isEmpty())
        setEntries(entries, nullptr);
}

void ApplicationSettingsPage::pastePrograms()
{
    auto* sheet = new PasteProgramsSheet(m_entries, m_catalogue, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setSentence({});
    sheet->rememberIn(m_memory, QStringLiteral("paste"));
    sheet->pasteClipboard();
    sheet->onApplied([this](const PastedPrograms& pasted) {
        QList<ApplicationEntry> entries = m_entries;
        putPastedPrograms(entries, pasted);
        setEntries(entries, nullptr);
    });
    sheet->open();
}

void ApplicationSettingsPage::showSelection()
{
    const bool any = m_list->selectionModel()->hasSelection();
    m_edit->setEnabled(any);
    m_remove->setEnabled(any);
}

} // namespace sallyport
