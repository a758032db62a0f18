// SPDX-License-Identifier: GPL-3.0-or-later
// Which sessions and connections of SessionBooks a filter fits.
#include "models/items/sessionbooks.h"

#include <algorithm>

namespace sallyport
{

namespace
{

using Asks = SessionBooks::Test::Asks;
using Fit = SessionFilter::Fit;

constexpr std::size_t ownFields = 5;
constexpr std::size_t programField = 4;

bool figureFits(const SessionNode& node, const SessionBooks::Test::Term& term, TimePoint now)
{
    using Figure = SessionBooks::Test::Figure;
    switch (term.figure) {
    case Figure::Sent:
        return term.term.findsNumber(static_cast<double>(node.sent));
    case Figure::Received:
        return term.term.findsNumber(static_cast<double>(node.received));
    case Figure::Out:
        return term.term.findsNumber(node.sendRate);
    case Figure::In:
        return term.term.findsNumber(node.receiveRate);
    case Figure::Connections:
        return term.term.findsNumber(node.live);
    case Figure::Age:
        break;
    }
    return term.term.findsTime(node.session.activated, now);
}

// A word that is contained is looked for in all fields at once.
bool anyFieldFits(const SessionNode& node, const SessionFilter::Term& term)
{
    return std::any_of(term.values.begin(), term.values.end(), [&node](const SessionFilter::Value& value) {
        if (value.fit == Fit::Contains)
            return value.fits(node.folded);
        for (std::size_t field = 0; field < ownFields; ++field) {
            if (value.fits(node.foldedField(field)))
                return true;
        }
        return false;
    });
}

// Whether the session itself satisfies the term; nullopt when only a connection can.
std::optional<bool> sessionFits(const SessionNode& node, const SessionBooks::Test::Term& term, TimePoint now)
{
    const bool negated = term.term.negated;
    switch (term.asks) {
    case Asks::OwnField:
        return negated
            != (term.field == programField
                    ? term.term.findsProgram(node.session.application, node.foldedField(programField))
                    : term.term.finds(node.foldedField(term.field)));
    case Asks::OwnFigure:
        return negated != figureFits(node, term, now);
    case Asks::AnyField:
        return anyFieldFits(node, term.term) ? std::optional(!negated) : std::nullopt;
    case Asks::Connection:
        break;
    }
    return std::nullopt;
}

bool connectionFits(const ConnectionNode& node, const SessionBooks::Test::Term& term)
{
    const auto fits = [&] {
        if (term.port && term.term.findsPort(node.connection.port))
            return true;
        return term.host
            && std::any_of(
                term.term.values.begin(), term.term.values.end(), [&node](const SessionFilter::Value& value) {
                    if (value.fit == Fit::Contains)
                        return value.fits(node.folded);
                    const QList<QStringView> names = QStringView(node.folded).split(foldedSeparator);
                    return std::any_of(
                        names.begin(), names.end(), [&value](QStringView name) { return value.fits(name); });
                });
    };
    return fits() != term.term.negated;
}

} // namespace

SessionBooks::Test::Test(const SessionFilter& filter, TimePoint time)
    : now(time)
    , isLive(filter.hasFigures())
{
    static const QStringList own{QStringLiteral("type"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("client"), QStringLiteral("program")};
    static const QStringList figures{QStringLiteral("sent"), QStringLiteral("received"), QStringLiteral("out"),
        QStringLiteral("in"), QStringLiteral("connections"), QStringLiteral("age")};
    for (const SessionFilter::Term& term : filter.terms) {
        Term made;
        made.term = term;
        if (const auto field = own.indexOf(term.field); field >= 0) {
            made.asks = Asks::OwnField;
            made.field = static_cast<std::size_t>(field);
        } else if (const auto figure = figures.indexOf(term.field); figure >= 0) {
            made.asks = Asks::OwnFigure;
            made.figure = static_cast<Figure>(figure);
        } else if (!term.field.isEmpty()) {
            made.asks = Asks::Connection;
        }
        made.host = term.field.isEmpty() || term.field == u"host";
        // Only a number is looked for among the ports.
        made.port = term.field == u"port"
            || (term.field.isEmpty()
                && std::any_of(term.values.begin(), term.values.end(), [](const SessionFilter::Value& value) {
                       return value.fit == Fit::Pattern || value.text.toUShort() > 0;
                   }));
        isLive = isLive || (term.negated && made.asks != Asks::OwnField);
        terms.push_back(std::move(made));
    }
}

bool SessionBooks::fits(const ConnectionNode& connection, const Test& test)
{
    return std::all_of(test.terms.begin(), test.terms.end(), [&connection, &test](const Test::Term& term) {
        const std::optional<bool> own = sessionFits(*connection.session, term, test.now);
        return own ? *own : connectionFits(connection, term);
    });
}

bool SessionBooks::judge(SessionNode& session, const Test& test)
{
    session.fits = true;
    session.fitsWhole = true;
    bool fitsWithout = true; // any connection
    for (const Test::Term& term : test.terms) {
        const std::optional<bool> own = sessionFits(session, term, test.now);
        fitsWithout = fitsWithout && (own || term.term.negated);
        session.fitsWhole = session.fitsWhole && own; // else only a connection can settle it
        session.fits = session.fits && own.value_or(true);
    }
    if (!session.fits)
        return session.shown;
    // Connections are looked at only when they must be: each costs a wait for memory.
    if (session.fitsWhole)
        return !session.shown || session.shownConnections.size() != session.connections.size();
    bool any = fitsWithout && session.connections.empty();
    bool differs = false;
    for (ConnectionNode* connection : session.connections) {
        connection->fits = fits(*connection, test);
        any = any || connection->fits;
        differs = differs || connection->fits != connection->shown;
    }
    session.fits = any;
    return any ? differs || !session.shown : session.shown;
}

void SessionBooks::show(SessionNode& session)
{
    session.shown = session.fits;
    const bool unchanged = session.fitsWhole && session.shownConnections.size() == session.connections.size();
    if (!session.fits || unchanged)
        return;
    session.shownConnections.clear();
    for (ConnectionNode* connection : session.connections) {
        connection->shown = session.fitsWhole || connection->fits;
        if (connection->shown)
            session.shownConnections.push_back(connection);
    }
}

// A longer word fits less, but a number that becomes a whole port may fit more, and figures change.
bool SessionBooks::narrows(const SessionFilter& last, const SessionFilter& next)
{
    using Term = SessionFilter::Term;
    const auto isPlain = [](const Term& term) {
        return !term.negated && term.values.size() == 1 && term.values.front().fit == Fit::Contains;
    };
    const auto longer = [&isPlain](const Term& old, const Term& term) {
        if (term == old)
            return true;
        if (term.field != old.field || !isPlain(old) || !isPlain(term))
            return false;
        const QString& text = term.values.front().text;
        const bool port = old.field.isEmpty() && text.front().isDigit() && text.back().isDigit();
        return !port && text.contains(old.values.front().text);
    };
    return !last.hasFigures() && std::all_of(last.terms.begin(), last.terms.end(), [&](const Term& old) {
        return std::any_of(next.terms.begin(), next.terms.end(), [&](const Term& term) { return longer(old, term); });
    });
}

} // namespace sallyport
