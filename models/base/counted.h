// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// "1 connection", "2 connections": English for logs, audit trail and command lines; the console translates its own.
inline QString counted(qsizetype number, const char* noun)
{
    return QString::number(number) + u' ' + QLatin1StringView(noun) + (number == 1 ? QString() : QStringLiteral("s"));
}

} // namespace sallyport
