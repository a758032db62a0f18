// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicesmodel.h"

#include "models/items/servicewords.h"
#include "models/items/texts.h"

namespace sallyport
{

void ServicesModel::setNow(TimePoint now)
{
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, Since), index(rowCount() - 1, Since), {Qt::DisplayRole});
}

QString ServicesModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Service");
    case State:
        return tr("Status");
    case Endpoint:
        return tr("Listens on");
    case Connections:
        return tr("Connections");
    case Since:
        return tr("Since");
    case Detail:
        return tr("Remark");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn ServicesModel::filterColumn(int column) const
{
    using Kind = Filter::Field::Kind;
    switch (static_cast<Column>(column)) {
    case Name:
        return {QStringLiteral("service")};
    case State:
        return {QStringLiteral("status")};
    case Endpoint:
        return {QStringLiteral("endpoint")};
    case Connections:
        return {QStringLiteral("connections"), Kind::Count};
    case Since:
        return {QStringLiteral("since"), Kind::Time};
    case Detail:
        return {QStringLiteral("remark")};
    case ColumnCount:
        break;
    }
    return {};
}

QString ServicesModel::text(int row, int column) const
{
    const ServiceStatus& status = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Name:
        return texts::service(status.name);
    case State:
        return texts::serviceState(status.state);
    case Endpoint:
        return status.endpoint.isEmpty() ? tr("closed") : status.endpoint;
    case Connections:
        return texts::count(static_cast<qint64>(status.connections));
    case Since:
        return status.since == TimePoint{} ? QString() : texts::duration(m_now - status.since);
    case Detail:
        return texts::serviceRemark(status);
    case ColumnCount:
        break;
    }
    return {};
}

QString ServicesModel::keyOf(const ServiceStatus& row) const
{
    return serviceWord(row.name);
}

QVariant ServicesModel::sortValue(int row, int column) const
{
    const ServiceStatus& status = rows().at(row);
    if (column == Connections)
        return static_cast<qulonglong>(status.connections);
    if (column == Since)
        return static_cast<qlonglong>(status.since.time_since_epoch().count());
    return text(row, column);
}

QString ServicesModel::toolTip(int row, int column) const
{
    return column == Since ? texts::exactTime(rows().at(row).since) : QString();
}

Mark ServicesModel::mark(int row, int column) const
{
    if (column != State)
        return Mark::None;
    switch (rows().at(row).state) {
    case ServiceState::Running:
        return Mark::Good;
    case ServiceState::Stopped:
        return Mark::Attention;
    case ServiceState::Failed:
        break;
    }
    return Mark::Bad;
}

} // namespace sallyport
