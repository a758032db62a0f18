// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/takeback.h"
#include "app/console/panes/tablepane.h"
#include "models/items/changesmodel.h"
#include "models/items/historymodel.h"

class QSplitter;

namespace sallyport
{

class Server;

// Changes → History: every revision; what the selected one changed, or what lies between two. One or several can be
// taken back, and one returned to: into the draft, from where it is reviewed and applied.
class HistoryPane final : public TablePane
{
    Q_OBJECT

public:
    HistoryPane(Server& server, const Clock& clock, QWidget* parent = nullptr);

    void refresh() override;
    void reveal(const QString& revision) override;

protected:
    void showEvent(QShowEvent* event) override;
    void setLow(bool low) override;

private:
    void take(const QList<Revision>& rows);
    void selectionMoved() override;
    void opened(int row) override;
    void inspectorLink(const QString& link) override;
    void openDifference(const QModelIndex& index);
    void showVerbs(const QList<Revision>& revisions);
    void showDifference(RevisionNumber from, RevisionNumber to);
    void askChanges();
    void takeBackSelected();
    void returnToSelected();
    void finish(const Result<PutBack>& put);
    QString aboutSelected() const;
    QList<Revision> selected() const;

    Server& m_server;
    const Clock& m_clock;
    HistoryModel m_model;
    ChangesModel m_changes;
    QSplitter* m_splitter;
    ListView* m_difference;
    QAction* m_takeBack;
    QAction* m_returnTo;
    std::pair<RevisionNumber, RevisionNumber> m_shown;
    QString m_wanted; // to be revealed once it is there
    bool m_asking = false; // what some revision changed
    bool m_busy = false; // something is on its way into the draft
};

} // namespace sallyport
