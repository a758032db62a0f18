// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QString>

// The one order of names in the console: by the user's language, without case, numbers by their size ("msn9" before
// "msn10"). Of the GUI thread.
namespace sallyport
{

const QCollator& nameCollator();
// Negative, 0 or positive. Names that differ in case alone are equal.
int compareNames(const QString& a, const QString& b);

// Sorts texts as names and other values by their size.
class NamesSorted : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace sallyport
