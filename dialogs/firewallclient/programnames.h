// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// A program as somebody typed or pasted it: path, quotes and extension are taken off.
struct ProgramName {
    QString name; // "msmsgs"
    bool valid = false;
};
ProgramName cleanProgramName(const QString& text);

} // namespace sallyport
