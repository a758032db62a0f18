// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/inforce.h"
#include "app/console/panes/tablepane.h"
#include "models/items/texttablemodel.h"

namespace sallyport
{

class Server;
struct Policy;
template <typename T> class PropertySheet;

// A part of the policy that is one list and one property sheet: application filters, Local Address Table, Local Domain
// Table.
class PolicyPane final : public TablePane
{
    Q_OBJECT

public:
    // `kind` is one of those three.
    PolicyPane(NodeKind kind, Server& server, QWidget* parent = nullptr);

    void reveal(const QString& path) override;

private:
    void load();
    void edit();
    void removeSelected();
    void selectionMoved() override;
    void opened(int row) override;
    QString pathOf(int row) const;
    QString aboutRow(int row) const;
    QString aboutSocks() const;
    void inspectorLink(const QString& link) override;
    // `text` names the step of undo, `outcome` says what came of it.
    template <typename Value>
    void openSheet(PropertySheet<Value>* sheet, Value Policy::*part, const QString& text, const QString& outcome);

    Server& m_server;
    InForce m_inForce;
    TextTableModel m_model;
    QAction* m_edit;
    QAction* m_remove = nullptr;
};

} // namespace sallyport
