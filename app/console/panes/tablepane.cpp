// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablepane.h"

#include "app/console/panes/tablefilter.h"
#include "models/base/fault.h"
#include "models/items/texts.h"

#include <QHeaderView>

#include <algorithm>

namespace sallyport
{

TablePane::TablePane(NodeKind kind, const QString& name, const Clock& clock, QWidget* parent)
    : Pane(kind, name, parent)
    , m_view(new ListView(name + QStringLiteral("List"), ConsoleTreeModel::title(kind), this))
    , m_proxy(new TableFilter(clock, this))
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
        filterField()->setPlaceholderText(example());
        filterField()->setSource(
            {[this] { return m_proxy->fields(); }, [this](const QString& field) { return m_proxy->valuesOf(field); }});
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
    const auto shown = [this](int row) { return m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, 0)); };
    if (filterField() && std::any_of(rows.begin(), rows.end(), [&](int row) { return !shown(row).isValid(); }))
        filterField()->clear();
    QItemSelection selection;
    for (const int row : rows) {
        const QModelIndex index = shown(row);
        if (index.isValid())
            selection.select(index, index);
    }
    const QModelIndex first = selection.isEmpty() ? QModelIndex() : selection.indexes().first();
    m_view->setCurrentIndex(first);
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(first);
    m_view->setFocus(Qt::OtherFocusReason); // what was just made is what the next key is meant for
}

// Of what this list has: "computer:word time<1d".
QString TablePane::example() const
{
    const QList<Filter::Field> fields = m_proxy->fields();
    QStringList words;
    for (const Filter::Field& field : fields) {
        if (words.isEmpty() && field.kind <= Filter::Field::Kind::Program)
            words.append(tr("%1:word").arg(field.shownName()));
        if (field.goesBy(QStringLiteral("age")))
            words.append(field.shownName() + QStringLiteral("<1d"));
    }
    return words.join(u' ');
}

void TablePane::filterTyped(const QString& text)
{
    const QList<Filter::Field> fields = m_proxy->fields();
    const auto filter = Filter::parse(text, fields, Filter::Naming::Beginning);
    // A field that is about to be named is no word to look for, when nothing holds it.
    const QString field = filter ? fieldBegun(text, fields) : QString();
    const bool isName = !field.isEmpty() && !m_proxy->fitsAny(*filter);
    filterField()->setStatus(
        isName ? makeError(Fault::FilterValueMissing, QStringLiteral("filter"), {field}) : m_proxy->setFilter(text));
    m_view->setEmptyText(tr("Nothing here fits the filter."));
    selectionMoved();
}

QString TablePane::withShown(const QString& all) const
{
    return m_proxy->filter().isEmpty() ? all : tr("%1 · shown %2").arg(all, texts::count(m_proxy->rowCount()));
}

} // namespace sallyport
