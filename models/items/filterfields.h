// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/filter.h"

class QAbstractItemModel;

namespace sallyport
{

// The columns of a list as a filter knows them, by listroles.h: each by its English word and its title, columns of
// programs by "program" and "application", the first one of times by "age". In the order of the columns.
QList<Filter::Field> filterFields(const QAbstractItemModel& model);

// What a column holds, most frequent first.
struct ValueCounts {
    struct One {
        QString value;
        qsizetype count = 0;
        bool operator==(const One&) const = default;
    };
    QList<One> values;
    bool isSample = false; // reckoned up from some of the rows
};
// `values` gives those of a row. Of more rows than `most`, that many evenly spread ones are looked at, so that a key
// never waits for a long list.
inline constexpr qsizetype mostCounted = 4000;
ValueCounts countValues(
    qsizetype rows, const std::function<QStringList(qsizetype row)>& values, qsizetype most = mostCounted);

} // namespace sallyport
