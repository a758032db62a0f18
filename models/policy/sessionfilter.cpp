// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/sessionfilter.h"

#include <algorithm>

namespace sallyport
{

namespace
{

enum class SessionField { Type, User, Computer, Client, Program, Host, Port };

QStringList valuesOf(const Session& session, const Connection& connection, qsizetype field)
{
    switch (static_cast<SessionField>(field)) {
    case SessionField::Type:
        return {sessionTypeWord(session.type)};
    case SessionField::User:
        return {session.user};
    case SessionField::Computer:
        return {session.computer};
    case SessionField::Client:
        return {session.client.toString()};
    case SessionField::Program:
        return {session.application};
    case SessionField::Host:
        if (connection.address.isNull())
            return {connection.host};
        return {connection.host, connection.address.toString()};
    case SessionField::Port:
        return {QString::number(connection.port)};
    }
    return {};
}

} // namespace

const QList<Filter::Field>& SessionFilter::fields()
{
    static const QList<Field> all{{QStringLiteral("type")}, {QStringLiteral("user")}, {QStringLiteral("computer")},
        {QStringLiteral("client")}, {QStringLiteral("program"), Field::Kind::Program}, {QStringLiteral("host")},
        {QStringLiteral("port"), Field::Kind::Port}};
    return all;
}

Result<SessionFilter> SessionFilter::parse(const QString& text)
{
    const Result<Filter> filter = Filter::parse(text, fields());
    return filter ? Result<SessionFilter>(SessionFilter{*filter}) : filter.error();
}

bool SessionFilter::isExact() const
{
    return !terms.isEmpty() && std::all_of(terms.begin(), terms.end(), [](const Term& term) {
        return term.fit == Fit::Exact || (term.field == u"port" && term.fit == Fit::Contains);
    });
}

bool SessionFilter::matches(const Session& session, const Connection& connection) const
{
    return fits(fields(), [&](qsizetype field) { return valuesOf(session, connection, field); });
}

} // namespace sallyport
