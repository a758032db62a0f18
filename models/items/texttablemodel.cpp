// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texttablemodel.h"

namespace sallyport
{

TextTableModel::TextTableModel(const QStringList& headers, QObject* parent)
    : RowsModel(parent)
    , m_headers(headers)
{
}

Mark TextTableModel::mark(int row, int column) const
{
    return column == (columns() > 1 ? 1 : 0) ? rows().at(row).mark : Mark::None;
}

} // namespace sallyport
