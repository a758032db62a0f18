// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/jsonreader.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace sallyport
{

namespace
{

// What is reported when a member of the type is missing, and when it has another type.
std::pair<Fault, Fault> faultsOf(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool:
        return {Fault::FlagMissing, Fault::NotFlag};
    case QJsonValue::Double:
        return {Fault::NumberMissing, Fault::NotNumber};
    case QJsonValue::Array:
        return {Fault::ArrayMissing, Fault::NotArray};
    case QJsonValue::Object:
        return {Fault::ObjectMissing, Fault::NotObject};
    default:
        return {Fault::TextMissing, Fault::NotText};
    }
}

} // namespace

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

void JsonReader::report(Fault fault, const QString& path, const QStringList& arguments, const QJsonValue& value)
{
    appendReaderProblem(m_problems, {Severity::Error, makeError(fault, path, arguments), jsonExcerpt(value), 0});
}

void JsonReader::report(ErrorCode code, const QString& path, const QString& detail)
{
    appendReaderProblem(m_problems, {Severity::Error, {code, path, detail}, {}, 0});
}

QJsonValue JsonReader::take(QLatin1StringView member, QJsonValue::Type type)
{
    const auto [missing, wrong] = faultsOf(type);
    m_taken.append(member);
    const auto found = m_json.constFind(member);
    if (found == m_json.constEnd()) {
        report(missing, path(member));
        return QJsonValue::Undefined;
    }
    if (found->type() != type) {
        report(wrong, path(member), {jsonExcerpt(*found)}, *found);
        return QJsonValue::Undefined;
    }
    return *found;
}

QString JsonReader::text(QLatin1StringView member)
{
    return take(member, QJsonValue::String).toString();
}

bool JsonReader::flag(QLatin1StringView member)
{
    return take(member, QJsonValue::Bool).toBool();
}

int JsonReader::number(QLatin1StringView member)
{
    const QJsonValue value = take(member, QJsonValue::Double);
    const double number = value.toDouble();
    if (std::trunc(number) != number || number < std::numeric_limits<int>::min()
        || number > std::numeric_limits<int>::max()) {
        report(Fault::NotWholeNumber, path(member), {jsonExcerpt(value)}, value);
        return 0;
    }
    return static_cast<int>(number);
}

IpAddress JsonReader::address(QLatin1StringView member)
{
    const QJsonValue value = take(member, QJsonValue::String);
    if (value.isUndefined())
        return {};
    const std::optional<IpAddress> address = IpAddress::parse(value.toString());
    if (!address)
        report(Fault::NotAddress, path(member), {jsonExcerpt(value)}, value);
    return address.value_or(IpAddress());
}

QStringList JsonReader::texts(QLatin1StringView member)
{
    QStringList list;
    const QJsonArray array = take(member, QJsonValue::Array).toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue value = array.at(i);
        if (value.isString()) {
            list.append(value.toString());
        } else {
            report(Fault::NotText, QStringLiteral("%1[%2]").arg(path(member)).arg(i), {jsonExcerpt(value)}, value);
        }
    }
    return list;
}

std::optional<QJsonObject> JsonReader::object(QLatin1StringView member)
{
    const QJsonValue value = take(member, QJsonValue::Object);
    return value.isUndefined() ? std::nullopt : std::optional(value.toObject());
}

QList<JsonReader::Item> JsonReader::objects(QLatin1StringView member)
{
    QList<Item> items;
    const QJsonArray array = take(member, QJsonValue::Array).toArray();
    items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString itemPath = QStringLiteral("%1[%2]").arg(path(member)).arg(i);
        const QJsonValue value = array.at(i);
        if (value.isObject()) {
            items.append({value.toObject(), itemPath});
        } else {
            report(Fault::NotObject, itemPath, {jsonExcerpt(value)}, value);
        }
    }
    return items;
}

void JsonReader::unknownWord(QLatin1StringView member, const QJsonValue& value, QLatin1StringView known)
{
    if (known.isEmpty())
        report(Fault::UnknownApplicationKey, path(member), {jsonExcerpt(value)}, value);
    else
        report(Fault::UnknownWord, path(member), {jsonExcerpt(value), known}, value);
}

void JsonReader::finish()
{
    for (auto it = m_json.constBegin(); it != m_json.constEnd(); ++it) {
        const QString name = it.key();
        if (!m_taken.contains(QStringView(name))) {
            const QString where = m_path.isEmpty() ? name : QString(m_path + QLatin1Char('.') + name);
            report(Fault::UnknownMember, where, {}, it.value());
        }
    }
}

} // namespace sallyport
