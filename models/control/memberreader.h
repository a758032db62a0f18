// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/ipaddress.h"
#include "models/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace sallyport
{

// Strict reading of one JSON object: every member is asked for by name and type, and finish() refuses what nobody asked
// for. The first thing that does not fit is kept; later reads return empty values. `path` prefixes the subject of
// errors.
class MemberReader
{
public:
    explicit MemberReader(const QJsonObject& object, const QString& path = {});

    bool has(QLatin1StringView name) const;
    QString text(QLatin1StringView name);
    QString text(QLatin1StringView name, const QString& absent);
    bool boolean(QLatin1StringView name);
    double real(QLatin1StringView name);
    // A whole number from `least` to `most`; at most 2^53, which every JSON reader holds exactly.
    std::uint64_t number(QLatin1StringView name, std::uint64_t least = 0, std::uint64_t most = greatestNumber);
    std::uint64_t numberOr(QLatin1StringView name, std::uint64_t absent, std::uint64_t least, std::uint64_t most);
    TimePoint time(QLatin1StringView name); // microseconds since 1970, UTC
    IpAddress address(QLatin1StringView name); // empty text is the null address
    QJsonObject object(QLatin1StringView name);
    QJsonArray array(QLatin1StringView name);
    // An array of ids; absent is empty.
    QList<quint64> numbers(QLatin1StringView name);

    // A word of an enumeration by its reader; an unknown word is an error, never a default.
    template <typename Word, typename FromWord> Word word(QLatin1StringView name, FromWord fromWord)
    {
        const QString spelled = text(name);
        const std::optional<Word> known = fromWord(spelled);
        if (!known)
            fail(ErrorCode::UnknownWord, name, QStringLiteral("\"%1\" is not a known word here").arg(spelled));
        return known.value_or(Word{});
    }

    template <typename Word> Word word(QLatin1StringView name, std::optional<Word> (*fromWord)(QStringView))
    {
        return word<Word, std::optional<Word> (*)(QStringView)>(name, fromWord);
    }

    // Of any type, undefined when it is absent.
    QJsonValue optional(QLatin1StringView name);
    // Read elsewhere: finish() accepts it, whatever it holds.
    void skip(QLatin1StringView name) { m_read.insert(QString(name)); }
    void fail(ErrorCode code, QLatin1StringView name, const QString& detail);
    void fail(const Error& error);
    bool failed() const { return m_error.has_value(); }
    // Ok when every read fitted and every member was read.
    Status finish();

    static constexpr std::uint64_t greatestNumber = std::uint64_t(1) << 53;

private:
    QJsonValue take(QLatin1StringView name, QJsonValue::Type type, const char* typeName);
    QString pathOf(QStringView name) const;

    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_read;
    std::optional<Error> m_error;
};

} // namespace sallyport
