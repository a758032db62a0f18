// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/filterfields.h"
#include "models/items/nameorder.h"

namespace sallyport
{

// Sorts by TableModel::SortRole and shows the rows that fit a Filter over the columns, each by any of its names
// (filterFields()) or the beginning of one.
class TableFilter final : public NamesSorted
{
    Q_OBJECT

public:
    // Ages are told by the clock, which outlives the filter, whenever a row changes or a filter is set.
    explicit TableFilter(const Clock& clock, QObject* parent = nullptr);

    // The filter stays as it was when this one can't be read; for what error, see Filter::parse().
    Status setFilter(const QString& text);
    const Filter& filter() const { return m_filter; }
    // Whether a row would be shown by a filter over fields().
    bool fitsAny(const Filter& filter) const;
    // The columns by the names they go by.
    QList<Filter::Field> fields() const;
    // What the column of that name holds, in which rows, shown or not.
    ValueCounts valuesOf(const QString& field) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool fits(const Filter& filter, const QList<Filter::Field>& fields, int row) const;

    const Clock& m_clock;
    QList<Filter::Field> m_fields; // that the filter was read by
    Filter m_filter;
};

} // namespace sallyport
