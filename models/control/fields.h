// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/faultmembers.h"
#include "models/control/memberreader.h"

#include <algorithm>
#include <concepts>
#include <limits>
#include <string>

namespace sallyport
{

// One description serves both ways: `describe(fields, value)` names the members of a noun in their order, and `fields`
// writes them from a const value or reads them into one. The fields of a JSON object are here, those of a row of a
// session page in rowwriter.h and rowreader.h.

// T is `Value`, const or not: const when it is written.
template <typename T, typename Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

// The words of an enumeration.
template <typename Value> struct EnumWord {
    Value value;
    QLatin1StringView word;
};

template <typename Value, std::size_t count> QString wordOf(const EnumWord<Value> (&words)[count], Value value)
{
    const auto found = std::find_if(
        std::begin(words), std::end(words), [value](const EnumWord<Value>& each) { return each.value == value; });
    return found == std::end(words) ? QString() : QString(found->word);
}

template <typename Value, std::size_t count>
std::optional<Value> valueOf(const EnumWord<Value> (&words)[count], QStringView word)
{
    const auto found = std::find_if(
        std::begin(words), std::end(words), [word](const EnumWord<Value>& each) { return each.word == word; });
    return found == std::end(words) ? std::nullopt : std::optional(found->value);
}

class ObjectWriter
{
public:
    using Name = QLatin1StringView;

    template <std::integral Number> void number(Name name, const Number& value, std::uint64_t = 0, std::uint64_t = 0)
    {
        m_object.insert(name, qint64(value));
    }
    void real(Name name, double value) { m_object.insert(name, value); }
    void boolean(Name name, bool value) { m_object.insert(name, value); }
    void text(Name name, const QString& value) { m_object.insert(name, value); }
    void text(Name name, const std::string& utf8) { m_object.insert(name, QString::fromStdString(utf8)); }
    void time(Name name, TimePoint value) { m_object.insert(name, qint64(value.time_since_epoch().count())); }
    void address(Name name, const IpAddress& value)
    {
        m_object.insert(name, value.isNull() ? QString() : value.toString());
    }
    template <typename Value, typename ToWord, typename FromWord>
    void word(Name name, const Value& value, ToWord toWord, FromWord)
    {
        m_object.insert(name, toWord(value));
    }
    void fault(const Fault& fault, const QStringList& arguments) { insertFault(m_object, fault, arguments); }
    template <typename Value> void object(Name name, const Value& value)
    {
        ObjectWriter inner;
        describe(inner, value);
        m_object.insert(name, inner.m_object);
    }

    const QJsonObject& result() const { return m_object; }

private:
    QJsonObject m_object;
};

class ObjectReader
{
public:
    using Name = QLatin1StringView;

    ObjectReader(const QJsonObject& object, const QString& path)
        : m_members(object, path)
        , m_path(path)
    {
    }

    template <std::integral Number>
    void number(Name name, Number& value, std::uint64_t least = 0,
        std::uint64_t most = std::min<std::uint64_t>(std::numeric_limits<Number>::max(), MemberReader::greatestNumber))
    {
        value = Number(m_members.number(name, least, most));
    }
    void real(Name name, double& value) { value = m_members.real(name); }
    void boolean(Name name, bool& value) { value = m_members.boolean(name); }
    void text(Name name, QString& value) { value = m_members.text(name); }
    void text(Name name, std::string& utf8) { utf8 = m_members.text(name).toStdString(); }
    void time(Name name, TimePoint& value) { value = m_members.time(name); }
    void address(Name name, IpAddress& value) { value = m_members.address(name); }
    template <typename Value, typename ToWord, typename FromWord>
    void word(Name name, Value& value, ToWord, FromWord fromWord)
    {
        value = m_members.word<Value>(name, fromWord);
    }
    void fault(Fault& fault, QStringList& arguments)
    {
        takeFault(m_members.optional(faultMember), m_members.optional(argumentsMember), fault, arguments);
    }
    template <typename Value> void object(Name name, Value& value)
    {
        ObjectReader inner(m_members.object(name), m_path + QLatin1Char('.') + name);
        describe(inner, value);
        if (const Status read = inner.m_members.finish(); !read)
            m_members.fail(read.error());
    }

    MemberReader& members() { return m_members; }

private:
    MemberReader m_members;
    QString m_path;
};

template <typename Value> QJsonObject objectOf(const Value& value)
{
    ObjectWriter fields;
    describe(fields, value);
    return fields.result();
}

// `path` prefixes the subject of errors.
template <typename Value> Result<Value> valueFrom(const QJsonObject& json, const char* path)
{
    ObjectReader fields(json, QLatin1StringView(path));
    Value value;
    describe(fields, value);
    if (const Status read = fields.members().finish(); !read)
        return read.error();
    return value;
}

} // namespace sallyport
