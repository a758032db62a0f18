// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace sallyport
{

// One line of a pasted text.
struct ListLine {
    QStringView text;
    qsizetype start = 0; // in the whole text
};

// The cell of a table that names a program.
struct NameCell {
    int line = 0;
    qsizetype start = 0; // in the whole text
    QStringView text;
    bool isCommand = false; // a command line: arguments follow the program
};

// A table found in a text: all lines it covers, titles included, and the cells under the title of the names.
struct NameTable {
    int first = 0;
    int end = 0; // the line behind its last
    QList<NameCell> cells;
};

// Whether it says, over a list or a column, that programs follow.
bool isNameTitle(QStringView text);

// The tables of the text, in its order: comma-separated and the like, columns under a ruler (tasklist, Get-Process) or
// under their titles (wmic), ps, and blocks of "Image Name: aim.exe". A line that doesn't fit ends its table. One
// without a title that stands for names is none.
QList<NameTable> findNameTables(const QList<ListLine>& lines);

} // namespace sallyport
