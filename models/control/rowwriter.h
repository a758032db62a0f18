// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/ipaddress.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sallyport
{

// Writes JSON, the fields of a row (fields.h) among it; appending bytes here is several times cheaper than building a
// QJsonDocument.
class RowWriter
{
public:
    explicit RowWriter(QByteArray& out)
        : m_out(out)
    {
    }

    void raw(const char* text) { m_out.append(text); }
    void open(char bracket)
    {
        comma();
        m_out.append(bracket);
        m_first = true;
    }
    void close(char bracket)
    {
        m_out.append(bracket);
        m_first = false;
    }
    void member(const char* name)
    {
        comma();
        m_out.append('"').append(name).append("\":");
        m_first = true;
    }
    void boolean(bool value)
    {
        comma();
        m_out.append(value ? "true" : "false");
    }
    template <typename Number> void number(Number value)
    {
        comma();
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, value);
        m_out.append(text, end.ptr - text);
    }
    void text(QLatin1StringView value)
    {
        comma();
        m_out.append('"').append(value.data(), value.size()).append('"');
    }
    void text(const QString& value)
    {
        comma();
        m_out.append('"');
        const bool plain = std::all_of(
            value.cbegin(), value.cend(), [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\'; });
        if (plain) {
            const qsizetype at = m_out.size();
            m_out.resize(at + value.size());
            std::transform(value.cbegin(), value.cend(), m_out.begin() + at, [](QChar c) { return c.toLatin1(); });
        } else {
            escaped(value.toUtf8());
        }
        m_out.append('"');
    }

    // The fields of a row; names are for objects only.
    using Name = QLatin1StringView;
    template <typename Number> void number(Name, Number value, std::uint64_t = 0) { number(value); }
    // A rate: bytes per second, whole.
    void real(Name, double value) { number(std::isfinite(value) && value > 0 ? std::round(value) : 0.0); }
    void text(Name, const QString& value) { text(value); }
    void time(Name, TimePoint value) { number(value.time_since_epoch().count()); }
    void address(Name, const IpAddress& value)
    {
        const std::string spelled = value.isNull() ? std::string() : value.toStdString();
        text(QLatin1StringView(spelled.data(), qsizetype(spelled.size())));
    }
    template <typename Value, typename ToWord, typename FromWord>
    void word(Name, const Value& value, ToWord toWord, FromWord)
    {
        text(toWord(value));
    }

private:
    void comma()
    {
        if (!m_first)
            m_out.append(',');
        m_first = false;
    }
    // RFC 8259 section 7.
    void escaped(const QByteArray& utf8)
    {
        static constexpr char digits[] = "0123456789abcdef";
        for (const char c : utf8) {
            if (c == '"' || c == '\\') {
                m_out.append('\\').append(c);
            } else if (static_cast<unsigned char>(c) < 0x20) {
                m_out.append("\\u00").append(digits[c >> 4]).append(digits[c & 15]);
            } else {
                m_out.append(c);
            }
        }
    }

    QByteArray& m_out;
    bool m_first = true;
};

} // namespace sallyport
