// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/clientconfiguration.h"

namespace sallyport
{

// One line of the list: a key of a program's section, or a section without any.
struct ApplicationSettingRow {
    QString entry; // id of the entry
    QString application;
    std::optional<ApplicationKey> key;
    QString value;
    bool inert = false;
    bool disables = false; // takes the program off the Firewall Client
    Pending pending = Pending::None;
    QString before; // the value in force, of a changed one

    bool operator==(const ApplicationSettingRow&) const = default;
};

// The Application Settings list: one row for each key of each program. Rows that are without effect since the program
// is disabled are inert, and those not applied yet are marked; both say so.
class ApplicationSettingsModel : public RowsModel<ApplicationSettingRow>
{
    Q_OBJECT

public:
    enum Column { Application, Key, Value, ColumnCount };

    using RowsModel::RowsModel;

    // `inForce` is what the entries are held against; without it no row counts as not applied.
    void setEntries(const QList<ApplicationEntry>& entries);
    void setEntries(const QList<ApplicationEntry>& entries, const QList<ApplicationEntry>& inForce);

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString copyText(int row, int column) const override;
    QVariant sortValue(int row, int column) const override { return copyText(row, column); }
    QString keyOf(const ApplicationSettingRow& row) const override;
    QVariant filterValue(int row, int column) const override { return copyText(row, column); }
    QString program(int row) const override { return rows().at(row).application; }
    Pending pending(int row) const override { return rows().at(row).pending; }
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;
    bool inert(int row, int column) const override;
};

} // namespace sallyport
