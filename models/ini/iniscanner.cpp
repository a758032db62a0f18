// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/iniscanner.h"

#include "models/base/fault.h"

#include <QStringDecoder>

#include <algorithm>

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

// Where the name of "[name]…" ends, or -1.
qsizetype sectionEnd(QStringView line)
{
    for (qsizetype at = line.indexOf(u']'); at >= 0; at = line.indexOf(u']', at + 1)) {
        const QStringView rest = line.sliced(at + 1).trimmed();
        if (rest.isEmpty() || rest.startsWith(u';'))
            return at;
    }
    return -1;
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
    if (trimmed.isEmpty())
        return line;
    const QChar first = trimmed.front();
    if (first == u';') {
        line.kind = IniLineKind::Comment;
    } else if (first == u'[') {
        const qsizetype end = sectionEnd(trimmed);
        if (end > 1)
            line.name = trimmed.sliced(1, end - 1).trimmed();
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
    qsizetype end = m_text.indexOf(u'\n', m_position);
    const qsizetype after = end < 0 ? m_text.size() : end + 1;
    if (end < 0)
        end = m_text.size();
    else if (end > m_position && m_text.at(end - 1) == u'\r')
        --end;
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
