// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QVariant>

#include <algorithm>

namespace sallyport
{

// How values stand in a column: times as microseconds since 1970 UTC, numbers as SQLite's signed 64 bits. Times that
// no reader of ours can take (a clock that had lost its time wrote them) become the nearest that all of them can.
inline constexpr qint64 greatestTime = (qint64(1) << 53) - 1;

inline QVariant timeColumn(TimePoint time)
{
    return QVariant::fromValue<qint64>(std::clamp<qint64>(time.time_since_epoch().count(), 0, greatestTime));
}

inline TimePoint timeFromColumn(const QVariant& value)
{
    return TimePoint(std::chrono::microseconds(std::clamp<qint64>(value.toLongLong(), 0, greatestTime)));
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
