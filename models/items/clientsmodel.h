// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/session.h"

namespace sallyport
{

// Which computer has which version of mspclnt.ini; stale ones are marked by a word and a shape.
class ClientsModel : public RowsModel<ClientFetch>
{
    Q_OBJECT

public:
    enum Column { Computer, Address, State, Revision, Version, Since, Fetched, ColumnCount };

    using RowsModel::RowsModel;

    // What is handed out now: computers with another version are stale.
    void setCurrent(const QString& version, std::uint64_t revision);
    bool isStale(int row) const;
    int staleCount() const;

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString keyOf(const ClientFetch& row) const override;
    QVariant sortValue(int row, int column) const override;
    QVariant filterValue(int row, int column) const override;
    QString copyText(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;
    TimePoint time(int row, int column) const override;

private:
    QString m_version;
    std::uint64_t m_revision = 0;
};

} // namespace sallyport
