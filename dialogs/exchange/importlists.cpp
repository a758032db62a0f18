// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importlists.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/items/lineproblemsmodel.h"
#include "models/items/partsmodel.h"

#include <QKeyEvent>

namespace sallyport
{

TickList::TickList(PartsModel* parts, QWidget* parent)
    : QTreeView(parent)
    , m_parts(parts)
{
    setModel(parts);
    prepareList(this);
    setMinimumHeight(metrics::rowHeight * 2);
}

void TickList::keyPressEvent(QKeyEvent* event)
{
    const QModelIndexList selected = selectionModel()->selectedRows();
    if (event->key() != Qt::Key_Space || selected.isEmpty()) {
        QTreeView::keyPressEvent(event);
        return;
    }
    QList<int> rows;
    for (const QModelIndex& index : selected)
        rows.append(index.row());
    // All follow the current one.
    const int lead = rows.contains(currentIndex().row()) ? currentIndex().row() : rows.first();
    m_parts->setTicked(rows, !m_parts->isTicked(lead));
}

ProblemList::ProblemList(LineProblemsModel* problems, QWidget* parent)
    : QTreeView(parent)
    , m_problems(problems)
{
    setModel(problems);
    prepareList(this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMinimumHeight(metrics::rowHeight * 2);
    connect(this, &QTreeView::doubleClicked, this, &ProblemList::choose);
}

void ProblemList::step(bool forward)
{
    const int count = m_problems->rowCount();
    if (count == 0)
        return;
    const int row = currentIndex().isValid() ? currentIndex().row() + (forward ? 1 : -1) : forward ? 0 : count - 1;
    const QModelIndex next = m_problems->index((row + count) % count, 0);
    setCurrentIndex(next);
    choose(next);
}

void ProblemList::keyPressEvent(QKeyEvent* event)
{
    // The dialog would take Enter for its button.
    if (currentIndex().isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        choose(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void ProblemList::choose(const QModelIndex& index)
{
    if (const Problem* problem = m_problems->row(index.row()))
        emit chosen(problem->line);
}

} // namespace sallyport
