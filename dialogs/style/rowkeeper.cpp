// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/rowkeeper.h"

#include "models/items/tablemodel.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>

#include <algorithm>

namespace sallyport
{

namespace
{

const TableModel* tableOf(const QAbstractItemModel* model)
{
    while (const auto* proxy = qobject_cast<const QAbstractProxyModel*>(model))
        model = proxy->sourceModel();
    return qobject_cast<const TableModel*>(model);
}

} // namespace

RowKeeper::RowKeeper(QAbstractItemView& list, const QAbstractItemModel& model)
    : QObject(&list)
    , m_list(list)
    , m_model(model)
{
    if (const TableModel* table = tableOf(&model)) {
        m_known = true;
        connect(table, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
            m_made = true;
            settleLater();
        });
    }
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex&, int first, int last) { rowsGo(first, last); });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { rowsCame(first, last); });
}

QString RowKeeper::idOf(int row) const
{
    return m_model.index(row, 0).data(TableModel::IdRole).toString();
}

void RowKeeper::rowsGo(int first, int last)
{
    const QItemSelectionModel* selection = m_list.selectionModel();
    if (!selection || selection->model() != &m_model)
        return;
    const QItemSelection ranges = selection->selection();
    const auto goes = [first, last](int row) { return row >= first && row <= last; };
    const bool all = !ranges.isEmpty()
        && std::all_of(ranges.begin(), ranges.end(),
            [&](const QItemSelectionRange& range) { return goes(range.top()) && goes(range.bottom()); });
    for (const QItemSelectionRange& range : ranges) {
        for (int row = std::max(first, range.top()); m_known && row <= std::min(last, range.bottom()); ++row) {
            const QString id = idOf(row);
            m_gone.insert(id, id != m_stepped);
        }
    }
    if (!(all && (!m_mayStepOn || m_mayStepOn())) && !(m_next.isValid() && goes(m_next.row())))
        return;
    m_next = m_model.index(last + 1 < m_model.rowCount() ? last + 1 : first - 1, 0);
    settleLater();
}

void RowKeeper::rowsCame(int first, int last)
{
    for (int row = first; row <= last && !m_gone.isEmpty(); ++row) {
        const auto gone = m_gone.constFind(idOf(row));
        if (gone == m_gone.cend())
            continue;
        if (m_made || *gone)
            m_returned.append(m_model.index(row, 0));
        m_gone.erase(gone);
    }
    if (!m_returned.isEmpty())
        settleLater();
}

void RowKeeper::settleLater()
{
    if (!m_waiting)
        QMetaObject::invokeMethod(this, &RowKeeper::settle, Qt::QueuedConnection);
    m_waiting = true;
}

void RowKeeper::settle()
{
    m_waiting = false;
    QItemSelectionModel* selection = m_list.selectionModel();
    QItemSelection wanted;
    for (const QPersistentModelIndex& row : std::as_const(m_returned)) {
        if (row.isValid() && (m_made || !selection->hasSelection()))
            wanted.select(row, row);
    }
    if (wanted.isEmpty() && m_next.isValid() && !selection->hasSelection()) {
        wanted.select(m_next, m_next);
        m_stepped = m_known ? idOf(m_next.row()) : QString();
    }
    m_made = false;
    m_returned.clear();
    m_next = QPersistentModelIndex();
    const QModelIndexList rows = wanted.indexes();
    // Who made them again has selected them, maybe with others.
    if (std::all_of(rows.begin(), rows.end(), [&](const QModelIndex& row) { return selection->isSelected(row); }))
        return;
    selection->setCurrentIndex(rows.first(), QItemSelectionModel::NoUpdate);
    selection->select(wanted, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_list.scrollTo(rows.first());
}

} // namespace sallyport
