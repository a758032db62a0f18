// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/firewallclient/applicationrow.h"

#include <QAbstractTableModel>

namespace sallyport
{

// The entries as lines Application, Key, Value. Lines of a disabled program that have no effect are greyed, with the
// reason as their tool tip.
class ApplicationRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Application, Key, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<ApplicationEntry>& entries);
    const QList<ApplicationEntry>& entries() const { return m_entries; }
    ApplicationRow rowAt(int row) const;
    // -1 when there is none.
    int indexOf(const QString& application, ApplicationKey key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place {
        qsizetype entry;
        qsizetype setting;
    };
    QList<ApplicationEntry> m_entries;
    QList<Place> m_places;
};

} // namespace sallyport
