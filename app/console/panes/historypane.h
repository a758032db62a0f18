// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/listview.h"
#include "app/console/panes/pane.h"
#include "models/items/changesmodel.h"
#include "models/items/historymodel.h"

namespace sallyport
{

class Server;

// Changes → History: every revision; what the selected one changed, or what lies between two; Restore.
class HistoryPane final : public Pane
{
    Q_OBJECT

public:
    HistoryPane(Server& server, const Clock& clock, QWidget* parent = nullptr);

    void refresh() override;
    Columns* columns() const override { return &m_list->columns(); }

private:
    void selectionMoved();
    void showDifference(RevisionNumber from, RevisionNumber to);
    void restore();
    QString aboutSelected() const;
    QList<Revision> selected() const;

    Server& m_server;
    const Clock& m_clock;
    HistoryModel m_model;
    ChangesModel m_changes;
    ListView* m_list;
    ListView* m_difference;
    QAction* m_restore;
    std::pair<RevisionNumber, RevisionNumber> m_shown;
};

} // namespace sallyport
