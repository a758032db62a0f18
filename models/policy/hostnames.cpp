// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/hostnames.h"

#include <QList>
#include <QUrl>

#include <algorithm>

namespace sallyport
{

namespace
{

bool isLetterOrDigit(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9');
}

bool isLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > 63 || label.front() == QLatin1Char('-') || label.back() == QLatin1Char('-'))
        return false;
    return std::all_of(label.begin(), label.end(),
        [](QChar c) { return isLetterOrDigit(c) || c == QLatin1Char('-') || c == QLatin1Char('_'); });
}

} // namespace

bool isHostName(QStringView text)
{
    if (text.isEmpty() || text.size() > 253)
        return false;
    const QList<QStringView> labels = text.split(QLatin1Char('.'));
    if (!std::all_of(labels.begin(), labels.end(), isLabel))
        return false;
    // A last label of digits alone belongs to an address ("10.0.0.300" is a slip, not a name).
    const QStringView last = labels.last();
    return labels.size() == 1 || !std::all_of(last.begin(), last.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

bool isHost(QStringView text)
{
    return isHostName(text) || IpAddress::parse(text).has_value();
}

bool isWebUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    const bool ascii
        = std::all_of(text.begin(), text.end(), [](QChar c) { return c > QLatin1Char(' ') && c < QChar(0x7f); });
    return url.isValid() && web && !url.host().isEmpty() && ascii;
}

bool isReachable(const IpAddress& address)
{
    return !address.isNull() && !(address.isV4() && (address.v4() == 0 || address.v4() >= 0xe0000000));
}

QString domainSuffix(QStringView entry)
{
    if (entry.startsWith(QLatin1StringView("*.")))
        entry = entry.sliced(2);
    else if (entry.startsWith(QLatin1Char('.')))
        entry = entry.sliced(1);
    if (entry.endsWith(QLatin1Char('.')))
        entry.chop(1);
    QString name = entry.toString().toLower();
    const bool ascii = std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii && name.size() <= 253)
        name = QString::fromLatin1(QUrl::toAce(name));
    return isHostName(name) ? name : QString();
}

} // namespace sallyport
