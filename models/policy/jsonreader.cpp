// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/jsonreader.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace sallyport
{

QString jsonExcerpt(const QJsonValue& value)
{
    if (value.isUndefined())
        return {};
    QByteArray text;
    if (value.isObject()) {
        text = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    } else {
        // QJsonDocument writes arrays and objects only, so the value goes into an array whose brackets are cut off.
        text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        text = text.mid(1, text.size() - 2);
    }
    constexpr qsizetype longest = 80;
    const QString whole = QString::fromUtf8(text);
    return whole.size() <= longest ? whole : QString(whole.left(longest) + QChar(0x2026));
}

JsonReader::JsonReader(const QJsonObject& json, QString path, QList<Problem>& problems)
    : m_json(json)
    , m_path(std::move(path))
    , m_problems(problems)
{
}

QString JsonReader::path(QLatin1StringView member) const
{
    return m_path.isEmpty() ? QString(member) : QString(m_path + QLatin1Char('.') + member);
}

void JsonReader::report(ErrorCode code, const QString& path, const QString& detail, const QJsonValue& value)
{
    m_problems.append({Severity::Error, {code, path, detail}, jsonExcerpt(value), 0});
}

QJsonValue JsonReader::take(QLatin1StringView member, QJsonValue::Type type, QLatin1StringView typeName)
{
    m_taken.append(member);
    const auto found = m_json.constFind(member);
    if (found == m_json.constEnd()) {
        report(ErrorCode::Missing, path(member), QStringLiteral("is missing; add it as %1").arg(typeName));
        return QJsonValue::Undefined;
    }
    if (found->type() != type) {
        report(ErrorCode::InvalidValue, path(member),
            QStringLiteral("must be %1, not %2").arg(typeName, jsonExcerpt(*found)), *found);
        return QJsonValue::Undefined;
    }
    return *found;
}

QString JsonReader::text(QLatin1StringView member)
{
    return take(member, QJsonValue::String, QLatin1StringView("text")).toString();
}

bool JsonReader::flag(QLatin1StringView member)
{
    return take(member, QJsonValue::Bool, QLatin1StringView("true or false")).toBool();
}

int JsonReader::number(QLatin1StringView member)
{
    const QJsonValue value = take(member, QJsonValue::Double, QLatin1StringView("a number"));
    const double number = value.toDouble();
    if (std::trunc(number) != number || number < std::numeric_limits<int>::min()
        || number > std::numeric_limits<int>::max()) {
        report(ErrorCode::OutOfRange, path(member),
            QStringLiteral("must be a whole number of 32 bits, not %1").arg(jsonExcerpt(value)), value);
        return 0;
    }
    return static_cast<int>(number);
}

IpAddress JsonReader::address(QLatin1StringView member)
{
    const QJsonValue value = take(member, QJsonValue::String, QLatin1StringView("text"));
    if (value.isUndefined())
        return {};
    const std::optional<IpAddress> address = IpAddress::parse(value.toString());
    if (!address) {
        report(ErrorCode::InvalidValue, path(member),
            QStringLiteral("%1 is not an IP address; write one such as 192.0.2.1 or 2001:db8::1")
                .arg(jsonExcerpt(value)),
            value);
    }
    return address.value_or(IpAddress());
}

QStringList JsonReader::texts(QLatin1StringView member)
{
    QStringList list;
    const QJsonArray array = take(member, QJsonValue::Array, QLatin1StringView("an array")).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue value = array.at(i);
        if (value.isString()) {
            list.append(value.toString());
        } else {
            report(ErrorCode::InvalidValue, QStringLiteral("%1[%2]").arg(path(member)).arg(i),
                QStringLiteral("must be text, not %1").arg(jsonExcerpt(value)), value);
        }
    }
    return list;
}

std::optional<QJsonObject> JsonReader::object(QLatin1StringView member)
{
    const QJsonValue value = take(member, QJsonValue::Object, QLatin1StringView("an object"));
    return value.isUndefined() ? std::nullopt : std::optional(value.toObject());
}

QList<JsonReader::Item> JsonReader::objects(QLatin1StringView member)
{
    QList<Item> items;
    const QJsonArray array = take(member, QJsonValue::Array, QLatin1StringView("an array")).toArray();
    items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString itemPath = QStringLiteral("%1[%2]").arg(path(member)).arg(i);
        const QJsonValue value = array.at(i);
        if (value.isObject()) {
            items.append({value.toObject(), itemPath});
        } else {
            report(ErrorCode::InvalidValue, itemPath,
                QStringLiteral("must be an object, not %1").arg(jsonExcerpt(value)), value);
        }
    }
    return items;
}

void JsonReader::unknownWord(QLatin1StringView member, const QJsonValue& value, QLatin1StringView known)
{
    report(ErrorCode::UnknownWord, path(member),
        QStringLiteral("%1 is not a word known here; write one of: %2").arg(jsonExcerpt(value), known), value);
}

void JsonReader::finish()
{
    for (auto it = m_json.constBegin(); it != m_json.constEnd(); ++it) {
        const QString name = it.key();
        if (!m_taken.contains(QStringView(name))) {
            const QString where = m_path.isEmpty() ? name : QString(m_path + QLatin1Char('.') + name);
            report(ErrorCode::UnknownWord, where,
                QStringLiteral("is not a member known here; remove it or mend its name"), it.value());
        }
    }
}

} // namespace sallyport
