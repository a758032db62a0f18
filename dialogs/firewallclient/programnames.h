// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sallyport
{

// A program as somebody typed or pasted it: path, quotes and extension are taken off.
struct ProgramName {
    QString name; // "msmsgs"
    bool valid = false;
};
ProgramName cleanProgramName(const QString& text);

// Names out of pasted text: one a line, or separated by commas, semicolons or tabs outside quotes. Empty pieces and
// lines beginning with "#" or ";" are skipped. Names stay as written, with path and extension.
QStringList splitProgramNames(const QString& text);

} // namespace sallyport
