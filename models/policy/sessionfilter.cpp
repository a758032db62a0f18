// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/sessionfilter.h"

#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/policy/programname.h"

#include <algorithm>

namespace sallyport
{

namespace
{

struct FilterWord {
    QString text; // without its quotes
    qsizetype quote = -1; // where the first of them stood
};

// Splits at spaces outside double quotes. An open quote runs to the end: the user is typing.
QList<FilterWord> words(const QString& text)
{
    QList<FilterWord> result;
    FilterWord word;
    bool quoted = false;
    const auto end = [&] {
        if (!word.text.isEmpty() || word.quote >= 0)
            result.append(word);
        word = {};
    };
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
            if (word.quote < 0)
                word.quote = word.text.size();
        } else if (c.isSpace() && !quoted) {
            end();
        } else {
            word.text.append(c);
        }
    }
    end();
    return result;
}

// Whether it may be an address or the beginning of one: these are full of colons.
bool isLikeAddress(const QString& word)
{
    static const QString characters = QStringLiteral("0123456789abcdefABCDEF:.");
    return IpAddress::parse(QStringView(word))
        || std::all_of(word.begin(), word.end(), [](QChar c) { return characters.contains(c); });
}

bool fitsPattern(QStringView text, QStringView pattern)
{
    const QList<QStringView> parts = pattern.split(u'*');
    if (!text.startsWith(parts.first()))
        return false;
    qsizetype from = parts.first().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype at = text.indexOf(parts.at(i), from);
        if (at < 0)
            return false;
        from = at + parts.at(i).size();
    }
    return text.size() - from >= parts.last().size() && text.endsWith(parts.last());
}

// A field's text, or all fields in turn for a bare word.
bool fits(const SessionFilter::Term& term, const Session& session, const Connection& connection)
{
    const QString& field = term.field;
    const bool any = field.isEmpty();
    const auto holds = [&term](const QString& text) { return term.fits(SessionFilter::folded(text)); };
    return ((any || field == u"type") && holds(sessionTypeWord(session.type)))
        || ((any || field == u"user") && holds(session.user))
        || ((any || field == u"computer") && holds(session.computer))
        || ((any || field == u"client") && holds(session.client.toString()))
        || ((any || field == u"program")
            && term.fitsProgram(session.application, SessionFilter::folded(session.application)))
        || ((any || field == u"host")
            && (holds(connection.host) || (!connection.address.isNull() && holds(connection.address.toString()))))
        || ((any || field == u"port") && term.fitsPort(connection.port));
}

} // namespace

const QStringList& SessionFilter::fields()
{
    static const QStringList all{QStringLiteral("type"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("client"), QStringLiteral("program"), QStringLiteral("host"), QStringLiteral("port")};
    return all;
}

QString SessionFilter::folded(const QString& text)
{
    return visibleText(text).toCaseFolded();
}

bool SessionFilter::Term::fits(QStringView folded) const
{
    switch (fit) {
    case Fit::Contains:
        return folded.contains(value);
    case Fit::Exact:
        return folded == value;
    case Fit::Pattern:
        return fitsPattern(folded, value);
    }
    return false;
}

bool SessionFilter::Term::fitsProgram(const QString& program, QStringView folded) const
{
    return key.isEmpty() ? fits(folded) : programKey(program) == key;
}

bool SessionFilter::Term::fitsPort(std::uint16_t port) const
{
    const QString text = QString::number(port);
    return fit == Fit::Pattern ? fits(text) : text == value;
}

Result<SessionFilter> SessionFilter::parse(const QString& text)
{
    SessionFilter filter;
    filter.text = text;
    for (const FilterWord& word : words(text)) {
        const qsizetype colon = word.text.indexOf(u':');
        const QString head = colon > 0 ? word.text.left(colon).toCaseFolded() : QString();
        const bool known = fields().contains(head);
        if (!known && !head.isEmpty() && word.quote != 0 && !isLikeAddress(word.text)) {
            return makeError(Fault::FilterFieldUnknown, QStringLiteral("filter"),
                {visibleText(word.text.left(colon)), fields().join(QStringLiteral(", "))});
        }
        Term term;
        QString value = known ? word.text.mid(colon + 1) : word.text;
        bool exact = false;
        if (known) {
            term.field = head;
            exact = word.quote == colon + 1;
            if (!exact && value.startsWith(u'=')) {
                exact = true;
                value.remove(0, 1);
            }
        }
        if (value.isEmpty() && known)
            return makeError(Fault::FilterValueMissing, QStringLiteral("filter"), {head});
        if (value.isEmpty())
            continue;
        term.fit = exact                                        ? Fit::Exact
            : value.contains(u'*') && (known || word.quote < 0) ? Fit::Pattern
                                                                : Fit::Contains;
        if (exact && head == u"program")
            term.key = programKey(value);
        const auto address = exact ? IpAddress::parse(QStringView(value)) : std::nullopt;
        term.value = folded(address ? address->toString() : value);
        filter.terms.append(term);
    }
    return filter;
}

bool SessionFilter::isExact() const
{
    return !terms.isEmpty() && std::all_of(terms.begin(), terms.end(), [](const Term& term) {
        return term.fit == Fit::Exact || (term.field == u"port" && term.fit == Fit::Contains);
    });
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
