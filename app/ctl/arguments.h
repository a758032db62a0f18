// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QHash>
#include <QStringList>

#include <span>

namespace sallyport
{

// No revision or sequence number is greater: what a JSON number holds exactly.
inline constexpr qint64 greatestNumber = qint64(1) << 53;

// The command line taken apart: words and options in any order. "--name value" and "--name=value" are the same; "--"
// ends the options.
struct Arguments {
    QStringList words;
    QHash<QString, QString> options; // without dashes; switches have an empty value

    bool has(const char* option) const { return options.contains(QLatin1StringView(option)); }
    QString value(const char* option) const { return options.value(QLatin1StringView(option)); }
    // A whole number of the option from `least` to `most`; `absent` when it is not given.
    Result<qint64> number(const char* option, qint64 absent, qint64 least, qint64 most) const;
};

// The words behind the program's name. They are UTF-8, whatever the locale says; one that is not is an error naming it,
// since a name that came out as another would block or end nothing.
Result<QStringList> commandLine(std::span<const char* const> arguments);

// `valued` and `switches` are the options there are; any other is an error naming it.
Result<Arguments> parseArguments(const QStringList& line, const QStringList& valued, const QStringList& switches);

} // namespace sallyport
