// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// A text of a label, a button or an action as it is shown: "&Block R&&D" is "Block R&D", its letter the first.
struct ShownText {
    QString text;
    qsizetype mnemonic = -1; // the letter's place in the text; -1: none
};

ShownText shownText(const QString& marked);
QString withoutMnemonic(const QString& marked);
// What a field is called by its label: without the letter's mark and the colon.
QString fieldName(const QString& label);

} // namespace sallyport
