// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/faultmembers.h"
#include "models/control/memberreader.h"

#include <simdjson.h>

#include <algorithm>
#include <concepts>
#include <limits>

namespace sallyport
{

// Reads the columns of one row in order. The first misfit is kept and the rest reads as empty.
class RowReader
{
public:
    explicit RowReader(simdjson::dom::array row)
        : m_at(row.begin())
        , m_end(row.end())
    {
    }

    // The fields of a row; names are for objects only.
    using Name = QLatin1StringView;
    template <std::unsigned_integral Number> void number(Name, Number& value, std::uint64_t least = 0)
    {
        value = Number(
            number(least, std::min<std::uint64_t>(std::numeric_limits<Number>::max(), MemberReader::greatestNumber)));
    }
    void real(Name, double& value)
    {
        if (!good() || (*m_at).get(value) != simdjson::SUCCESS)
            return misfit("a number");
        advance();
    }
    void text(Name, QString& value)
    {
        const std::string_view utf8 = view();
        value = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    }
    void time(Name, TimePoint& value)
    {
        value = TimePoint(std::chrono::microseconds(number(0, MemberReader::greatestNumber)));
    }
    void address(Name, IpAddress& value)
    {
        const std::string_view spelled = view();
        const auto address = spelled.empty() ? std::optional(IpAddress()) : IpAddress::parse(spelled);
        if (!address)
            misfit("an address");
        value = address.value_or(IpAddress());
    }
    template <typename Value, typename ToWord, typename FromWord>
    void word(Name, Value& value, ToWord, FromWord fromWord)
    {
        const std::string_view spelled = view();
        const std::optional<Value> known = fromWord(QString::fromUtf8(spelled.data(), qsizetype(spelled.size())));
        if (!known)
            misfit("a known word");
        value = known.value_or(Value{});
    }

    Status finish(const char* rows) const
    {
        if (!m_wanted && !(m_at != m_end))
            return {};
        return foreignMessage(ErrorCode::InvalidValue,
            QStringLiteral("%1[][%2]").arg(QLatin1StringView(rows)).arg(m_column),
            m_wanted ? QStringLiteral("must be %1").arg(QLatin1StringView(m_wanted))
                     : QStringLiteral("the row has too many columns"));
    }

private:
    std::uint64_t number(std::uint64_t least, std::uint64_t most)
    {
        std::uint64_t value = least;
        if (!good() || (*m_at).get(value) != simdjson::SUCCESS || value < least || value > most)
            return misfit("a whole number"), least;
        advance();
        return value;
    }
    std::string_view view()
    {
        std::string_view value;
        if (!good() || (*m_at).get(value) != simdjson::SUCCESS)
            return misfit("a string"), std::string_view();
        advance();
        return value;
    }
    void misfit(const char* wanted)
    {
        if (!m_wanted)
            m_wanted = wanted;
    }
    bool good() const { return !m_wanted && m_at != m_end; }
    void advance()
    {
        ++m_at;
        ++m_column;
    }

    simdjson::dom::array::iterator m_at;
    simdjson::dom::array::iterator m_end;
    int m_column = 0;
    const char* m_wanted = nullptr;
};

} // namespace sallyport
