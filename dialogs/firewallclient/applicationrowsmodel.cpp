// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationrowsmodel.h"

#include "dialogs/texts/applicationtexts.h"

#include <QGuiApplication>
#include <QPalette>

namespace sallyport
{

void ApplicationRowsModel::setEntries(const QList<ApplicationEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    m_places.clear();
    for (qsizetype entry = 0; entry < m_entries.size(); ++entry) {
        for (qsizetype setting = 0; setting < m_entries.at(entry).settings.size(); ++setting)
            m_places.append({entry, setting});
    }
    endResetModel();
}

ApplicationRow ApplicationRowsModel::rowAt(int row) const
{
    const Place place = m_places.at(row);
    const ApplicationEntry& entry = m_entries.at(place.entry);
    const ApplicationSetting& setting = entry.settings.at(place.setting);
    return {entry.name, setting.key, setting.value};
}

int ApplicationRowsModel::indexOf(const QString& application, ApplicationKey key) const
{
    for (int row = 0; row < m_places.size(); ++row) {
        const ApplicationRow candidate = rowAt(row);
        if (candidate.key == key && candidate.application.compare(application, Qt::CaseInsensitive) == 0)
            return row;
    }
    return -1;
}

int ApplicationRowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

int ApplicationRowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApplicationRowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ApplicationRow row = rowAt(index.row());
    const bool idle = isWithoutEffect(m_entries.at(m_places.at(index.row()).entry), row.key);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Application)
            return row.application;
        return index.column() == Key ? QString(applicationKeySpec(row.key).name) : row.value;
    case Qt::ToolTipRole:
        return idle ? texts::withoutEffect(row.application) : texts::keyMeaning(row.key);
    case Qt::ForegroundRole:
        return idle ? QVariant(QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text)) : QVariant();
    default:
        return {};
    }
}

QVariant ApplicationRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Application:
        return tr("Application");
    case Key:
        return tr("Key");
    case Value:
        return tr("Value");
    default:
        return {};
    }
}

} // namespace sallyport
