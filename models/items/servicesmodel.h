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

    // The time against which ages are written.
    void setNow(TimePoint now) override;

protected:
    int columns() const override { return ColumnCount; }
    QString header(int column) const override;
    FilterColumn filterColumn(int column) const override;
    QString text(int row, int column) const override;
    QString keyOf(const ServiceStatus& row) const override;
    QVariant sortValue(int row, int column) const override;
    QString toolTip(int row, int column) const override;
    Mark mark(int row, int column) const override;
    bool numeric(int column) const override { return column == Connections; }

private:
    TimePoint m_now{};
};

} // namespace sallyport
