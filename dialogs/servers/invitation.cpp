// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servers/invitation.h"

#include <QRegularExpression>

namespace sallyport
{

namespace
{

// Of the first line of that name; the text need not have lines any more.
QString valueOf(const QString& name, const QString& text)
{
    const QRegularExpression pattern(name + QStringLiteral(":\\s*(\\S+)"), QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).captured(1);
}

qsizetype beginOf(const QString& text)
{
    static const QRegularExpression first(
        QStringLiteral("(address|code|fingerprint):\\s"), QRegularExpression::CaseInsensitiveOption);
    return first.match(text).capturedStart();
}

} // namespace

ServerAddress readServerAddress(const QString& text)
{
    const QString plain = text.trimmed();
    static const QRegularExpression bracketed(QStringLiteral("^\\[([^\\]]*)\\](?::(?!0+$)(\\d{1,5}))?$"));
    static const QRegularExpression named(QStringLiteral("^([^:]*):(?!0+$)(\\d{1,5})$"));
    for (const QRegularExpression& form : {bracketed, named}) {
        if (const QRegularExpressionMatch match = form.match(plain); match.hasMatch())
            return {match.captured(1), match.captured(2).toInt()};
    }
    return {plain, 0};
}

bool holdsInvitation(const QString& text)
{
    return !valueOf(QStringLiteral("code"), text).isEmpty();
}

Invitation readInvitation(const QString& text)
{
    const QString named = valueOf(QStringLiteral("address"), text);
    const ServerAddress address = readServerAddress(named.isEmpty() ? text.first(qMax(0, beginOf(text))) : named);
    return {address, valueOf(QStringLiteral("code"), text), valueOf(QStringLiteral("fingerprint"), text)};
}

} // namespace sallyport
