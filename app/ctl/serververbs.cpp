// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/serverbook.h"
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/control/enroller.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QSysInfo>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

Result<Role> enrolNow(const ControlEndpoint& endpoint, const QString& code, const QString& as)
{
    QEventLoop loop;
    std::optional<Result<Role>> outcome;
    Enroller enroller;
    QObject::connect(&enroller, &Enroller::enrolled, &loop, [&](Role role) {
        outcome = role;
        loop.quit();
    });
    QObject::connect(&enroller, &Enroller::failed, &loop, [&](const Error& error) {
        outcome = error;
        loop.quit();
    });
    enroller.enrol(endpoint, code, as);
    if (!outcome)
        loop.exec();
    return *outcome;
}

// "gate.example.com:1746", "[2001:db8::1]:1746"
std::optional<KnownServer> serverAt(const QString& address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    KnownServer server;
    server.host = address.left(qMax<qsizetype>(colon, 0));
    if (server.host.startsWith(u'[') && server.host.endsWith(u']'))
        server.host = server.host.mid(1, server.host.size() - 2);
    server.port = address.mid(colon + 1).toUShort();
    return server.host.isEmpty() || server.port == 0 ? std::nullopt : std::optional(server);
}

} // namespace

Answer enrolServer(Remote&, const Arguments& arguments)
{
    auto server = serverAt(arguments.words.first());
    if (!server)
        return Answer::usage(arguments.words.first(), QStringLiteral("must be HOST:PORT"));
    const auto fingerprint = canonicalFingerprint(arguments.value("fingerprint"));
    if (!fingerprint)
        return Answer::usage(QStringLiteral("--fingerprint"), fingerprint.error().detail);
    if (arguments.value("code").isEmpty())
        return Answer::usage(
            QStringLiteral("--code"), QStringLiteral("run \"sallyportd enrol\" on the server to get one"));
    server->fingerprint = *fingerprint;
    server->name = arguments.has("name") ? arguments.value("name") : server->host;
    const ServerBook book;
    const auto endpoint = book.endpoint(*server);
    if (!endpoint)
        return endpoint.error();
    const QString as = arguments.has("as") ? arguments.value("as") : QSysInfo::machineHostName();
    const auto role = enrolNow(*endpoint, arguments.value("code"), as);
    if (!role)
        return role.error();
    if (const Status kept = book.add(*server); !kept)
        return kept.error();
    return {QStringLiteral("enrolled with %1 as %2; use --server %1\n").arg(server->name, roleWord(*role)),
        {{Name("name"), server->name}, {Name("role"), roleWord(*role)}}};
}

Answer listServers(Remote&, const Arguments&)
{
    const auto servers = ServerBook().servers();
    if (!servers)
        return servers.error();
    Table table(
        {QStringLiteral("NAME"), QStringLiteral("HOST"), QStringLiteral("PORT"), QStringLiteral("FINGERPRINT")});
    QJsonArray json;
    for (const KnownServer& server : *servers) {
        table.add({server.name, server.host, QString::number(server.port), server.fingerprint});
        json.append(QJsonObject{{Name("name"), server.name}, {Name("host"), server.host}, {Name("port"), server.port},
            {Name("fingerprint"), server.fingerprint}});
    }
    return {table.isEmpty() ? QStringLiteral("no servers; \"sallyportctl enrol\" adds one\n") : table.text(),
        {{Name("servers"), json}}};
}

} // namespace sallyport
