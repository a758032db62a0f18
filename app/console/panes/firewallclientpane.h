// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/inforce.h"
#include "app/console/panes/tablepane.h"
#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/firewallclient/programcatalogue.h"
#include "models/items/applicationsettingsmodel.h"

namespace sallyport
{

class Server;
struct SharedValue;

// Client Configuration → Firewall Client: the application settings every client fetches with mspclnt.ini.
class FirewallClientPane final : public TablePane
{
    Q_OBJECT

public:
    FirewallClientPane(Server& server, const ProgramCatalogue& catalogue, QWidget* parent = nullptr);

    void reveal(const QString& path) override;
    // Opens the sheet of an entry that keeps the program off: a new one filled in, or the one there is.
    void block(const QString& program);

private:
    void load();
    void openNewEntry(const ApplicationRow& start, const QString& memory);
    void editEntries();
    void editEntry(int row);
    void editTogether(const QList<int>& rows);
    void duplicateEntry();
    void removeEntries();
    void pastePrograms();
    void openProperties();
    void putShared(const SharedValue& shared);
    // The key that all the rows have; none when they differ.
    std::optional<ApplicationKey> commonKey(const QList<int>& rows) const;
    void putRow(const ApplicationRow* before, const ApplicationRow& after);
    void selectionMoved() override;
    void opened(int row) override;
    void inspectorLink(const QString& link) override;
    ApplicationRow settingOf(int row) const;
    QString pathOf(int row) const;
    QString aboutSetting(int row) const;

    Server& m_server;
    InForce m_inForce;
    ProgramCatalogue m_catalogue;
    ApplicationSettingsModel m_model;
    QAction* m_new;
    QAction* m_paste;
    QAction* m_edit;
    QAction* m_duplicate;
    QAction* m_remove;
    QAction* m_properties;
};

} // namespace sallyport
