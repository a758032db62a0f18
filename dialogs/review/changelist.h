// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractItemModel;
class QTreeView;

namespace sallyport
{

// A list of changes or problems as the review dialogs show it, at least `rows` high.
QTreeView* changeList(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, int rows);

} // namespace sallyport
