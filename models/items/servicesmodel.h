// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablemodel.h"
#include "models/policy/session.h"

namespace sallyport
{

// The services of one server: Firewall, Web Proxy, SOCKS V4.
class ServicesModel : public RowsModel<ServiceStatus>
{
    Q_OBJECT

public:
    enum Column { Name, State, Endpoint, Connections, Since, Detail, ColumnCount };

    using RowsModel::RowsModel;

protected:
    std::span<const ColumnSpec> specs() const override;
    QString text(int row, int column) const override;
    QString keyOf(const ServiceStatus& row) const override;
    QVariant sortValue(int row, int column) const override;
    TimePoint time(int row, int column) const override;
    Mark mark(int row, int column) const override;
};

} // namespace sallyport
