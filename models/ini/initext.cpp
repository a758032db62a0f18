// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/initext.h"

#include <algorithm>

namespace sallyport
{

namespace
{

bool isOdd(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

bool isPlain(const QString& text, IniPlace place)
{
    if (text.isEmpty())
        return place == IniPlace::Value;
    if (text.front().isSpace() || text.back().isSpace() || text.front() == u'"')
        return false;
    if (place == IniPlace::Item && (text.front() == u'[' || text.front() == u';'))
        return false;
    if (place == IniPlace::SectionName && text.contains(u']'))
        return false;
    return std::none_of(text.begin(), text.end(), isOdd);
}

} // namespace

QString quoteIniText(const QString& text, IniPlace place)
{
    if (isPlain(text, place))
        return text;
    QString quoted(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\' + QString(c);
        else if (c == u'\n')
            quoted += QStringLiteral("\\n");
        else if (c == u'\r')
            quoted += QStringLiteral("\\r");
        else if (c == u'\t')
            quoted += QStringLiteral("\\t");
        else if (isOdd(c) || c == u']')
            quoted += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            quoted += c;
    }
    return quoted + u'"';
}

std::optional<QString> unquoteIniText(QStringView word)
{
    if (!word.startsWith(u'"'))
        return word.toString();
    QString text;
    for (qsizetype i = 1; i < word.size(); ++i) {
        const QChar c = word.at(i);
        if (c == u'"')
            return i == word.size() - 1 ? std::optional(text) : std::nullopt;
        if (c != u'\\') {
            text += c;
            continue;
        }
        if (++i == word.size())
            return std::nullopt;
        switch (word.at(i).unicode()) {
        case u'"':
        case u'\\':
            text += word.at(i);
            break;
        case u'n':
            text += u'\n';
            break;
        case u'r':
            text += u'\r';
            break;
        case u't':
            text += u'\t';
            break;
        case u'u': {
            bool ok = false;
            const QStringView digits = word.mid(i + 1, 4);
            const ushort code = digits.toUShort(&ok, 16);
            if (!ok || digits.size() != 4 || !digits.front().isLetterOrNumber())
                return std::nullopt;
            text += QChar(code);
            i += 4;
            break;
        }
        default:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace sallyport
