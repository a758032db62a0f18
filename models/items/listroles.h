// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

// What every model that a list shows answers beside Qt's own roles.
namespace sallyport
{

// Of a cell, and of a header: what it copies as: exact times, plain numbers (the title names their unit).
inline constexpr int copyRole = Qt::UserRole + 100;
// Of a header: the English word the column goes by in a filter, such as "program"; its translated title goes as well.
inline constexpr int filterNameRole = Qt::UserRole + 101;
// Of a header: Filter::Field::Kind as int.
inline constexpr int filterKindRole = Qt::UserRole + 102;
// Of a cell: what a filter compares: text, a number (of bytes), a TimePoint's microseconds, by the kind of its column.
inline constexpr int filterValueRole = Qt::UserRole + 103;
// Of any cell of a row: the program it speaks of, as it was told; empty for none.
inline constexpr int programRole = Qt::UserRole + 104;
// Of any cell of a row: Pending as int.
inline constexpr int pendingRole = Qt::UserRole + 105;
// Of a cell: names and values in turn (a QStringList) of the filter's fields that it shows, where that is not its
// column's one alone: the destination of a connection is a host and a port.
inline constexpr int filterFieldsRole = Qt::UserRole + 106;

// Whether a row is in force as it stands: the draft may have made it, or changed it.
enum class Pending { None, Added, Changed };

} // namespace sallyport
