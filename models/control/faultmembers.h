// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QJsonObject>
#include <QJsonValue>

namespace sallyport
{

// What an error was made of crosses the wire beside its English text, as the members "fault" (its name) and "arguments"
// (as many texts as it has places for). Pure functions.

inline constexpr QLatin1StringView faultMember("fault");
inline constexpr QLatin1StringView argumentsMember("arguments");
inline constexpr qsizetype longestFaultArgument = 4096; // characters

// What is wrong with a message that programs send each other, in the protocol's own English: `detail` for who writes
// such programs. People are told that the two do not understand each other.
Error foreignMessage(ErrorCode code, const QString& subject, const QString& detail);

// Nothing is inserted for Fault::None.
void insertFault(QJsonObject& object, Fault fault, const QStringList& arguments);
// Fault::None, and no arguments, unless all of it fits: a name that is not known here comes from another version, and
// what has other arguments than ours is not the same fault. The English text is what is left then.
void takeFault(const QJsonValue& name, const QJsonValue& arguments, Fault& fault, QStringList& taken);

} // namespace sallyport
