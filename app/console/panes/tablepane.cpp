// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablepane.h"

#include "app/console/panes/tablefilter.h"
#include "models/items/texts.h"

#include <QHeaderView>

#include <algorithm>

namespace sallyport
{

TablePane::TablePane(NodeKind kind, const QString& name, QWidget* parent)
    : Pane(kind, name, parent)
    , m_view(new ListView(name + QStringLiteral("List"), ConsoleTreeModel::title(kind), this))
    , m_proxy(new TableFilter(this))
{
    setContent(m_view);
    connect(m_view, &ListView::selectionMoved, this, [this] { selectionMoved(); });
    connect(m_view, &ListView::opened, this,
        [this](const QModelIndex& index) { opened(m_proxy->mapToSource(index).row()); });
}

void TablePane::setModel(TableModel& model, const QList<int>& widths)
{
    m_proxy->setSourceModel(&model);
    m_view->setModel(m_proxy);
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->setUpColumns(widths);
    if (filterField()) {
        connect(filterField(), &QLineEdit::textChanged, this, &TablePane::filterTyped);
        filterField()->setPlaceholderText(tr("Filter, or %1:word").arg(m_proxy->fields().constFirst().name));
    }
    addList(m_view, m_view->menu());
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { selectionMoved(); });
}

QList<int> TablePane::selectedRows() const
{
    QModelIndexList indexes = m_view->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    QList<int> rows;
    for (const QModelIndex& index : indexes)
        rows.append(m_proxy->mapToSource(index).row());
    return rows;
}

void TablePane::select(const QList<int>& rows)
{
    QItemSelection selection;
    for (const int row : rows) {
        const QModelIndex index = m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, 0));
        if (index.isValid())
            selection.select(index, index);
    }
    const QModelIndex first = selection.isEmpty() ? QModelIndex() : selection.indexes().first();
    m_view->setCurrentIndex(first);
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(first);
    m_view->setFocus(Qt::OtherFocusReason); // what was just made is what the next key is meant for
}

void TablePane::filterTyped(const QString& text)
{
    const Status status = m_proxy->setFilter(text);
    filterField()->setProblem(status ? QString() : texts::detail(status.error()));
    m_view->setEmptyText(tr("Nothing here fits the filter."));
}

} // namespace sallyport
