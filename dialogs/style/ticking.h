// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

class QKeyEvent;
class QTreeView;

namespace sallyport
{

// What Space asks of a flat list with ticks in its first column: the selected rows all follow the current one.
struct Ticking {
    QList<int> rows;
    bool ticked = false;
};

// Nothing: it is another key, or no row is selected.
std::optional<Ticking> tickingBy(const QKeyEvent& key, const QTreeView& list);

} // namespace sallyport
