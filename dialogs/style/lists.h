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

// Gives every column of a flat list what its cells and its title need, and where the list is narrower than all of them
// shares its width: narrow columns stay whole, and the one called `whole` up to two thirds of the list; the widest are
// cut. From now on with every width the list gets; call it again when the rows have changed.
void shareWidth(QTreeView* list, int whole = -1);

// Says why a list has no row in the middle of its viewport; from its paintEvent().
void paintEmptyText(const QAbstractItemView& list, const QString& text);

} // namespace sallyport
