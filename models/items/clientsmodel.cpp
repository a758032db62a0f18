// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/clientsmodel.h"

#include "models/base/visibletext.h"
#include "models/items/texts.h"

namespace sallyport
{

void ClientsModel::setCurrent(const QString& version, std::uint64_t revision)
{
    m_version = version;
    m_revision = revision;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ClientsModel::setNow(TimePoint now)
{
    m_now = now;
    if (rowCount() > 0)
        emit dataChanged(index(0, Since), index(rowCount() - 1, Fetched), {Qt::DisplayRole});
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

QString ClientsModel::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Computer:
        return tr("Computer");
    case Address:
        return tr("Address");
    case State:
        return tr("mspclnt.ini");
    case Revision:
        return tr("Revision");
    case Version:
        return tr("Version");
    case Since:
        return tr("Has it since");
    case Fetched:
        return tr("Asked last");
    case ColumnCount:
        break;
    }
    return {};
}

FilterColumn ClientsModel::filterColumn(int column) const
{
    using Kind = Filter::Field::Kind;
    switch (static_cast<Column>(column)) {
    case Computer:
        return {QStringLiteral("computer")};
    case Address:
        return {QStringLiteral("address")};
    case State:
        return {QStringLiteral("state")};
    case Revision:
        return {QStringLiteral("revision"), Kind::Count};
    case Version:
        return {QStringLiteral("version")};
    case Since:
        return {QStringLiteral("since"), Kind::Time};
    case Fetched:
        return {QStringLiteral("asked"), Kind::Time};
    case ColumnCount:
        break;
    }
    return {};
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
        return texts::age(fetch.since, m_now);
    case Fetched:
        return texts::age(fetch.fetched, m_now);
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
    const ClientFetch& fetch = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Revision:
        return static_cast<qulonglong>(fetch.revision);
    case Since:
        return static_cast<qlonglong>(fetch.since.time_since_epoch().count());
    case Fetched:
        return static_cast<qlonglong>(fetch.fetched.time_since_epoch().count());
    default:
        return text(row, column);
    }
}

QString ClientsModel::copyText(int row, int column) const
{
    const ClientFetch& fetch = rows().at(row);
    if (column == Version)
        return QString(fetch.version).remove(u'"');
    if (column == Since || column == Fetched)
        return texts::isoTime(column == Since ? fetch.since : fetch.fetched);
    return text(row, column);
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
    case Since:
        return texts::exactTime(fetch.since);
    case Fetched:
        return texts::exactTime(fetch.fetched);
    default:
        return {};
    }
}

Mark ClientsModel::mark(int row, int column) const
{
    if (column != State)
        return Mark::None;
    return isStale(row) ? Mark::Attention : Mark::Good;
}

} // namespace sallyport
