// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/clientsmodel.h"

#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <array>

namespace sallyport
{

void ClientsModel::setCurrent(const QString& version, std::uint64_t revision)
{
    m_version = version;
    m_revision = revision;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool ClientsModel::isStale(int row) const
{
    return rows().at(row).version != m_version;
}

int ClientsModel::staleCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += isStale(row) ? 1 : 0;
    return count;
}

std::span<const ColumnSpec> ClientsModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Computer"), "computer"},
        {QT_TR_NOOP("Address"), "address"},
        {QT_TR_NOOP("mspclnt.ini"), "state"},
        {QT_TR_NOOP("Revision"), "revision", FieldKind::Count},
        {QT_TR_NOOP("Version"), "version"},
        {QT_TR_NOOP("Has it since"), "since", FieldKind::Time},
        {QT_TR_NOOP("Asked last"), "asked", FieldKind::Time},
    }};
    return all;
}

QVariant ClientsModel::filterValue(int row, int column) const
{
    if (column == Computer)
        return rows().at(row).computer;
    if (column == Version)
        return copyText(row, column);
    return TableModel::filterValue(row, column);
}

QString ClientsModel::text(int row, int column) const
{
    const ClientFetch& fetch = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Computer:
        return fetch.computer.isEmpty() ? tr("(no name)") : fetch.computer;
    case Address:
        return fetch.address.toString();
    case State:
        return isStale(row) ? tr("Stale") : tr("Current");
    case Revision:
        return QString::number(fetch.revision);
    case Version:
        return QString(fetch.version).remove(u'"').left(12);
    case Since:
        return texts::age(fetch.since, now());
    case Fetched:
        return texts::age(fetch.fetched, now());
    case ColumnCount:
        break;
    }
    return {};
}

QString ClientsModel::keyOf(const ClientFetch& row) const
{
    return row.computer + u'\n' + row.address.toString();
}

QVariant ClientsModel::sortValue(int row, int column) const
{
    if (column == Revision)
        return static_cast<qulonglong>(rows().at(row).revision);
    return TableModel::sortValue(row, column);
}

TimePoint ClientsModel::time(int row, int column) const
{
    return column == Since ? rows().at(row).since : rows().at(row).fetched;
}

QString ClientsModel::copyText(int row, int column) const
{
    return column == Version ? QString(rows().at(row).version).remove(u'"') : TableModel::copyText(row, column);
}

QString ClientsModel::toolTip(int row, int column) const
{
    const ClientFetch& fetch = rows().at(row);
    switch (static_cast<Column>(column)) {
    case State:
        return isStale(row)
            ? tr("It has the file of revision %1; revision %2 is handed out now.").arg(fetch.revision).arg(m_revision)
            : tr("It has the file that is handed out now.");
    case Version:
        return visibleText(fetch.version);
    default:
        return TableModel::toolTip(row, column);
    }
}

Mark ClientsModel::mark(int row, int column) const
{
    if (column != State)
        return Mark::None;
    return isStale(row) ? Mark::Attention : Mark::Good;
}

} // namespace sallyport
