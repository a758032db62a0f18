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

// What a value was read as. Not exact: something else is written there, which Windows reads as this all the same, so
// whoever takes it says so.
template <typename T> struct IniReading {
    T value{};
    bool isExact = true;
};
// A sign and leading zeros are allowed, and 0x with hexadecimal digits. Otherwise the number in front of other text, as
// GetPrivateProfileInt reads it ("1 (blocked)", "6 hours"), not exact; one beyond 32 bits is the greatest or least.
std::optional<IniReading<int>> iniNumber(QStringView value);
// 1, yes, true, on; 0, no, false, off. Any other number is on unless it is 0, not exact. A 0 that a letter follows is
// nothing: not all that read such files take "0b1" for off.
std::optional<IniReading<bool>> iniFlag(QStringView value);
// The canonical value of a program's key, from any of these spellings.
Result<IniReading<QString>> iniApplicationValue(ApplicationKey key, QStringView value);

// What values of the key look like, for a message.
QString iniExamples(ApplicationKey key);

// A host as it is kept: a final dot is the resolver's spelling of a name, not part of it.
QString iniHost(QStringView value);
// "gate:8080", "[2001:db8::1]:8080" or the URL of one: what some write where the host alone belongs. Port 0: none.
struct IniHostAndPort {
    QString host;
    int port = 0;
};
IniHostAndPort iniHostAndPort(QStringView value);

// LocalDomains: suffixes (domainSuffix()) with commas, semicolons or white space between them, each once. What is no
// domain goes into `wrong`. Only what follows a ';' behind white space and is no list of dotted names is a comment.
QStringList splitDomains(QStringView text, QStringList* wrong = nullptr);
// As clients read them: they know no "*.".
QString joinDomains(const QStringList& domains);

} // namespace sallyport
