// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/iniscanner.h"

#include "models/base/fault.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <optional>

namespace sallyport
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

QString fromUtf8(QByteArrayView bytes)
{
    // QString::fromUtf8() would drop a byte order mark that is part of the text.
    QStringDecoder decode(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decode(bytes);
}

// UTF-16 without its byte order mark and how it was told; nothing when the bytes are no UTF-16.
std::optional<std::pair<QByteArrayView, IniEncoding>> utf16(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe"))
        return std::pair(bytes.sliced(2), IniEncoding::Utf16Le);
    if (bytes.startsWith("\xfe\xff"))
        return std::pair(bytes.sliced(2), IniEncoding::Utf16Be);
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return std::nullopt;
    const auto isNul = [&bytes](qsizetype at) { return bytes[at] == '\0'; };
    if (!isNul(0) && isNul(1) && !isNul(2) && isNul(3))
        return std::pair(bytes, IniEncoding::Utf16Le);
    if (isNul(0) && !isNul(1) && isNul(2) && !isNul(3))
        return std::pair(bytes, IniEncoding::Utf16Be);
    return std::nullopt;
}

QStringConverter::Encoding converterOf(IniEncoding encoding)
{
    return encoding == IniEncoding::Utf16Le ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

// Where the name of "[name]…" ends, or -1.
qsizetype sectionEnd(QStringView line)
{
    for (qsizetype at = line.indexOf(u']'); at >= 0; at = line.indexOf(u']', at + 1)) {
        const QStringView rest = line.sliced(at + 1).trimmed();
        if (rest.isEmpty() || rest.startsWith(u';'))
            return at;
    }
    return line.lastIndexOf(u']');
}

} // namespace

bool fitsLatin1(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= 0xff; });
}

Result<IniText> decodeIni(const QByteArray& bytes)
{
    if (bytes.size() > maximumIniSize)
        return makeError(Fault::FileTooLarge, QStringLiteral("file"),
            {QString::number(bytes.size()), QString::number(maximumIniSize)});
    if (const auto wide = utf16(bytes)) {
        QStringDecoder decode(converterOf(wide->second), QStringConverter::Flag::ConvertInitialBom);
        const QString text = decode(wide->first);
        if (!decode.hasError() && !text.contains(QChar(u'\0')))
            return IniText{text, wide->second};
    }
    if (bytes.contains('\0'))
        return makeError(Fault::FileHoldsNul, QStringLiteral("file"));
    if (bytes.startsWith(byteOrderMark)) {
        const QByteArrayView rest = QByteArrayView(bytes).sliced(byteOrderMark.size());
        if (rest.isValidUtf8())
            return IniText{fromUtf8(rest), IniEncoding::Utf8WithBom};
    } else if (!isAscii(bytes) && bytes.isValidUtf8()) {
        return IniText{fromUtf8(bytes), IniEncoding::Utf8};
    }
    return IniText{QString::fromLatin1(bytes), IniEncoding::Latin1};
}

QByteArray encodeIni(const QString& text, IniEncoding encoding)
{
    if (encoding == IniEncoding::Utf16Le || encoding == IniEncoding::Utf16Be) {
        QStringEncoder encode(converterOf(encoding), QStringConverter::Flag::WriteBom);
        return encode(text);
    }
    if (encoding == IniEncoding::Latin1 && fitsLatin1(text)) {
        QByteArray bytes = text.toLatin1();
        if (isAscii(bytes) || !bytes.isValidUtf8())
            return bytes;
    }
    QByteArray bytes = text.toUtf8();
    if (encoding != IniEncoding::Utf8)
        bytes.prepend(byteOrderMark.data(), byteOrderMark.size());
    return bytes;
}

IniLine scanIniLine(QStringView text)
{
    IniLine line;
    line.text = text;
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed == u"\x1a")
        return line;
    const QChar first = trimmed.front();
    if (first == u';') {
        line.kind = IniLineKind::Comment;
    } else if (first == u'[') {
        const qsizetype end = sectionEnd(trimmed);
        if (end > 1) {
            line.name = trimmed.sliced(1, end - 1).trimmed();
            if (const QStringView rest = trimmed.sliced(end + 1).trimmed(); !rest.startsWith(u';'))
                line.stray = rest;
        }
        line.kind = line.name.isEmpty() ? IniLineKind::BrokenSection : IniLineKind::Section;
    } else if (const qsizetype equals = trimmed.indexOf(u'='); equals > 0) {
        line.kind = IniLineKind::Setting;
        line.name = trimmed.first(equals).trimmed();
        line.value = trimmed.sliced(equals + 1).trimmed();
    } else {
        line.kind = IniLineKind::Keyless;
    }
    return line;
}

bool IniScanner::next(IniLine& line)
{
    if (m_position >= m_text.size())
        return false;
    const auto isEnd = [](QChar c) { return c == u'\n' || c == u'\r'; };
    const qsizetype end = std::find_if(m_text.begin() + m_position, m_text.end(), isEnd) - m_text.begin();
    const bool windows = m_text.sliced(end).startsWith(u"\r\n");
    const qsizetype after = std::min(m_text.size(), end + (windows ? 2 : 1));
    line = scanIniLine(m_text.sliced(m_position, end - m_position));
    line.ending = m_text.sliced(end, after - end);
    line.number = ++m_number;
    m_position = after;
    return true;
}

QString iniFolded(QAnyStringView name)
{
    QString folded = name.toString();
    for (QChar& c : folded)
        c = c.toCaseFolded();
    return folded;
}

bool sameIniName(QAnyStringView a, QAnyStringView b)
{
    return QAnyStringView::compare(a, b, Qt::CaseInsensitive) == 0;
}

QString iniSafe(const QString& text)
{
    const auto isControl = [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; };
    if (std::none_of(text.cbegin(), text.cend(), isControl))
        return text.trimmed();
    QString safe = text;
    std::replace_if(safe.begin(), safe.end(), isControl, QChar(u' '));
    return safe.trimmed();
}

} // namespace sallyport
