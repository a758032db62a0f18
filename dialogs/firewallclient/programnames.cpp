// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/programnames.h"

#include "models/policy/clientconfiguration.h"

#include <QRegularExpression>

namespace sallyport
{

namespace
{

struct PortRange {
    int first = 0;
    int last = 0;
};

QList<PortRange> rangesOf(const QString& ports)
{
    static const QRegularExpression piece(QStringLiteral("([0-9]{1,5})(?:\\s*-\\s*([0-9]{1,5}))?"));
    QList<PortRange> ranges;
    for (auto it = piece.globalMatch(ports); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const int first = match.captured(1).toInt();
        const int last = match.captured(2).isEmpty() ? first : match.captured(2).toInt();
        ranges.append(first == 0 && last == 0 ? PortRange{0, 65535} : PortRange{first, last});
    }
    return ranges;
}

} // namespace

ProgramName cleanProgramName(const QString& text)
{
    QString name = text.trimmed();
    if (name == anyProgramName || name.compare(commonConfigurationName, Qt::CaseInsensitive) == 0)
        return {name, true};
    if (name.size() > 1 && name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"')))
        name = name.mid(1, name.size() - 2).trimmed();
    const qsizetype separator = qMax(name.lastIndexOf(QLatin1Char('\\')), name.lastIndexOf(QLatin1Char('/')));
    name = name.mid(separator + 1);
    static const QRegularExpression extension(
        QStringLiteral("\\.(exe|com|bat|cmd|scr|dll)$"), QRegularExpression::CaseInsensitiveOption);
    name.remove(extension);
    static const QRegularExpression wrong(QStringLiteral("[\\[\\]=;,\"<>|:?*\\x00-\\x1f\\x7f]"));
    static const QRegularExpression something(QStringLiteral("[\\p{L}\\p{N}]"));
    static const QStringList reserved{QStringLiteral("common"), QStringLiteral("internal"), QStringLiteral("my config"),
        QStringLiteral("master config"), QStringLiteral("servers ip addresses")};
    const bool valid = name.size() <= 255 && something.match(name).hasMatch() && !wrong.match(name).hasMatch()
        && !reserved.contains(name.toLower()) && name == name.trimmed();
    return {name, valid};
}

QStringList splitProgramNames(const QString& text)
{
    static const QRegularExpression lines(QStringLiteral("[\\r\\n]+"));
    static const QRegularExpression separators(QStringLiteral("[,;\\t]+"));
    QStringList names;
    for (const QString& line : text.split(lines, Qt::SkipEmptyParts)) {
        if (line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char(';')))
            continue;
        for (const QString& piece : line.split(separators, Qt::SkipEmptyParts)) {
            if (!piece.trimmed().isEmpty())
                names.append(piece.trimmed());
        }
    }
    return names;
}

std::optional<int> firstCommonPort(const QString& ports, const QString& otherPorts)
{
    std::optional<int> lowest;
    for (const PortRange& a : rangesOf(ports)) {
        for (const PortRange& b : rangesOf(otherPorts)) {
            const int first = qMax(a.first, b.first);
            if (first <= qMin(a.last, b.last) && (!lowest || first < *lowest))
                lowest = first;
        }
    }
    return lowest;
}

} // namespace sallyport
