// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/nameorder.h"
#include "models/policy/filter.h"

namespace sallyport
{

// Sorts by TableModel::SortRole and shows the rows that fit a Filter over the columns. A column goes by its title
// without spaces, or by the beginning of it.
class TableFilter final : public NamesSorted
{
    Q_OBJECT

public:
    explicit TableFilter(QObject* parent = nullptr);

    // An error (UnknownWord, Missing) names the word and the columns there are; the filter stays as it was.
    Status setFilter(const QString& text);
    // The columns by the names they go by.
    QList<Filter::Field> fields() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QList<Filter::Field> m_fields; // that the filter was read by
    Filter m_filter;
};

} // namespace sallyport
