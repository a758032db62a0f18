// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/visibletext.h"

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

constexpr std::string_view escapeBegin = "<U+";

// Letters, marks and symbols by their category that show nothing all the same (Default_Ignorable_Code_Point of Unicode,
// and the blank braille pattern).
constexpr std::array<std::pair<char32_t, char32_t>, 11> blanks{
    {{0x034f, 0x034f}, {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f}, {0x2800, 0x2800}, {0x3164, 0x3164},
        {0xfe00, 0xfe0f}, {0xffa0, 0xffa0}, {0xfff0, 0xfff8}, {0x1d159, 0x1d159}, {0xe0000, 0xe0fff}}};

// Calls `visit` with each character of the text and the length it has there.
template <typename Visit> void forEachCharacter(QStringView text, const Visit& visit)
{
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode());
        visit(c, text.sliced(i, pair ? 2 : 1));
        i += pair ? 2 : 1;
    }
}

std::string escaped(char32_t c)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string text(escapeBegin);
    for (int shift = c > 0xfffff ? 20 : c > 0xffff ? 16 : 12; shift >= 0; shift -= 4)
        text += hex[c >> shift & 15];
    return text + '>';
}

// The length of the escape that `text` begins with, 0 when it begins with none of an invisible character.
qsizetype escapeLength(QStringView text)
{
    constexpr qsizetype begin = escapeBegin.size();
    if (!text.startsWith(QLatin1StringView(escapeBegin.data(), begin), Qt::CaseInsensitive))
        return 0;
    const qsizetype end = text.first(std::min<qsizetype>(text.size(), begin + 7)).indexOf(u'>');
    bool isNumber = false;
    const uint code = end >= begin + 4 ? text.sliced(begin, end - begin).toUInt(&isNumber, 16) : 0;
    return isNumber && text.at(begin).isLetterOrNumber() && isInvisible(code) ? end + 1 : 0;
}

// What a locale puts into numbers and texts of our own.
constexpr QStringView localeSpaces(u"\u00a0\u202f");

// How many bytes the first character takes; 0 when it is none.
std::size_t utf8Length(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t length = std::min<std::size_t>(bytes.size(),
        first < 0xc0       ? 1
            : first < 0xe0 ? 2
            : first < 0xf0 ? 3
                           : 4);
    return QByteArrayView(bytes.data(), static_cast<qsizetype>(length)).isValidUtf8() ? length : 0;
}

void appendByte(std::string& out, char byte)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    out += {'%', hex[value >> 4], hex[value & 15]};
}

bool isInvisibleAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
}

} // namespace

bool isInvisible(char32_t c)
{
    if (c < 0x80)
        return isInvisibleAscii(static_cast<char>(c));
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return std::any_of(
            blanks.begin(), blanks.end(), [c](const auto& range) { return c >= range.first && c <= range.second; });
    }
}

QString visibleText(const QString& text, QStringView kept)
{
    if (isPlain(text))
        return text;
    QString shown;
    shown.reserve(text.size() + 16);
    forEachCharacter(text, [&](char32_t c, QStringView units) {
        if (isInvisible(c) && !kept.contains(units.front()))
            shown += QString::fromStdString(escaped(c));
        else
            shown += units;
    });
    return shown;
}

QString visibleHtml(const QString& html)
{
    if (isPlain(html))
        return html;
    QString shown;
    shown.reserve(html.size() + 16);
    forEachCharacter(html, [&](char32_t c, QStringView units) {
        if (isInvisible(c) && !localeSpaces.contains(units.front()))
            shown += QString::fromStdString(escaped(c)).toHtmlEscaped();
        else
            shown += units;
    });
    return shown;
}

QString visibleWords(const QString& text)
{
    static const QString kept = QLatin1Char('\n') + localeSpaces.toString();
    return visibleText(text, kept);
}

std::string asUtf8(std::string_view bytes)
{
    if (QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())).isValidUtf8())
        return std::string(bytes);
    std::string text;
    while (!bytes.empty()) {
        const std::size_t length = utf8Length(bytes);
        if (length == 0)
            appendByte(text, bytes.front());
        else
            text.append(bytes.substr(0, length));
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

QString peerText(std::string_view bytes)
{
    const std::string text = asUtf8(bytes);
    const QString read = QString::fromStdString(text);
    return bytes.starts_with("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + read : read;
}

void appendVisible(std::string& out, std::string_view utf8)
{
    while (!utf8.empty()) {
        const auto first = static_cast<unsigned char>(utf8.front());
        if (first >= 0x20 && first < 0x7f) {
            out += utf8.front();
            utf8.remove_prefix(1);
            continue;
        }
        const std::size_t length = utf8Length(utf8);
        if (length == 0) {
            appendByte(out, utf8.front());
            utf8.remove_prefix(1);
            continue;
        }
        // By hand, since QString::fromUtf8() drops a byte order mark.
        char32_t c = length == 1 ? first : first & (0x7f >> length);
        for (std::size_t i = 1; i < length; ++i)
            c = c << 6 | (static_cast<unsigned char>(utf8[i]) & 0x3f);
        if (isInvisible(c))
            out += escaped(c);
        else
            out.append(utf8.substr(0, length));
        utf8.remove_prefix(length);
    }
}

QByteArray visibleJson(const QByteArray& json)
{
    if (std::none_of(json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x7f; }))
        return json;
    QByteArray shown;
    shown.reserve(json.size() + 64);
    forEachCharacter(QString::fromUtf8(json), [&](char32_t c, QStringView units) {
        if (c < 0x7f || !isInvisible(c)) {
            shown += units.toUtf8();
            return;
        }
        for (const QChar unit : units)
            shown += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    });
    return shown;
}

QString excerpt(const QString& text, qsizetype most)
{
    qsizetype shown = 0;
    qsizetype taken = 0;
    forEachCharacter(QStringView(text).first(std::min(text.size(), most + 1)), [&](char32_t c, QStringView units) {
        shown += isInvisible(c) ? static_cast<qsizetype>(escaped(c).size()) : units.size();
        if (shown <= most)
            taken += units.size();
    });
    return taken == text.size() ? text : QString(text.first(taken) + u'\u2026');
}

QString withoutInvisible(QStringView text)
{
    if (isPlain(text) && !text.contains(u'<'))
        return text.toString();
    QString left;
    left.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (const qsizetype length = escapeLength(text.sliced(i))) {
            i += length;
            continue;
        }
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        forEachCharacter(text.sliced(i, length), [&left](char32_t c, QStringView units) {
            if (!isInvisible(c))
                left += units;
        });
        i += length;
    }
    return left;
}

} // namespace sallyport
