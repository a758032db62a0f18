// SPDX-License-Identifier: GPL-3.0-or-later
// Which sessions and connections of SessionBooks a filter fits.
#include "models/items/sessionbooks.h"

#include <algorithm>
#include <atomic>

namespace sallyport
{

namespace
{

using Asks = SessionBooks::Test::Asks;
using Fit = SessionFilter::Fit;

using Field = SessionBooks::Test::Field;

bool addressFits(const IpAddress& address, const SessionBooks::Test::Term& term)
{
    if (!term.address)
        return false;
    IpAddress::Text text;
    const std::string_view written = address.write(text);
    std::array<char16_t, text.size()> wide;
    std::copy(written.begin(), written.end(), wide.begin());
    return term.term.finds(QStringView(wide.data(), static_cast<qsizetype>(written.size())));
}

bool typeFits(SessionType type, const SessionBooks::Test::Term& term)
{
    return term.types & 1U << static_cast<unsigned>(type);
}

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

// Asks a test's terms of the sessions and connections of some books.
class Judge
{
public:
    Judge(const TextPool& texts, const SessionBooks::Test& test)
        : m_texts(texts)
        , m_test(test)
    {
    }

    // What the session settles without its connections.
    struct Own {
        bool fits = true; // or may
        bool whole = true; // it fits, whatever its connections are
        bool without = true; // it fits if it has none
    };
    Own own(const SessionNode& node) const
    {
        Own result;
        for (const SessionBooks::Test::Term& term : m_test.terms) {
            const std::optional<bool> settled = sessionFits(node, term);
            result.without = result.without && (settled || term.term.negated);
            result.whole = result.whole && settled; // else only a connection can settle it
            result.fits = result.fits && settled.value_or(true);
        }
        return result;
    }

    // Whether the session itself satisfies the term; nullopt when only a connection can.
    std::optional<bool> sessionFits(const SessionNode& node, const SessionBooks::Test::Term& term) const
    {
        const bool negated = term.term.negated;
        switch (term.asks) {
        case Asks::OwnField:
            return negated != fieldFits(node, term.field, term);
        case Asks::OwnFigure:
            return negated != figureFits(node, term, m_test.now);
        case Asks::AnyField: {
            constexpr std::array fields{Field::Type, Field::User, Field::Program, Field::Computer, Field::Client};
            const bool fits
                = std::any_of(fields.begin(), fields.end(), [&](Field field) { return fieldFits(node, field, term); });
            return fits ? std::optional(!negated) : std::nullopt;
        }
        case Asks::Connection:
            break;
        }
        return std::nullopt;
    }

    bool connectionFits(const ConnectionNode& node) const
    {
        return std::all_of(m_test.terms.begin(), m_test.terms.end(), [&](const SessionBooks::Test::Term& term) {
            const std::optional<bool> own = sessionFits(*node.session, term);
            return own ? *own : connectionFits(node, term);
        });
    }

private:
    // Looked for once, however many rows hold the text.
    bool textFits(const HeldText& text, const SessionBooks::Test::Term& term) const
    {
        const auto look = [&] {
            return term.asks == Asks::OwnField && term.field == Field::Program
                ? term.term.findsProgram(text->text, text->folded)
                : term.term.finds(text->folded);
        };
        if (term.place >= TextVerdict::mostTerms)
            return look();
        TextVerdict& verdict = m_texts.verdict(text, m_test.asker);
        if (verdict.test != m_test.number)
            verdict = {m_test.number};
        const auto bit = static_cast<std::uint16_t>(1U << term.place);
        if (!(verdict.asked & bit)) {
            verdict.asked |= bit;
            if (look())
                verdict.fits |= bit;
        }
        return verdict.fits & bit;
    }

    bool fieldFits(const SessionNode& node, Field field, const SessionBooks::Test::Term& term) const
    {
        switch (field) {
        case Field::Type:
            return typeFits(node.session.type, term);
        case Field::User:
            return textFits(node.user, term);
        case Field::Computer:
            return textFits(node.computer, term);
        case Field::Client:
            return addressFits(node.session.client, term);
        case Field::Program:
            break;
        }
        return textFits(node.program, term);
    }

    bool connectionFits(const ConnectionNode& node, const SessionBooks::Test::Term& term) const
    {
        const Connection& connection = node.connection;
        const bool fits = (term.port && term.term.findsPort(connection.port))
            || (term.host
                && (textFits(node.host, term)
                    || (!connection.address.isNull() && addressFits(connection.address, term))));
        return fits != term.term.negated;
    }

    const TextPool& m_texts;
    const SessionBooks::Test& m_test;
};

// Whether an address may hold what is looked for: most words have a letter that none does.
bool mayFitAddress(const SessionFilter::Value& value)
{
    const auto isOfAddress = [](QChar c) { return QStringView(u"0123456789abcdef.:*").contains(c); };
    return !value.address.isEmpty() || std::all_of(value.text.begin(), value.text.end(), isOfAddress);
}

} // namespace

SessionBooks::Test::Test(const SessionFilter& filter, TimePoint time, Asker askedBy)
    : asker(askedBy)
    , now(time)
    , isLive(filter.hasFigures())
{
    static const QStringList own{QStringLiteral("type"), QStringLiteral("user"), QStringLiteral("computer"),
        QStringLiteral("client"), QStringLiteral("program")};
    static const QStringList figures{QStringLiteral("sent"), QStringLiteral("received"), QStringLiteral("out"),
        QStringLiteral("in"), QStringLiteral("connections"), QStringLiteral("age")};
    static std::atomic<std::uint32_t> last = 0;
    number = ++last;
    for (const SessionFilter::Term& term : filter.terms) {
        Term made;
        made.term = term;
        made.place = terms.size();
        made.address = std::any_of(term.values.begin(), term.values.end(), mayFitAddress);
        for (const SessionType type :
            {SessionType::FirewallClient, SessionType::WebProxy, SessionType::Socks, SessionType::SecureNat}) {
            if (term.finds(SessionFilter::folded(sessionTypeWord(type))))
                made.types |= 1U << static_cast<unsigned>(type);
        }
        if (const auto field = own.indexOf(term.field); field >= 0) {
            made.asks = Asks::OwnField;
            made.field = static_cast<Field>(field);
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

bool SessionBooks::fits(const ConnectionNode& connection, const Test& test) const
{
    return Judge(m_texts, test).connectionFits(connection);
}

SessionBooks::Part SessionBooks::fitting(const SessionNode& session, const Test& test) const
{
    const Judge judge(m_texts, test);
    const Judge::Own own = judge.own(session);
    if (!own.fits)
        return Part::None;
    if (own.whole)
        return Part::Whole;
    const bool any = session.connections.empty()
        ? own.without
        : std::any_of(session.connections.begin(), session.connections.end(),
            [&judge](const ConnectionNode* one) { return judge.connectionFits(*one); });
    return any ? Part::Some : Part::None;
}

bool SessionBooks::judge(SessionNode& session, const Test& test)
{
    const Judge judge(m_texts, test);
    const Judge::Own own = judge.own(session);
    session.fits = own.fits;
    session.fitsWhole = own.whole;
    if (!session.fits)
        return session.shown;
    // Connections are looked at only when they must be: each costs a wait for memory.
    if (session.fitsWhole)
        return !session.shown || session.shownConnections.size() != session.connections.size();
    bool any = own.without && session.connections.empty();
    bool differs = false;
    for (ConnectionNode* connection : session.connections) {
        connection->fits = judge.connectionFits(*connection);
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
