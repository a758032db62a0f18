// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/sessionfilter.h"

#include <algorithm>

namespace sallyport
{

namespace
{

using Kind = Filter::Field::Kind;

enum class SessionField {
    Type,
    User,
    Computer,
    Client,
    Program,
    Host,
    Port,
    Sent,
    Received,
    Out,
    In,
    Connections,
    Age
};

Filter::Cell cellOf(
    const Session& session, const Connection& connection, const SessionFigures& figures, qsizetype field)
{
    switch (static_cast<SessionField>(field)) {
    case SessionField::Type:
        return {{sessionTypeWord(session.type)}};
    case SessionField::User:
        return {{session.user}};
    case SessionField::Computer:
        return {{session.computer}};
    case SessionField::Client:
        return {{session.client.toString()}};
    case SessionField::Program:
        return {{session.application}};
    case SessionField::Host:
        if (connection.address.isNull())
            return {{connection.host}};
        return {{connection.host, connection.address.toString()}};
    case SessionField::Port:
        return {{QString::number(connection.port)}};
    case SessionField::Sent:
        return {{}, static_cast<double>(figures.sent)};
    case SessionField::Received:
        return {{}, static_cast<double>(figures.received)};
    case SessionField::Out:
        return {{}, figures.sendRate};
    case SessionField::In:
        return {{}, figures.receiveRate};
    case SessionField::Connections:
        return {{}, static_cast<double>(figures.connections)};
    case SessionField::Age:
        return {{}, 0, session.activated};
    }
    return {};
}

} // namespace

const QList<Filter::Field>& SessionFilter::fields()
{
    static const QList<Field> all{{QStringLiteral("type")}, {QStringLiteral("user")}, {QStringLiteral("computer")},
        {QStringLiteral("client")}, {QStringLiteral("program"), Kind::Program, {QStringLiteral("application")}},
        {QStringLiteral("host")}, {QStringLiteral("port"), Kind::Port},
        {QStringLiteral("sent"), Kind::Bytes, {}, false}, {QStringLiteral("received"), Kind::Bytes, {}, false},
        {QStringLiteral("out"), Kind::Rate, {}, false}, {QStringLiteral("in"), Kind::Rate, {}, false},
        {QStringLiteral("connections"), Kind::Count, {}, false}, {QStringLiteral("age"), Kind::Time, {}, false}};
    return all;
}

Result<SessionFilter> SessionFilter::parse(const QString& text, const QList<Field>& known, Naming naming)
{
    const Result<Filter> filter = Filter::parse(text, known, naming);
    return filter ? Result<SessionFilter>(SessionFilter{*filter}) : filter.error();
}

bool SessionFilter::isExact() const
{
    const auto isWrittenOut = [](const Value& value) { return value.fit == Fit::Exact && !value.text.isEmpty(); };
    return !terms.isEmpty() && !hasFigures() && std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
        return !term.negated && std::all_of(term.values.begin(), term.values.end(), isWrittenOut);
    });
}

bool SessionFilter::hasFigures() const
{
    return std::any_of(terms.begin(), terms.end(), [](const Term& term) {
        const Field* field = fieldNamed(term.field, fields(), Naming::Whole);
        return field && !field->isBare;
    });
}

bool SessionFilter::hasAge() const
{
    return std::any_of(terms.begin(), terms.end(), [](const Term& term) { return term.field == u"age"; });
}

bool SessionFilter::matches(
    const Session& session, const Connection& connection, const SessionFigures& figures, TimePoint now) const
{
    return fits(
        fields(), [&](qsizetype field) { return cellOf(session, connection, figures, field); }, now);
}

} // namespace sallyport
