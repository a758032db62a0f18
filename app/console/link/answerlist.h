// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/fault.h"
#include "models/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace sallyport
{

// What a service of another version may answer with.
inline Error unreadable(const Error& error)
{
    return error.fault == Fault::None ? makeError(Fault::AnswerUnreadable, {}, {error.subject}) : error;
}

// Reads every element of an answer's array with `read`; the first that fails is the answer.
template <typename T>
Result<QList<T>> readList(const QJsonObject& json, const QString& member, Result<T> (*read)(const QJsonObject&))
{
    QList<T> list;
    const QJsonArray array = json.value(member).toArray();
    for (const QJsonValue& value : array) {
        Result<T> item = read(value.toObject());
        if (!item)
            return unreadable(item.error());
        list.append(std::move(*item));
    }
    return list;
}

// The same of what is shown as a list: one that is missing is not an empty one.
template <typename T>
Result<QList<T>> readShown(const QJsonObject& json, const QString& member, Result<T> (*read)(const QJsonObject&))
{
    return json.value(member).isArray() ? readList(json, member, read)
                                        : makeError(Fault::AnswerUnreadable, {}, {member});
}

} // namespace sallyport
