// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QVariant>

namespace sallyport
{

// How values stand in a column: times as microseconds since 1970 UTC, numbers as SQLite's signed 64 bits.
inline QVariant timeColumn(TimePoint time)
{
    return QVariant::fromValue<qint64>(time.time_since_epoch().count());
}

inline TimePoint timeFromColumn(const QVariant& value)
{
    return TimePoint(std::chrono::microseconds(value.toLongLong()));
}

inline QVariant numberColumn(std::uint64_t number)
{
    return QVariant::fromValue<qint64>(static_cast<qint64>(number));
}

// A null QString would be stored as NULL.
inline QVariant textColumn(const QString& text)
{
    return text.isNull() ? QVariant(QLatin1StringView("")) : QVariant(text);
}

} // namespace sallyport
