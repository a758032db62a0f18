// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/sessionfilter.h"

#include "models/base/fault.h"

namespace sallyport
{

namespace
{

// Splits at spaces outside double quotes; the quotes themselves go. An open quote runs to the end: the user is typing.
QStringList words(const QString& text)
{
    QStringList result;
    QString word;
    bool quoted = false;
    bool any = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
            any = true;
        } else if (c.isSpace() && !quoted) {
            if (any)
                result.append(word);
            word.clear();
            any = false;
        } else {
            word.append(c);
            any = true;
        }
    }
    if (any)
        result.append(word);
    return result;
}

bool fits(QStringView text, const QString& folded)
{
    return text.contains(folded, Qt::CaseInsensitive);
}

// A field's text, or all fields in turn for a bare word.
bool fits(const SessionFilter::Term& term, const Session& session, const Connection& connection)
{
    const QString& field = term.field;
    const bool any = field.isEmpty();
    return ((any || field == u"type") && fits(sessionTypeWord(session.type), term.value))
        || ((any || field == u"user") && fits(session.user, term.value))
        || ((any || field == u"computer") && fits(session.computer, term.value))
        || ((any || field == u"client") && fits(session.client.toString(), term.value))
        || ((any || field == u"program") && fits(session.application, term.value))
        || ((any || field == u"host")
            && (fits(connection.host, term.value)
                || (!connection.address.isNull() && fits(connection.address.toString(), term.value))))
        || ((any || field == u"port") && QString::number(connection.port) == term.value);
}

} // namespace

const QStringList& SessionFilter::fields()
{
    static const QStringList all{QStringLiteral("type"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("client"), QStringLiteral("program"), QStringLiteral("host"), QStringLiteral("port")};
    return all;
}

Result<SessionFilter> SessionFilter::parse(const QString& text)
{
    SessionFilter filter;
    filter.text = text;
    for (const QString& word : words(text)) {
        const qsizetype colon = word.indexOf(u':');
        // IPv6 text is full of colons: only a word that starts like a field name is taken for a field.
        const QString head = colon > 0 ? word.left(colon).toCaseFolded() : QString();
        const bool named = !head.isEmpty() && head.at(0).isLetter() && !IpAddress::parse(QStringView(word));
        if (!named) {
            filter.terms.append({QString(), word.toCaseFolded()});
            continue;
        }
        if (!fields().contains(head)) {
            return makeError(Fault::FilterFieldUnknown, QStringLiteral("filter"),
                {word.left(colon), fields().join(QStringLiteral(", "))});
        }
        const QString value = word.mid(colon + 1).toCaseFolded();
        if (value.isEmpty())
            return makeError(Fault::FilterValueMissing, QStringLiteral("filter"), {head});
        filter.terms.append({head, value});
    }
    return filter;
}

bool SessionFilter::matches(const Session& session, const Connection& connection) const
{
    for (const Term& term : terms) {
        if (!fits(term, session, connection))
            return false;
    }
    return true;
}

} // namespace sallyport
