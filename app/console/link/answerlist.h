// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace sallyport
{

// Reads every element of an answer's array with `read`; the first that fails is the answer.
template <typename T>
Result<QList<T>> readList(const QJsonObject& json, const QString& member, Result<T> (*read)(const QJsonObject&))
{
    QList<T> list;
    const QJsonArray array = json.value(member).toArray();
    for (const QJsonValue& value : array) {
        Result<T> item = read(value.toObject());
        if (!item)
            return item.error();
        list.append(std::move(*item));
    }
    return list;
}

} // namespace sallyport
