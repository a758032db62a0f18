// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <string_view>

namespace sallyport
{

// A program's file name however it is spelled: without quotes (and the arguments behind them), drive, folder, the name
// of a stream behind a colon, dots and spaces at its end, the endings of an executable (.exe .com .bat .cmd .scr .pif)
// and invisible characters; other dots stay ("python3.11"). As written: "C:\\Program Files\\MSN\\MSMSGS.EXE" ->
// "MSMSGS". Empty when nothing is left.
QString programName(QStringView program);

// What programs and entries are compared by: programName() by canonical caseless matching (Unicode D145). Look-alikes
// stay different.
QString programKey(QStringView program);

// The names a text may mean when arguments follow one without quotes ("aim.exe /x"): what stands before a blank that
// "/" or "-" follows, and before a blank or "/" that the ending of an executable precedes. A file's own name may hold
// such a blank, so this is for refusing more, never for allowing. The first ones, and one more than the constant says
// where there are more than that: no program is started like this.
constexpr int mostNamesBeforeArguments = 8;
QStringList namesBeforeArguments(QStringView program);

// programKey() for the common case, without allocating: a plain ASCII name that fits into `buffer`. Nothing for any
// other name, which must then go through programKey(). The view points into `buffer`.
std::optional<std::string_view> asciiProgramKey(std::string_view program, std::span<char> buffer);

} // namespace sallyport
