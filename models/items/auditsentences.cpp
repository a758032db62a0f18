// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditsentences.h"

#include "models/base/quoted.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"
#include "models/policy/revision.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sallyport::texts
{

namespace
{

struct AuditSentences {
    Q_DECLARE_TR_FUNCTIONS(sallyport::AuditSentences)
};

constexpr QLatin1StringView quotedName(R"("(?:[^"]|"")*")");

// What is left of a sentence, taken from its beginning.
class Rest
{
public:
    explicit Rest(const QString& text)
        : m_text(text)
    {
    }

    // Takes what fits at the beginning.
    bool take(const QRegularExpression& shape)
    {
        m_match
            = shape.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (m_match.hasMatch())
            m_at = m_match.capturedEnd();
        return m_match.hasMatch();
    }
    bool take(QLatin1StringView word)
    {
        const bool stands = QStringView(m_text).sliced(m_at).startsWith(word);
        m_at += stands ? word.size() : 0;
        return stands;
    }
    QString part(int group) const { return m_match.captured(group); } // of what was taken last
    int number(int group) const { return m_match.capturedView(group).toInt(); }
    bool isEmpty() const { return m_at == m_text.size(); }
    QString all() const { return m_text.sliced(m_at); }

private:
    const QString m_text;
    qsizetype m_at = 0;
    QRegularExpressionMatch m_match;
};

QString marked(const QString& name)
{
    return AuditSentences::tr("“%1”").arg(visibleText(name));
}

// "anna" ("icq.exe"), or the address of somebody without a name.
std::optional<QString> takeWhose(Rest& rest)
{
    static const QRegularExpression shape(QStringLiteral("(%1|[0-9A-Fa-f.:]+)(?: \\((%1)\\))?").arg(quotedName));
    if (!rest.take(shape))
        return std::nullopt;
    const QString who = rest.part(1);
    const QString program = rest.part(2);
    const QString whose = who.startsWith(u'"') ? marked(unquoted(who)) : who;
    return program.isEmpty() ? whose : AuditSentences::tr("%1 (%2)").arg(whose, marked(unquoted(program)));
}

// h:80, "a host":81 and 3 more places
std::optional<QString> takePlaces(Rest& rest)
{
    static const QRegularExpression shape(QStringLiteral("(%1|[\\w.:\\[\\]-]+):(\\d+)").arg(quotedName));
    static const QRegularExpression more(QStringLiteral(" and (\\d+) more places?"));
    QStringList places;
    do {
        if (!rest.take(shape))
            return std::nullopt;
        const QString host = rest.part(1);
        places.append(QStringLiteral("%1:%2").arg(
            host.startsWith(u'"') ? marked(unquoted(host)) : visibleText(host), rest.part(2)));
    } while (rest.take(QLatin1StringView(", ")));
    const QString named = places.join(QStringLiteral(", "));
    return rest.take(more) ? AuditSentences::tr("%1 and %n more place(s)", nullptr, rest.number(1)).arg(named) : named;
}

std::optional<QString> takeGroup(Rest& rest)
{
    static const QRegularExpression count(QStringLiteral("(\\d+) of "));
    if (!rest.take(count))
        return std::nullopt;
    const int connections = rest.number(1);
    const auto whose = takeWhose(rest);
    if (!whose || !rest.take(QLatin1StringView(" to ")))
        return std::nullopt;
    const auto places = takePlaces(rest);
    return places ? std::optional(AuditSentences::tr("%1 of %2 to %3").arg(texts::count(connections), *whose, *places))
                  : std::nullopt;
}

std::optional<QString> takeGroups(Rest& rest)
{
    static const QRegularExpression others(QStringLiteral("; and those of (\\d+) others?"));
    QStringList groups;
    do {
        const auto group = takeGroup(rest);
        if (!group)
            return std::nullopt;
        groups.append(*group);
        if (rest.take(others)) {
            groups.append(AuditSentences::tr("and those of %n other(s)", nullptr, rest.number(1)));
            break;
        }
    } while (rest.take(QLatin1StringView("; ")));
    return groups.join(QStringLiteral("; "));
}

std::optional<QString> takeEnded(Rest& rest)
{
    static const QRegularExpression beginning(QStringLiteral("ended (\\d+) connections?"));
    if (!rest.take(beginning))
        return std::nullopt;
    const int connections = rest.number(1);
    if (rest.take(QLatin1StringView(" of "))) {
        const auto whose = takeWhose(rest);
        if (!whose || !rest.take(QLatin1StringView(" to ")))
            return std::nullopt;
        const auto places = takePlaces(rest);
        if (!places)
            return std::nullopt;
        return AuditSentences::tr("ended %n connection(s) of %1 to %2", nullptr, connections).arg(*whose, *places);
    }
    static const QRegularExpression groupsFollow(QStringLiteral(": (?=\\d+ of )"));
    const bool several = connections > 1 && rest.take(groupsFollow); // else the caller's own words
    const auto groups = several ? takeGroups(rest) : QString();
    if (!groups)
        return std::nullopt;
    return several ? AuditSentences::tr("ended %n connection(s): %1", nullptr, connections).arg(*groups)
                   : AuditSentences::tr("ended %n connection(s)", nullptr, connections);
}

std::optional<QString> takeService(Rest& rest)
{
    static const QRegularExpression shape(QStringLiteral("(started|stopped|restarted) (\\w+)"));
    if (!rest.take(shape))
        return std::nullopt;
    const auto known = serviceFromWord(rest.part(2));
    if (!known)
        return std::nullopt;
    const QString verb = rest.part(1);
    const QString done = (verb == u"started" ? AuditSentences::tr("started %1")
            : verb == u"stopped"             ? AuditSentences::tr("stopped %1")
                                             : AuditSentences::tr("restarted %1"))
                             .arg(service(*known));
    if (!rest.take(QLatin1StringView("; ")))
        return done;
    const auto ended = takeEnded(rest);
    return ended ? std::optional(AuditSentences::tr("%1; %2").arg(done, *ended)) : std::nullopt;
}

std::optional<QString> roleWords(const QString& word)
{
    const auto role = roleFromWord(word);
    if (!role)
        return std::nullopt;
    switch (*role) {
    case Role::Viewer:
        return AuditSentences::tr("Viewer");
    case Role::Operator:
        return AuditSentences::tr("Operator");
    case Role::Administrator:
        return AuditSentences::tr("Administrator");
    }
    return std::nullopt;
}

std::optional<QString> takeConsole(Rest& rest)
{
    static const QRegularExpression issued(QStringLiteral("issued a code for one console as (\\w+)"));
    static const QRegularExpression enrolled(QStringLiteral("enrolled console (%1) as (\\w+)").arg(quotedName));
    static const QRegularExpression revoked(QStringLiteral("revoked console ([0-9A-Fa-f]+)"));
    if (rest.take(issued)) {
        const auto role = roleWords(rest.part(1));
        return role ? std::optional(AuditSentences::tr("issued a code for one console as %1").arg(*role))
                    : std::nullopt;
    }
    if (rest.take(enrolled)) {
        const auto role = roleWords(rest.part(2));
        return role
            ? std::optional(AuditSentences::tr("enrolled console %1 as %2").arg(marked(unquoted(rest.part(1))), *role))
            : std::nullopt;
    }
    return rest.take(revoked) ? std::optional(AuditSentences::tr("threw out console %1").arg(rest.part(1)))
                              : std::nullopt;
}

} // namespace

std::optional<QString> auditSentence(const QString& what)
{
    for (const auto take : {takeEnded, takeService, takeConsole}) {
        Rest rest(what);
        const auto sentence = take(rest);
        if (!sentence)
            continue;
        if (rest.isEmpty())
            return sentence;
        // The caller's own words, to the end whatever they are.
        if (rest.take(QLatin1StringView(": ")))
            return rest.isEmpty() ? *sentence : AuditSentences::tr("%1; reason: %2").arg(*sentence, marked(rest.all()));
    }
    return std::nullopt;
}

} // namespace sallyport::texts
