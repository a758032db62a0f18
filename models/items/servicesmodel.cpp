// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/servicesmodel.h"

#include "models/items/servicewords.h"
#include "models/items/texts.h"

#include <array>

namespace sallyport
{

std::span<const ColumnSpec> ServicesModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Service"), "service"},
        {QT_TR_NOOP("Status"), "status"},
        {QT_TR_NOOP("Listens on"), "endpoint"},
        {QT_TR_NOOP("Connections"), "connections", FieldKind::Count},
        {QT_TR_NOOP("Since"), "since", FieldKind::Time},
        {QT_TR_NOOP("Remark"), "remark"},
    }};
    return all;
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
        return status.since == TimePoint{} ? QString() : texts::duration(now() - status.since);
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
    if (column == Connections)
        return static_cast<qulonglong>(rows().at(row).connections);
    return TableModel::sortValue(row, column);
}

TimePoint ServicesModel::time(int row, int) const
{
    return rows().at(row).since;
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
