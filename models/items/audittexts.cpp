// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/audittexts.h"

#include "models/base/faultreading.h"
#include "models/base/visibletext.h"
#include "models/items/auditsentences.h"
#include "models/items/texts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sallyport::texts
{

namespace
{

struct AuditTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::AuditTexts)
};

struct Action {
    QLatin1StringView method;
    const char* text;
};

constexpr std::array actions{
    Action{QLatin1StringView("policy.apply"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Apply")},
    Action{QLatin1StringView("policy.restore"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Restore")},
    Action{QLatin1StringView("sessions.disconnect"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Disconnect")},
    Action{QLatin1StringView("services.control"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Service")},
    Action{QLatin1StringView("consoles.invite"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Invite a console")},
    Action{QLatin1StringView("consoles.revoke"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Throw a console out")},
    Action{QLatin1StringView("enrol"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "Enrol a console")},
    Action{QLatin1StringView("start"), QT_TRANSLATE_NOOP("sallyport::AuditTexts", "First start")},
};

QRegularExpressionMatch revisionIn(const AuditRecord& record)
{
    static const QRegularExpression sentence(
        QStringLiteral("^revision (\\d+): (.*)$"), QRegularExpression::DotMatchesEverythingOption);
    return sentence.match(record.what);
}

// One change as the service writes it; nothing when it is none, such as the rest of a value that holds a semicolon.
std::optional<QString> changeWords(const QString& part)
{
    static const QRegularExpression shape(
        QStringLiteral("^(client\\.applications\\[.*?\\](?:\\.\\w+)?|[\\w.]+(?:\\[[^\\]]*\\])?)"
                       "(?: = (.*)| removed)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = shape.match(part);
    if (!match.hasMatch())
        return std::nullopt;
    const QString path = match.captured(1);
    const bool removed = !match.hasCaptured(2);
    if (removed || path.endsWith(u']')) {
        const QString value = path.startsWith(QLatin1StringView("client.")) ? match.captured(2) : QString();
        return change({removed ? ChangeKind::Removed : ChangeKind::Added, path, {}, value});
    }
    return AuditTexts::tr("%1 = %2").arg(changePath(path), visibleText(match.captured(2)));
}

// "130 changes, of aim, icq and others", where their values have no room: names of entries, paths of fields.
std::optional<QString> namesWords(const QString& text)
{
    static const QRegularExpression shape(
        QStringLiteral("^(\\d+) changes, of (.*?)( and others)?$"), QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QStringList names = match.captured(2).split(QStringLiteral(", "));
    std::transform(
        names.begin(), names.end(), names.begin(), [](const QString& name) { return field(visibleText(name)); });
    const int count = match.captured(1).toInt();
    return (match.hasCaptured(3) ? AuditTexts::tr("%n changes, of %1 and others", nullptr, count)
                                 : AuditTexts::tr("%n changes, of %1", nullptr, count))
        .arg(names.join(QStringLiteral(", ")));
}

QString changesWords(const QString& text)
{
    if (const auto names = namesWords(text))
        return *names;
    static const QRegularExpression more(QStringLiteral("^and (\\d+) more$"));
    QStringList parts;
    for (const QString& part : text.split(QStringLiteral("; "))) {
        if (const QRegularExpressionMatch rest = more.match(part); rest.hasMatch())
            parts.append(AuditTexts::tr("and %n more", nullptr, rest.captured(1).toInt()));
        else if (const auto words = changeWords(part))
            parts.append(*words);
        else if (parts.isEmpty())
            parts.append(visibleText(part));
        else
            parts.last() += QStringLiteral("; ") + visibleText(part);
    }
    return parts.join(QStringLiteral(", "));
}

// Why a call was refused is kept as English alone.
QString refusalWords(const AuditRecord& record)
{
    static const QRegularExpression more(
        QStringLiteral("^(.*); and (\\d+) more of the kind before$"), QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch others = more.match(record.what);
    const QString what = others.hasMatch() ? others.captured(1) : record.what;
    const auto error = readError(what);
    const bool namesAction = error && (error->subject.isEmpty() || error->subject == record.action);
    const QString words = !error ? visibleText(what)
        : namesAction            ? detail(*error)
                                 : AuditTexts::tr("%1: %2").arg(subject(error->subject), detail(*error));
    return others.hasMatch()
        ? AuditTexts::tr("%1; and %n more of the kind before", nullptr, others.captured(2).toInt()).arg(words)
        : words;
}

} // namespace

QString auditAction(const QString& method)
{
    for (const Action& action : actions) {
        if (action.method == method)
            return AuditTexts::tr(action.text);
    }
    return visibleText(method);
}

QString auditOrigin(const QString& from)
{
    constexpr QLatin1StringView local("local:uid=");
    if (from.startsWith(local))
        return AuditTexts::tr("this computer (uid %1)").arg(visibleText(from.sliced(local.size())));
    if (from == u"first start")
        return AuditTexts::tr("the service itself");
    if (from == u"recovered")
        return AuditTexts::tr("written later, by the next start");
    return visibleText(from);
}

QString auditWho(const QString& who)
{
    return who == u"unknown console" ? AuditTexts::tr("unknown console") : who;
}

QString revisionComment(const Revision& revision)
{
    const bool services = revision.parent == 0 && revision.comment == u"First start";
    return services ? AuditTexts::tr("First start") : revision.comment;
}

QString auditWhat(const AuditRecord& record)
{
    if (record.what.isEmpty())
        return auditAction(record.action);
    if (!record.done)
        return refusalWords(record);
    const QRegularExpressionMatch revision = revisionIn(record);
    if (!revision.hasMatch())
        return auditSentence(record.what).value_or(visibleText(record.what));
    constexpr QLatin1StringView later(" (recorded by the next start: the service was killed)");
    QString changes = revision.captured(2);
    const bool wasLate = changes.endsWith(later);
    if (wasLate)
        changes.chop(later.size());
    const QString words = changes == u"nothing differed" ? AuditTexts::tr("nothing differed")
        : changes == u"first policy of a new folder"     ? AuditTexts::tr("first policy of a new folder")
                                                         : changesWords(changes);
    return (wasLate ? AuditTexts::tr("Revision %1: %2 (recorded by the next start: the service was killed)")
                    : AuditTexts::tr("Revision %1: %2"))
        .arg(revision.captured(1), words);
}

std::optional<RevisionNumber> auditRevision(const AuditRecord& record)
{
    const QRegularExpressionMatch match = revisionIn(record);
    return match.hasMatch() ? std::optional(RevisionNumber(match.captured(1).toULongLong())) : std::nullopt;
}

} // namespace sallyport::texts
