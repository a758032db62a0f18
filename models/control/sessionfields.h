// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/control/fields.h"
#include "models/policy/session.h"

namespace sallyport
{

// The two nouns that come both as objects and as rows; the order is that of a row's columns.

template <typename Fields> void describe(Fields& fields, Is<Session> auto& session)
{
    using Name = QLatin1StringView;
    fields.number(Name("id"), session.id, 1);
    fields.word(Name("type"), session.type, sessionTypeWord, sessionTypeFromWord);
    fields.text(Name("user"), session.user);
    fields.text(Name("computer"), session.computer);
    fields.address(Name("client"), session.client);
    fields.text(Name("application"), session.application);
    fields.time(Name("activated"), session.activated);
}

template <typename Fields> void describe(Fields& fields, Is<Connection> auto& connection)
{
    using Name = QLatin1StringView;
    fields.number(Name("id"), connection.id, 1);
    fields.number(Name("session"), connection.session, 1);
    fields.text(Name("host"), connection.host);
    fields.address(Name("address"), connection.address);
    fields.number(Name("port"), connection.port);
    fields.time(Name("start"), connection.start);
    fields.number(Name("bytesSent"), connection.bytesSent);
    fields.number(Name("bytesReceived"), connection.bytesReceived);
    fields.real(Name("sendRate"), connection.sendRate);
    fields.real(Name("receiveRate"), connection.receiveRate);
}

} // namespace sallyport
