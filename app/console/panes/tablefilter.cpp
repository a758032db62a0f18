// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablefilter.h"

#include "models/items/tablemodel.h"

namespace sallyport
{

TableFilter::TableFilter(QObject* parent)
    : NamesSorted(parent)
{
    setSortRole(TableModel::SortRole);
}

QList<Filter::Field> TableFilter::fields() const
{
    using Kind = Filter::Field::Kind;
    QList<Filter::Field> fields;
    for (int column = 0; column < columnCount(); ++column) {
        fields.append({headerData(column, Qt::Horizontal).toString().toCaseFolded().remove(u' '),
            headerData(column, Qt::Horizontal, TableModel::ProgramsRole).toBool() ? Kind::Program : Kind::Text});
    }
    return fields;
}

Status TableFilter::setFilter(const QString& text)
{
    const QList<Filter::Field> columns = fields();
    Result<Filter> read = Filter::parse(text, columns, Filter::Naming::Beginning);
    if (!read)
        return read.error();
    m_fields = columns;
    m_filter = *std::move(read);
    invalidateFilter();
    return {};
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return m_filter.fits(m_fields, [this, row, &parent](qsizetype column) {
        return QStringList{sourceModel()->index(row, static_cast<int>(column), parent).data().toString()};
    });
}

} // namespace sallyport
