// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/fault.h"
#include "models/base/ipaddress.h"
#include "models/policy/problem.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace sallyport
{

// Reads one JSON object strictly. Each member that is asked for must be there with its type; finish() reports those
// that nobody asked for. What does not fit becomes a Problem with the member's path, and the caller gets a plain
// default, so that one pass finds every problem.
class JsonReader
{
public:
    JsonReader(const QJsonObject& json, QString path, QList<Problem>& problems);

    QString text(QLatin1StringView member);
    bool flag(QLatin1StringView member);
    int number(QLatin1StringView member); // a whole number of 32 bits
    IpAddress address(QLatin1StringView member);
    QStringList texts(QLatin1StringView member);
    std::optional<QJsonObject> object(QLatin1StringView member);
    // The objects of an array with their paths ("localAddresses[2]"); items that are none are reported and left out.
    struct Item {
        QJsonObject json;
        QString path;
    };
    QList<Item> objects(QLatin1StringView member);
    // One of a set of words, as `fromWord` knows them; `known` names them for the reader of the error.
    template <typename E>
    E word(QLatin1StringView member, std::optional<E> (*fromWord)(QStringView), QLatin1StringView known, E fallback)
    {
        const QJsonValue value = take(member, QJsonValue::String);
        if (value.isUndefined())
            return fallback;
        const std::optional<E> found = fromWord(value.toString());
        if (!found)
            unknownWord(member, value, known);
        return found.value_or(fallback);
    }

    void finish();

    QString path(QLatin1StringView member) const;
    void report(Fault fault, const QString& path, const QStringList& arguments = {},
        const QJsonValue& value = QJsonValue::Undefined);
    void report(ErrorCode code, const QString& path, const QString& detail); // in free text

private:
    // The member when it has the type; Undefined, with the problem reported, otherwise.
    QJsonValue take(QLatin1StringView member, QJsonValue::Type type);
    void unknownWord(QLatin1StringView member, const QJsonValue& value, QLatin1StringView known);

    const QJsonObject& m_json;
    QString m_path;
    QList<Problem>& m_problems;
    QList<QLatin1StringView> m_taken;
};

// The value as it stood in the text, shortened for an error message.
QString jsonExcerpt(const QJsonValue& value);

// Looks for an object with two members of one name, which QJsonDocument would read as the last of them. `utf8` must be
// well-formed JSON. Problems carry the line.
QList<Problem> findDuplicateMembers(const QByteArray& utf8);

} // namespace sallyport
