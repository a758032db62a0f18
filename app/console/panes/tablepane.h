// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/listview.h"
#include "app/console/panes/pane.h"

namespace sallyport
{

class Clock;
class TableFilter;

// A pane whose content is one flat list, sortable, with a filter box (see TableFilter).
class TablePane : public Pane
{
    Q_OBJECT

public:
    Columns* columns() const override { return &m_view->columns(); }

protected:
    // The clock outlives the pane; ages in its filter are told by it.
    TablePane(NodeKind kind, const QString& name, const Clock& clock, QWidget* parent = nullptr);

    // Before any other use. `widths` in characters; the pane does not own the model.
    void setModel(TableModel& model, const QList<int>& widths);
    ListView* view() const { return m_view; }
    // Rows of the model, in the order shown.
    QList<int> selectedRows() const;
    void select(int row) { select(QList<int>{row}); }
    // The first becomes the current one and is scrolled to. A filter that hides one of them is cleared.
    void select(const QList<int>& rows);
    virtual void selectionMoved() { }
    virtual void opened(int) { }
    // How many rows there are, in the words given, and how many of them a filter shows.
    QString withShown(const QString& all) const;

private:
    void filterTyped(const QString& text);
    QString example() const;

    ListView* m_view;
    TableFilter* m_proxy;
};

} // namespace sallyport
