// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/copytext.h"

#include <algorithm>

namespace sallyport
{

namespace
{

QString harmless(const QString& cell)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    return !cell.isEmpty() && starts.contains(cell.front()) ? QString(u'\'' + cell) : cell;
}

QString inQuotes(QString cell)
{
    const bool plain = std::none_of(
        cell.begin(), cell.end(), [](QChar c) { return c == u'"' || c == u',' || c == u'\r' || c == u'\n'; });
    return plain ? cell : QString(u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"');
}

} // namespace

QString tabSeparated(const QList<QStringList>& rows)
{
    QStringList lines;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (QString cell : row) {
            cell = harmless(cell);
            std::replace_if(
                cell.begin(), cell.end(), [](QChar c) { return c == u'\t' || c == u'\r' || c == u'\n'; }, u' ');
            cells.append(cell);
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString commaSeparated(const QList<QStringList>& rows)
{
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& cell : row)
            cells.append(inQuotes(harmless(cell)));
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text;
}

} // namespace sallyport
