// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/logwords.h"
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"

#include <algorithm>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

// The parameters that lists share.
Result<QJsonObject> pageParams(const Arguments& arguments)
{
    const auto limit = arguments.number("limit", 50, 1, 10000);
    if (!limit)
        return limit.error();
    const auto before = arguments.number("before", 0, 1, greatestNumber);
    if (!before)
        return before.error();
    return QJsonObject{{Name("limit"), *limit}, {Name("before"), *before}};
}

QString textOf(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1StringView(name)).toVariant().toString();
}

// "stopped by anna", "failed: the port is taken", of a service that has no endpoint.
QString whyNot(const QJsonObject& status, ServiceName name)
{
    const QJsonArray services = status.value(Name("services")).toArray();
    for (const QJsonValue& value : services) {
        const auto service = serviceStatusFromJson(value.toObject());
        if (service && service->name == name && service->state != ServiceState::Running)
            return service->state == ServiceState::Stopped && !service->detail.isEmpty()
                ? service->detail
                : QString(serviceStateWord(service->state) + u' ' + service->detail).trimmed();
    }
    return {};
}

// What the deciders of refused rows are looked up in. None when it can't be had: the rows are shown all the same.
std::optional<Policy> policyForRefusals(Remote& remote, const QJsonArray& rows)
{
    if (std::none_of(rows.begin(), rows.end(), [](const QJsonValue& row) { return isRefusal(row.toObject()); }))
        return std::nullopt;
    const auto head = remote.policy();
    return head ? std::optional(head->policy) : std::nullopt;
}

} // namespace

Answer showStatus(Remote& remote, const Arguments&)
{
    const auto status = remote.call(QStringLiteral("status"));
    if (!status)
        return status.error();
    QString text;
    const auto line = [&text](const char* label, const QString& value) {
        text += QString(QLatin1StringView(label)).leftJustified(18)
            + (value.isEmpty() ? QStringLiteral("-") : visibleText(value)) + QLatin1Char('\n');
    };
    const QJsonObject endpoints = status->value(Name("endpoints")).toObject();
    line("Server", textOf(*status, "server"));
    line("Version", textOf(*status, "version"));
    line("Up since", timeText(status->value(Name("started"))));
    line("Policy revision", textOf(*status, "revision"));
    line("Sessions", textOf(*status, "sessions"));
    line("Connections", textOf(*status, "connections"));
    line("Log rows dropped", textOf(*status, "logDropped"));
    const auto service = [&](const char* label, ServiceName name, const char* endpoint) {
        const QString where = textOf(endpoints, endpoint);
        line(label, where.isEmpty() ? whyNot(*status, name) : where);
    };
    service("Web Proxy", ServiceName::WebProxy, "webProxy");
    service("SOCKS", ServiceName::Socks, "socks");
    service("Firewall Client", ServiceName::Firewall, "firewallClient");
    line("Fingerprint", textOf(*status, "fingerprint"));
    const QJsonArray problems = status->value(Name("problems")).toArray();
    bool wrong = false;
    for (const QJsonValue& value : problems) {
        const auto problem = problemFromJson(value.toObject());
        const bool isError = problem && problem->severity == Severity::Error;
        line(isError ? "Error" : "Warning", problem ? problem->error.text() : QString());
        wrong = wrong || isError;
    }
    Answer answer(text, *status);
    return wrong ? answer.withoutSuccess() : answer;
}

Answer listClients(Remote& remote, const Arguments&)
{
    const auto answer = remote.list(QStringLiteral("clients.list"), ListPages(Name("clients")));
    if (!answer)
        return answer.error();
    const QString current = answer->value(Name("current")).toObject().value(Name("version")).toString();
    Table table({QStringLiteral("COMPUTER"), QStringLiteral("ADDRESS"), QStringLiteral("REVISION"),
        QStringLiteral("STATE"), QStringLiteral("LAST FETCH"), QStringLiteral("SINCE")});
    const QJsonArray clients = answer->value(Name("clients")).toArray();
    for (const QJsonValue& value : clients) {
        const auto fetch = clientFetchFromJson(value.toObject());
        if (!fetch)
            return fetch.error();
        table.add({fetch->computer, fetch->address.toString(), QString::number(fetch->revision),
            fetch->version == current ? QStringLiteral("current") : QStringLiteral("stale"), timeText(fetch->fetched),
            timeText(fetch->since)});
    }
    return {table.isEmpty() ? QStringLiteral("no client has fetched the file yet\n") : table.text(), *answer};
}

Answer listAudit(Remote& remote, const Arguments& arguments)
{
    const auto params = pageParams(arguments);
    if (!params)
        return Answer::usage(params.error().subject, params.error().detail);
    const auto answer
        = remote.list(QStringLiteral("audit.list"), ListPages(Name("records"), ListPages::Order::Before, *params));
    if (!answer)
        return answer.error();
    Table table({QStringLiteral("NUMBER"), QStringLiteral("TIME"), QStringLiteral("WHO"), QStringLiteral("FROM"),
        QStringLiteral("ACTION"), QStringLiteral("END"), QStringLiteral("WHAT")});
    const QJsonArray records = answer->value(Name("records")).toArray();
    for (const QJsonValue& value : records) {
        const auto record = auditRecordFromJson(value.toObject());
        if (!record)
            return record.error();
        table.add({QString::number(record->number), timeText(record->time), record->who, record->from, record->action,
            record->done ? QStringLiteral("done") : QStringLiteral("refused"), record->what});
    }
    return {table.text(), *answer};
}

Answer listLog(Remote& remote, const Arguments& arguments)
{
    auto params = pageParams(arguments);
    if (!params)
        return Answer::usage(params.error().subject, params.error().detail);
    if (arguments.has("text"))
        params->insert(Name("text"), arguments.value("text"));
    const auto answer
        = remote.list(QStringLiteral("log.query"), ListPages(Name("rows"), ListPages::Order::Before, *params));
    if (!answer)
        return answer.error();
    if (arguments.has("json"))
        return {QString(), *answer};
    const QJsonArray rows = answer->value(Name("rows")).toArray();
    const auto policy = policyForRefusals(remote, rows);
    Table table({QStringLiteral("NUMBER"), QStringLiteral("TIME"), QStringLiteral("TYPE"), QStringLiteral("WHAT"),
        QStringLiteral("CLIENT"), QStringLiteral("USER"), QStringLiteral("AGENT"), QStringLiteral("DESTINATION"),
        QStringLiteral("STATUS"), QStringLiteral("RULE")});
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        table.add({textOf(row, "number"), timeText(row.value(Name("time"))), textOf(row, "way"),
            textOf(row, "operation"), textOf(row, "client"), textOf(row, "user"), textOf(row, "agent"),
            QStringLiteral("%1:%2").arg(textOf(row, "host"), textOf(row, "port")),
            logStatusText(row.value(Name("status")).toInt()),
            policy ? logDeciderText(row, *policy) : textOf(row, "rule1")});
    }
    return {table.text(), *answer};
}

Answer listConsoles(Remote& remote, const Arguments&)
{
    const auto answer = remote.call(QStringLiteral("consoles.list"));
    if (!answer)
        return answer.error();
    Table table(
        {QStringLiteral("NAME"), QStringLiteral("ROLE"), QStringLiteral("ENROLLED"), QStringLiteral("FINGERPRINT")});
    const QJsonArray consoles = answer->value(Name("consoles")).toArray();
    for (const QJsonValue& value : consoles) {
        const QJsonObject console = value.toObject();
        table.add({textOf(console, "name"), textOf(console, "role"), timeText(console.value(Name("enrolled"))),
            textOf(console, "fingerprint")});
    }
    return {table.isEmpty() ? QStringLiteral("no console is enrolled\n") : table.text(), *answer};
}

Answer revokeConsole(Remote& remote, const Arguments& arguments)
{
    const auto answer
        = remote.call(QStringLiteral("consoles.revoke"), {{Name("fingerprint"), arguments.words.first()}});
    return answer ? Answer(QStringLiteral("revoked\n"), *answer) : Answer(answer.error());
}

} // namespace sallyport
