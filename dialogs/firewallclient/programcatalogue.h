// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace sallyport
{

// A program the console knows of, offered while a name is typed.
struct OfferedProgram {
    QString name; // file name without extension: "msmsgs"
    QString description; // "MSN Messenger"
};
using ProgramCatalogue = QList<OfferedProgram>;

} // namespace sallyport
