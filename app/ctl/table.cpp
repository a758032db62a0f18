// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"

#include "models/base/visibletext.h"

#include <QDateTime>
#include <QTimeZone>

namespace sallyport
{

namespace
{

QString cellText(const QString& cell)
{
    return cell.isEmpty() ? QStringLiteral("-") : visibleText(cell);
}

} // namespace

QString Table::text() const
{
    QList<qsizetype> widths;
    for (const QStringList& row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = qMax(widths[i], cellText(row.at(i)).size());
        }
    }
    QString text;
    for (const QStringList& row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += cellText(row.at(i)).leftJustified(widths.at(i) + 2);
        text += line.trimmed() + QLatin1Char('\n');
    }
    return text;
}

QString timeText(const QJsonValue& microseconds)
{
    return timeText(TimePoint(std::chrono::microseconds(microseconds.toInteger())));
}

QString timeText(TimePoint time)
{
    const qint64 milliseconds = time.time_since_epoch().count() / 1000;
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'"));
}

QString subjectText(const QString& subject)
{
    constexpr qsizetype longestPath = 255;
    const bool isPath = subject.contains(u'/') || subject.contains(u'.');
    return visibleText(excerpt(subject, isPath ? longestPath : excerptLength));
}

QString printable(const QString& text)
{
    return visibleText(text, u"\n");
}

} // namespace sallyport
