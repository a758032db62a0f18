// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace sallyport
{

namespace
{

struct Format {
    Q_DECLARE_TR_FUNCTIONS(sallyport::Format)
};

QString scaled(double value)
{
    static constexpr const char* units[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    int unit = 0;
    value /= 1024;
    while (value >= 1023.5 && unit < 5) {
        value /= 1024;
        ++unit;
    }
    const int digits = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    QString number = QLocale().toString(value, 'f', digits);
    if (digits > 0) {
        // "1.50" says no more than "1.5".
        while (number.endsWith(QLatin1Char('0')))
            number.chop(1);
        if (!number.back().isDigit())
            number.chop(1);
    }
    return number + QChar(QChar::Nbsp) + QLatin1StringView(units[unit]);
}

} // namespace

QString bytesText(std::uint64_t bytes)
{
    if (bytes < 1024)
        return QLocale().toString(static_cast<qulonglong>(bytes)) + QChar(QChar::Nbsp) + QLatin1Char('B');
    return scaled(static_cast<double>(bytes));
}

QString rateText(double bytesPerSecond)
{
    if (!(bytesPerSecond >= 1))
        return QStringLiteral("–");
    const double most = 9e18; // beyond any wire, below the range of the integer
    return bytesText(static_cast<std::uint64_t>(qMin(bytesPerSecond, most))) + QLatin1StringView("/s");
}

QString durationText(std::chrono::microseconds duration)
{
    const qint64 seconds = qMax<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(duration).count());
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes < 1)
        return Format::tr("%1 s").arg(seconds);
    if (hours < 1)
        return Format::tr("%1 min").arg(minutes);
    if (hours < 24)
        return minutes % 60 ? Format::tr("%1 h %2 min").arg(hours).arg(minutes % 60) : Format::tr("%1 h").arg(hours);
    return hours % 24 ? Format::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24) : Format::tr("%1 d").arg(hours / 24);
}

QString relativeTimeText(TimePoint time, TimePoint now)
{
    if (time == TimePoint())
        return Format::tr("never");
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(now - time).count();
    if (seconds < 5)
        return Format::tr("just now");
    if (seconds < 60)
        return Format::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return Format::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 86400)
        return Format::tr("%1 h ago").arg(seconds / 3600);
    return Format::tr("%1 d ago").arg(seconds / 86400);
}

QString exactTimeText(TimePoint time)
{
    if (time == TimePoint())
        return Format::tr("never");
    const qint64 milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    const QDateTime local = utc.toLocalTime();
    const QString text = utc.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QLatin1StringView(" UTC");
    if (local.offsetFromUtc() == 0)
        return text;
    const QString format
        = local.date() == utc.date() ? QStringLiteral("HH:mm:ss t") : QStringLiteral("yyyy-MM-dd HH:mm:ss t");
    return text + QLatin1StringView(" (") + local.toString(format) + QLatin1Char(')');
}

QString fingerprintText(const QString& hex)
{
    QString plain;
    for (const QChar c : hex) {
        if (c.isLetterOrNumber())
            plain.append(c.toUpper());
    }
    QStringList groups;
    for (qsizetype i = 0; i < plain.size(); i += 4)
        groups.append(plain.mid(i, 4));
    return groups.join(QLatin1Char(' '));
}

} // namespace sallyport
