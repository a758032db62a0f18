// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/serverbook.h"
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/base/hostname.h"
#include "models/base/visibletext.h"
#include "models/control/enroller.h"
#include "models/policy/hostnames.h"
#include "models/policy/ports.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QSysInfo>

#include <algorithm>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

Result<Role> enrolNow(const ControlEndpoint& endpoint, const QString& code, const QString& as, int patience)
{
    QEventLoop loop;
    std::optional<Result<Role>> outcome;
    Enroller enroller(std::chrono::seconds{patience});
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
    const qsizetype colon = std::max<qsizetype>(0, address.lastIndexOf(u':'));
    const std::optional<int> port = parsePort(QStringView(address).sliced(std::min(colon + 1, address.size())));
    QString host = address.left(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.sliced(1, host.size() - 2);
    std::string_view why;
    // An IPv6 address stands in brackets, or its last group would be taken for the port; nothing else does.
    const auto canonical = canonicalHost(host.toStdString(), why);
    if (!port || *port == 0 || bracketed != host.contains(u':') || !canonical
        || !isHost(QString::fromStdString(canonical->text)))
        return std::nullopt;
    KnownServer server;
    server.host = host;
    server.port = quint16(*port);
    return server;
}

} // namespace

Answer enrolServer(Remote& remote, const Arguments& arguments)
{
    auto server = serverAt(arguments.words.first());
    if (!server)
        return Answer::usage(arguments.words.first(),
            QStringLiteral("must be HOST:PORT, such as gate.example.com:1746 or [2001:db8::1]:1746"));
    const auto fingerprint = canonicalFingerprint(arguments.value("fingerprint"));
    if (!fingerprint)
        return Answer::usage(QStringLiteral("--fingerprint"), fingerprint.error().detail);
    if (arguments.value("code").isEmpty())
        return Answer::usage(
            QStringLiteral("--code"), QStringLiteral("run \"sallyportd enrol\" on the server to get one"));
    server->fingerprint = *fingerprint;
    server->name = arguments.value("name");
    if (server->name.isEmpty())
        server->name = server->host;
    const ServerBook books;
    const auto endpoint = books.endpoint(*server);
    if (!endpoint)
        return endpoint.error();
    // The code works once: whatever may fail here comes before it.
    auto book = books.add(*server);
    if (!book)
        return book.error();
    const QString as = arguments.has("as") ? arguments.value("as") : QSysInfo::machineHostName();
    const auto role = enrolNow(*endpoint, arguments.value("code"), as, remote.patience());
    if (!role)
        return Error{role.error().code, visibleText(role.error().subject), visibleText(role.error().detail)};
    if (const Status kept = book->put(); !kept)
        return kept.error();
    return {QStringLiteral("enrolled with %1 as %2; use --server %1\n").arg(visibleText(server->name), roleWord(*role)),
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
