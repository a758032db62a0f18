// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"

#include <QStringList>

namespace sallyport
{

// One row of ready texts. The first text is the row's key.
struct TextRow {
    QStringList texts;
    Mark mark = Mark::None; // of the second column, else of the first
    Pending pending = Pending::None;

    bool operator==(const TextRow&) const = default;
};

// Lists too plain for a model of their own: address ranges, domains, filters.
class TextTableModel : public RowsModel<TextRow>
{
    Q_OBJECT

public:
    explicit TextTableModel(const QStringList& headers, QObject* parent = nullptr);

protected:
    int columns() const override { return static_cast<int>(m_headers.size()); }
    QString header(int column) const override { return m_headers.at(column); }
    QString text(int row, int column) const override { return rows().at(row).texts.value(column); }
    QString keyOf(const TextRow& row) const override { return row.texts.value(0); }
    Mark mark(int row, int column) const override;
    Pending pending(int row) const override { return rows().at(row).pending; }

private:
    QStringList m_headers;
};

} // namespace sallyport
