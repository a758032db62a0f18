// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QString;
class QTreeView;

namespace sallyport
{

// What all our flat lists share: rows of one height, whole rows selected, several at once, sorted by `sortColumn` (-1:
// as the model has it), no tree lines; Mark and inert roles of models/items drawn as shape, colour and grey.
void prepareList(QTreeView* list, int sortColumn = -1);

// Says why a list has no row in the middle of its viewport; from its paintEvent().
void paintEmptyText(const QAbstractItemView& list, const QString& text);

} // namespace sallyport
