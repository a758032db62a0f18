// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/programcatalogue.h"
#include "dialogs/sheet/page.h"
#include "dialogs/sheet/sheetmemory.h"
#include "models/policy/clientconfiguration.h"

class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace sallyport
{

struct ApplicationRow;
class ApplicationSettingsModel;

// The list of application settings with New, Edit, Remove and Paste programs.
class ApplicationSettingsPage final : public ValuePage<ClientConfiguration>
{
    Q_OBJECT

public:
    explicit ApplicationSettingsPage(const ProgramCatalogue& catalogue);

    void load(const ClientConfiguration& client) override;
    void save(ClientConfiguration& client) const override;
    void focusFirst() override;

private slots:
    void addRow();
    void editRow();
    void removeRows();
    void pastePrograms();
    void showSelection();

private:
    void setEntries(const QList<ApplicationEntry>& entries, const ApplicationRow* select);
    ApplicationRow rowAt(int row) const;
    void put(const ApplicationRow* before, const ApplicationRow& after);

    const ProgramCatalogue m_catalogue;
    QList<ApplicationEntry> m_entries;
    ApplicationSettingsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTreeView* m_list;
    QPushButton* m_new;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QPushButton* m_paste;
    SheetMemory m_memory; // of the sheets opened from here
};

} // namespace sallyport
