// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/applicationkeys.h"

#include <QStringList>

#include <optional>

namespace sallyport
{

// Values of the client files as they count: people write more than the value, and not every spelling is the canonical
// one.

// Without one pair of quotes around it, as Windows' GetPrivateProfileString gives it, and without a comment: a ';' or
// '#' behind white space, which no value of these files needs.
QStringView plainIniValue(QStringView value);
// A sign and leading zeros are allowed, and 0x with hexadecimal digits, as GetPrivateProfileInt reads numbers.
std::optional<int> iniNumber(QStringView value);
// 1, yes, true, on; 0, no, false, off.
std::optional<bool> iniFlag(QStringView value);
// The canonical value of a program's key, from any of these spellings.
Result<QString> iniApplicationValue(ApplicationKey key, QStringView value);

// LocalDomains: suffixes (domainSuffix()) with commas, semicolons or white space between them, each once. What is no
// domain goes into `wrong`. Only what follows a ';' behind white space and is no list of dotted names is a comment.
QStringList splitDomains(QStringView text, QStringList* wrong = nullptr);
// As clients read them: they know no "*.".
QString joinDomains(const QStringList& domains);

} // namespace sallyport
