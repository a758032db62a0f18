// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/inivalues.h"

#include "models/policy/hostnames.h"
#include "models/policy/ports.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isWord(QStringView value, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(),
        [&value](QLatin1StringView word) { return value.compare(word, Qt::CaseInsensitive) == 0; });
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

// Where a comment begins: one of `marks` behind white space, or the end.
qsizetype commentStart(QStringView value, QStringView marks)
{
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (marks.contains(value.at(i)) && value.at(i - 1).isSpace())
            return i;
    }
    return value.size();
}

// Numbers and switches hold no ';' at all.
QStringView withoutTail(QStringView value)
{
    const qsizetype mark = value.indexOf(u';');
    return mark < 0 ? value : value.first(mark).trimmed();
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Where the digits end that a value begins with, behind a sign.
QStringView::const_iterator digitsEnd(QStringView value)
{
    const bool isSigned = value.startsWith(u'-') || value.startsWith(u'+');
    return std::find_if_not(value.begin() + (isSigned ? 1 : 0), value.end(), isDigit);
}

bool isLetterBehindDigits(QStringView value)
{
    const auto end = digitsEnd(value);
    return end != value.end() && end->isLetterOrNumber();
}

std::optional<IniReading<int>> leadingNumber(QStringView value)
{
    const QStringView digits(value.begin(), digitsEnd(value));
    if (digits.isEmpty() || !isDigit(digits.back()))
        return std::nullopt;
    bool ok = false;
    const int number = digits.toInt(&ok);
    constexpr int least = std::numeric_limits<int>::min();
    constexpr int greatest = std::numeric_limits<int>::max();
    return IniReading<int>{ok ? number : digits.startsWith(u'-') ? least : greatest, false};
}

bool isSeparator(QChar c)
{
    return c == u',' || c == u';' || c.isSpace();
}

template <typename Visit> void visitPieces(QStringView text, const Visit& visit)
{
    for (auto from = text.begin(); from != text.end();) {
        const auto end = std::find_if(from, text.end(), isSeparator);
        if (end != from)
            visit(QStringView(from, end));
        from = std::find_if_not(end, text.end(), isSeparator);
    }
}

bool isListOfDottedNames(QStringView text)
{
    bool all = true;
    visitPieces(text, [&all](QStringView piece) { all &= piece.contains(u'.') && !domainSuffix(piece).isEmpty(); });
    return all;
}

} // namespace

QStringView plainIniValue(QStringView value)
{
    value = value.trimmed();
    if (!value.isEmpty() && isQuote(value.front())) {
        const qsizetype end = value.indexOf(value.front(), 1);
        const QStringView rest = end < 0 ? QStringView() : value.sliced(end + 1).trimmed();
        if (end > 0 && (rest.isEmpty() || rest.front() == u';' || rest.front() == u'#'))
            return value.sliced(1, end - 1).trimmed();
    }
    return value.first(commentStart(value, u";#")).trimmed();
}

std::optional<IniReading<int>> iniNumber(QStringView value)
{
    value = withoutTail(plainIniValue(value));
    bool ok = false;
    const bool hexadecimal = value.startsWith(QLatin1StringView("0x"), Qt::CaseInsensitive);
    const int number = hexadecimal ? value.sliced(2).toInt(&ok, 16) : value.toInt(&ok, 10);
    if (ok)
        return IniReading<int>{number, true};
    return leadingNumber(value);
}

std::optional<IniReading<bool>> iniFlag(QStringView value)
{
    value = withoutTail(plainIniValue(value));
    if (isWord(value, {"yes"_L1, "true"_L1, "on"_L1}))
        return IniReading<bool>{true};
    if (isWord(value, {"no"_L1, "false"_L1, "off"_L1}))
        return IniReading<bool>{false};
    const auto number = iniNumber(value);
    if (!number || (number->value == 0 && !number->isExact && isLetterBehindDigits(value)))
        return std::nullopt;
    return IniReading<bool>{number->value != 0, number->isExact && (number->value == 0 || number->value == 1)};
}

Result<IniReading<QString>> iniApplicationValue(ApplicationKey key, QStringView value)
{
    IniReading<QString> plain{plainIniValue(value).toString()};
    const ValueKind kind = applicationKeySpec(key).kind;
    if (const auto flag = kind == ValueKind::Switch ? iniFlag(plain.value) : std::nullopt) {
        plain = {flag->value ? QStringLiteral("1") : QStringLiteral("0"), flag->isExact};
    } else if (kind == ValueKind::PortList || kind == ValueKind::PortAddressList) {
        plain.value.replace(u';', u',');
        while (plain.value.endsWith(u',') || plain.value.endsWith(u' '))
            plain.value.chop(1);
    }
    const Result<QString> canonical = canonicalApplicationValue(key, plain.value);
    if (!canonical)
        return canonical.error();
    return IniReading<QString>{*canonical, plain.isExact};
}

QString iniExamples(ApplicationKey key)
{
    const ApplicationKeySpec& spec = applicationKeySpec(key);
    QStringList choices;
    switch (spec.kind) {
    case ValueKind::Switch:
        return u"0, 1"_s;
    case ValueKind::Choice:
        for (const QLatin1StringView choice : spec.choices)
            choices.append(choice);
        return choices.join(u", "_s);
    case ValueKind::PortList:
        return u"0, 7100, 7000-7022"_s;
    case ValueKind::PortAddressList:
        return u"80:192.0.2.10, 82:192.0.2.11"_s;
    case ValueKind::ServerChoice:
        return u"i:192.0.2.1, n:branch-a"_s;
    }
    return {};
}

QString iniHost(QStringView value)
{
    return (value.size() > 1 && value.endsWith(u'.') ? value.chopped(1) : value).toString();
}

IniHostAndPort iniHostAndPort(QStringView value)
{
    for (const QLatin1StringView scheme : {"http://"_L1, "https://"_L1}) {
        if (value.startsWith(scheme, Qt::CaseInsensitive))
            value = value.sliced(scheme.size());
    }
    if (value.endsWith(u'/'))
        value.chop(1);
    IniHostAndPort result;
    if (const qsizetype colon = value.lastIndexOf(u':'); colon > value.lastIndexOf(u']')) {
        result.port = parsePort(value.sliced(colon + 1)).value_or(0);
        if (result.port > 0)
            value.truncate(colon);
    }
    if (value.startsWith(u'[') && value.endsWith(u']'))
        value = value.sliced(1, value.size() - 2);
    result.host = iniHost(value);
    return result;
}

QStringList splitDomains(QStringView text, QStringList* wrong)
{
    text = text.trimmed();
    if (text.size() > 1 && isQuote(text.front()) && text.back() == text.front())
        text = text.sliced(1, text.size() - 2);
    const qsizetype comment = commentStart(text, u";");
    if (comment < text.size() && !isListOfDottedNames(text.sliced(comment)))
        text = text.first(comment);
    QStringList domains;
    QSet<QString> seen;
    visitPieces(text, [&](QStringView piece) {
        const QString suffix = domainSuffix(piece);
        if (suffix.isEmpty()) {
            if (wrong)
                wrong->append(piece.first(std::min<qsizetype>(piece.size(), 80)).toString());
        } else if (!seen.contains(suffix)) {
            seen.insert(suffix);
            domains.append(suffix);
        }
    });
    return domains;
}

QString joinDomains(const QStringList& domains)
{
    QStringList suffixes;
    for (const QString& domain : domains) {
        const QString suffix = domainSuffix(domain);
        suffixes.append(suffix.isEmpty() ? domain : suffix);
    }
    suffixes.removeDuplicates();
    return suffixes.join(u',');
}

} // namespace sallyport
