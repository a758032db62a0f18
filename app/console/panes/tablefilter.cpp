// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablefilter.h"

#include "models/items/tablemodel.h"

namespace sallyport
{

TableFilter::TableFilter(const Clock& clock, QObject* parent)
    : NamesSorted(parent)
    , m_clock(clock)
{
    setSortRole(TableModel::SortRole);
}

QList<Filter::Field> TableFilter::fields() const
{
    return filterFields(*this);
}

ValueCounts TableFilter::valuesOf(const QString& field) const
{
    const QList<Filter::Field> columns = fields();
    int column = 0;
    while (column < columns.size() && columns.at(column).name != field)
        ++column;
    if (column == columns.size())
        return {};
    return countValues(sourceModel()->rowCount(), [this, column](qsizetype row) {
        return QStringList{sourceModel()->index(static_cast<int>(row), column).data(filterValueRole).toString()};
    });
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

bool TableFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return fits(m_filter, m_fields, row);
}

bool TableFilter::fitsAny(const Filter& filter) const
{
    const QList<Filter::Field> columns = fields();
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        if (fits(filter, columns, row))
            return true;
    }
    return false;
}

bool TableFilter::fits(const Filter& filter, const QList<Filter::Field>& fields, int row) const
{
    using Kind = Filter::Field::Kind;
    const auto cell = [this, row, &fields](qsizetype column) {
        const QModelIndex index = sourceModel()->index(row, static_cast<int>(column));
        const QVariant value = index.data(filterValueRole);
        Filter::Cell held;
        switch (fields.at(column).kind) {
        case Kind::Text:
        case Kind::Program:
            held.texts = {index.data().toString()};
            if (value.isValid() && value.toString() != held.texts.first())
                held.texts.append(value.toString());
            break;
        case Kind::Port:
            held.texts = {value.toString()};
            break;
        case Kind::Time:
            held.time = TimePoint(std::chrono::microseconds(value.toLongLong()));
            break;
        default:
            held.number = value.toDouble();
        }
        return held;
    };
    return filter.fits(fields, cell, m_clock.now());
}

} // namespace sallyport
