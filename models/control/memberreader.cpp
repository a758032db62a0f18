// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/memberreader.h"

#include "models/control/faultmembers.h"

#include <cmath>

namespace sallyport
{

namespace
{

// QJson keeps whole numbers as integers but reads 1e3 and 5.0 as doubles; both spellings are the same number.
std::optional<std::uint64_t> wholeNumber(const QJsonValue& value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || number > double(MemberReader::greatestNumber)
        || std::floor(number) != number)
        return std::nullopt;
    return std::uint64_t(value.toInteger(qint64(number)));
}

} // namespace

MemberReader::MemberReader(const QJsonObject& object, const QString& path)
    : m_object(object)
    , m_path(path)
{
}

bool MemberReader::has(QLatin1StringView name) const
{
    return m_object.contains(name);
}

QString MemberReader::pathOf(QStringView name) const
{
    return m_path.isEmpty() ? name.toString() : QString(m_path + QLatin1Char('.') + name);
}

void MemberReader::fail(const Error& error)
{
    if (!m_error)
        m_error = error;
}

void MemberReader::fail(ErrorCode code, QLatin1StringView name, const QString& detail)
{
    fail(foreignMessage(code, pathOf(QString(name)), detail));
}

QJsonValue MemberReader::take(QLatin1StringView name, QJsonValue::Type type, const char* typeName)
{
    m_read.insert(QString(name));
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined()) {
        fail(ErrorCode::Missing, name,
            QStringLiteral("this member is required; give %1").arg(QLatin1StringView(typeName)));
    } else if (value.type() != type) {
        fail(ErrorCode::InvalidValue, name, QStringLiteral("must be %1").arg(QLatin1StringView(typeName)));
        return QJsonValue(QJsonValue::Undefined);
    }
    return value;
}

QString MemberReader::text(QLatin1StringView name)
{
    return take(name, QJsonValue::String, "a string").toString();
}

QString MemberReader::text(QLatin1StringView name, const QString& absent)
{
    return has(name) ? text(name) : absent;
}

bool MemberReader::boolean(QLatin1StringView name)
{
    return take(name, QJsonValue::Bool, "true or false").toBool();
}

double MemberReader::real(QLatin1StringView name)
{
    return take(name, QJsonValue::Double, "a number").toDouble();
}

std::uint64_t MemberReader::number(QLatin1StringView name, std::uint64_t least, std::uint64_t most)
{
    const QJsonValue value = take(name, QJsonValue::Double, "a whole number");
    if (value.isUndefined())
        return least;
    const auto number = wholeNumber(value);
    if (!number || *number < least || *number > most) {
        fail(ErrorCode::OutOfRange, name, QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return least;
    }
    return *number;
}

std::uint64_t MemberReader::numberOr(
    QLatin1StringView name, std::uint64_t absent, std::uint64_t least, std::uint64_t most)
{
    return has(name) ? number(name, least, most) : absent;
}

TimePoint MemberReader::time(QLatin1StringView name)
{
    return TimePoint(std::chrono::microseconds(number(name)));
}

IpAddress MemberReader::address(QLatin1StringView name)
{
    const QString spelled = text(name);
    if (spelled.isEmpty())
        return {};
    const auto address = IpAddress::parse(spelled);
    if (!address)
        fail(ErrorCode::InvalidValue, name, QStringLiteral("\"%1\" is not an IPv4 or IPv6 address").arg(spelled));
    return address.value_or(IpAddress());
}

QJsonObject MemberReader::object(QLatin1StringView name)
{
    return take(name, QJsonValue::Object, "an object").toObject();
}

QJsonArray MemberReader::array(QLatin1StringView name)
{
    return take(name, QJsonValue::Array, "an array").toArray();
}

QList<quint64> MemberReader::numbers(QLatin1StringView name)
{
    QList<quint64> ids;
    if (!has(name))
        return ids;
    const QJsonArray values = array(name);
    ids.reserve(values.size());
    for (const QJsonValue& value : values) {
        const auto id = wholeNumber(value);
        if (!id) {
            fail(ErrorCode::InvalidValue, name, QStringLiteral("must be an array of whole numbers"));
            return {};
        }
        ids.append(*id);
    }
    return ids;
}

QJsonValue MemberReader::optional(QLatin1StringView name)
{
    skip(name);
    return m_object.value(name);
}

Status MemberReader::finish()
{
    if (m_error)
        return *m_error;
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        if (!m_read.contains(member.key()))
            return foreignMessage(
                ErrorCode::UnknownWord, pathOf(member.key()), QStringLiteral("no such member here; remove it"));
    }
    return {};
}

} // namespace sallyport
