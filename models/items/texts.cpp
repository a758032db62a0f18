// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texts.h"

#include "models/base/bytesize.h"
#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/policy/policypath.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace sallyport::texts
{

namespace
{
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::texts)
};
} // namespace

QString bytes(std::uint64_t count)
{
    return byteSize(count, QLocale());
}

QString exactBytes(std::uint64_t count)
{
    return Texts::tr("%1 B").arg(texts::count(static_cast<qint64>(count)));
}

QString exactRate(double bytesPerSecond)
{
    return Texts::tr("%1/s").arg(exactBytes(static_cast<std::uint64_t>(std::llround(std::max(0.0, bytesPerSecond)))));
}

QString rate(double bytesPerSecond)
{
    if (!(bytesPerSecond >= 1))
        return QString();
    return Texts::tr("%1/s").arg(bytes(static_cast<std::uint64_t>(std::llround(bytesPerSecond))));
}

QString count(qint64 number)
{
    // Some languages group by a space that list cells would write out as an invisible character.
    QString text = QLocale().toString(number);
    for (QChar& c : text) {
        if (c.category() == QChar::Separator_Space)
            c = u' ';
    }
    return text;
}

QString duration(std::chrono::microseconds time)
{
    const auto seconds = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(time).count());
    if (seconds < 60)
        return Texts::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return Texts::tr("%1 min").arg(seconds / 60);
    if (seconds < 2 * 86400)
        return Texts::tr("%1 h").arg(seconds / 3600);
    return Texts::tr("%1 d").arg(seconds / 86400);
}

QString age(TimePoint time, TimePoint now)
{
    if (time == TimePoint{})
        return QString();
    if (now - time < std::chrono::seconds(3))
        return Texts::tr("just now");
    return Texts::tr("%1 ago").arg(duration(now - time));
}

QString exactTime(TimePoint time)
{
    if (time == TimePoint{})
        return QString();
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000, Qt::UTC);
    const QString format = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    return Texts::tr("%1 local time\n%2 UTC").arg(utc.toLocalTime().toString(format), utc.toString(format));
}

QString isoTime(TimePoint time)
{
    if (time == TimePoint{})
        return QString();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString sessionType(SessionType type)
{
    switch (type) {
    case SessionType::FirewallClient:
        return Texts::tr("Firewall Client");
    case SessionType::WebProxy:
        return Texts::tr("Web Proxy");
    case SessionType::Socks:
        return Texts::tr("SOCKS");
    case SessionType::SecureNat:
        return Texts::tr("SecureNAT");
    }
    return QString();
}

QString service(ServiceName name)
{
    switch (name) {
    case ServiceName::Firewall:
        return Texts::tr("Firewall");
    case ServiceName::WebProxy:
        return Texts::tr("Web Proxy");
    case ServiceName::Socks:
        return Texts::tr("SOCKS V4");
    }
    return QString();
}

QString serviceState(ServiceState state)
{
    switch (state) {
    case ServiceState::Stopped:
        return Texts::tr("Stopped");
    case ServiceState::Running:
        return Texts::tr("Running");
    case ServiceState::Failed:
        return Texts::tr("Failed");
    }
    return QString();
}

QString reason(const Decision& decision)
{
    switch (decision.reason) {
    case Reason::ApplicationDisabled:
        return Texts::tr("The entry %1 takes the program off the Firewall Client.").arg(visibleText(decision.object));
    case Reason::CommonConfigurationDisabled:
        return Texts::tr(
            "Common Configuration takes every program without an entry of its own off the Firewall Client.");
    case Reason::FilterDisabled:
        return Texts::tr("The SOCKS V4 filter is off.");
    case Reason::ListenerDisabled:
        return Texts::tr("The listener of this way out is off.");
    case Reason::ProgramUnknown:
        return Texts::tr("The client does not say which program asks.");
    case Reason::UnmatchedAllowed:
        return Texts::tr("Nothing speaks of it; the default allows.");
    case Reason::UnmatchedDenied:
        return Texts::tr("Nothing speaks of it; the default denies.");
    case Reason::ThisServer:
        return Texts::tr("The destination is this server itself, where this client does not get.");
    }
    return QString();
}

QString detail(const Error& error)
{
    const char* text = faultText(error.fault);
    if (!text)
        return visibleText(error.detail);
    QStringList arguments = error.arguments;
    std::transform(
        arguments.begin(), arguments.end(), arguments.begin(), [](const QString& one) { return visibleText(one); });
    return withArguments(QCoreApplication::translate(faultContext, text), arguments);
}

QString changePath(const QString& written)
{
    const QString path = visibleText(written);
    const auto entry = parseEntryPath(path);
    if (!entry)
        return field(path);
    return entry->member.isEmpty() ? Texts::tr("entry %1").arg(entry->name)
                                   : Texts::tr("%1: %2").arg(entry->name, entry->member);
}

QString problem(const Problem& problem)
{
    const QString what = detail(problem.error);
    const QString& place = problem.error.subject;
    return problem.line > 0 || place.isEmpty() ? what : Texts::tr("%1: %2").arg(subject(place), what);
}

QString change(const PolicyChange& change)
{
    const QString before = visibleText(change.before);
    const QString after = visibleText(change.after);
    const auto entry = parseEntryPath(change.path);
    if (entry && entry->member.isEmpty() && change.kind == ChangeKind::Added && !change.after.isEmpty())
        return Texts::tr("+ %1: %2").arg(visibleText(entry->name), after);
    const QString path = changePath(change.path);
    switch (change.kind) {
    case ChangeKind::Added:
        return after.isEmpty() ? Texts::tr("+ %1").arg(path) : Texts::tr("+ %1 = %2").arg(path, after);
    case ChangeKind::Removed:
        return Texts::tr("− %1").arg(path);
    case ChangeKind::Changed:
        return Texts::tr("%1: %2 → %3").arg(path, before, after);
    }
    return QString();
}

QString changes(const QList<PolicyChange>& changes, qsizetype most)
{
    QStringList lines;
    for (const PolicyChange& one : changes.first(std::min(most, changes.size())))
        lines.append(change(one));
    const QString named = lines.join(QStringLiteral(", "));
    const auto more = static_cast<int>(changes.size() - lines.size());
    return more ? Texts::tr("%1 and %n more", nullptr, more).arg(named) : named;
}

} // namespace sallyport::texts
