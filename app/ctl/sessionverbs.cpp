// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/control/messages.h"

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

QString destinationText(const QString& host, std::uint16_t port)
{
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

Answer endedAnswer(const QJsonObject& json, const QString& head)
{
    const QJsonArray ended = json.value(Name("ended")).toArray();
    QString text = head + QStringLiteral("ended %1 connections\n").arg(ended.size());
    for (const QJsonValue& value : ended) {
        const auto connection = endedConnectionFromJson(value.toObject());
        if (!connection)
            return connection.error();
        text += QStringLiteral("  c%1 %2\n")
                    .arg(connection->id)
                    .arg(destinationText(connection->host, connection->port));
    }
    return {text, json};
}

Result<QString> servicesText(const QJsonObject& json)
{
    Table table({QStringLiteral("SERVICE"), QStringLiteral("STATE"), QStringLiteral("SINCE"),
        QStringLiteral("ENDPOINT"), QStringLiteral("CONNECTIONS"), QStringLiteral("DETAIL")});
    const QJsonArray services = json.value(Name("services")).toArray();
    for (const QJsonValue& value : services) {
        const auto status = serviceStatusFromJson(value.toObject());
        if (!status)
            return status.error();
        table.add({serviceWord(status->name), serviceStateWord(status->state), timeText(status->since),
            status->endpoint, QString::number(status->connections), status->detail});
    }
    return table.text();
}

Answer controlService(Remote& remote, const Arguments& arguments, const QString& action)
{
    const QString name = arguments.words.first();
    if (!serviceFromWord(name))
        return Answer::usage(name, QStringLiteral("there is no such service; use firewall, webProxy or socks"));
    const auto answer
        = remote.call(QStringLiteral("services.control"), {{Name("name"), name}, {Name("action"), action}});
    if (!answer)
        return answer.error();
    const auto services = servicesText(*answer);
    return services ? endedAnswer(*answer, *services) : Answer(services.error());
}

} // namespace

Answer listSessions(Remote& remote, const Arguments& arguments)
{
    const auto answer = remote.call(QStringLiteral("sessions.list"), {{Name("filter"), arguments.value("filter")}});
    if (!answer)
        return answer.error();
    QHash<SessionId, Session> sessions;
    const QJsonArray holders = answer->value(Name("sessions")).toArray();
    for (const QJsonValue& value : holders) {
        const auto session = sessionFromJson(value.toObject());
        if (!session)
            return session.error();
        sessions.insert(session->id, *session);
    }
    Table table({QStringLiteral("SESSION"), QStringLiteral("CONNECTION"), QStringLiteral("TYPE"),
        QStringLiteral("USER"), QStringLiteral("COMPUTER"), QStringLiteral("CLIENT"), QStringLiteral("PROGRAM"),
        QStringLiteral("DESTINATION"), QStringLiteral("SENT"), QStringLiteral("RECEIVED"), QStringLiteral("SINCE")});
    const QJsonArray connections = answer->value(Name("connections")).toArray();
    for (const QJsonValue& value : connections) {
        const auto connection = connectionFromJson(value.toObject());
        if (!connection)
            return connection.error();
        const Session session = sessions.value(connection->session);
        table.add({QString::number(session.id), QStringLiteral("c%1").arg(connection->id),
            sessionTypeWord(session.type), session.user, session.computer, session.client.toString(),
            session.application, destinationText(connection->host, connection->port), bytesText(connection->bytesSent),
            bytesText(connection->bytesReceived), timeText(connection->start)});
    }
    return {table.isEmpty() ? QStringLiteral("no sessions\n") : table.text(), *answer};
}

Answer disconnectSessions(Remote& remote, const Arguments& arguments)
{
    QJsonArray sessions;
    QJsonArray connections;
    for (const QString& word : arguments.words) {
        const bool isConnection = word.startsWith(u'c');
        bool isNumber = false;
        const qint64 id = word.mid(isConnection ? 1 : 0).toLongLong(&isNumber);
        if (!isNumber || id < 1)
            return Answer::usage(word, QStringLiteral("is no session (12) or connection (c34); see sessions"));
        (isConnection ? connections : sessions).append(id);
    }
    if (arguments.words.isEmpty() == !arguments.has("filter"))
        return Answer::usage(
            QStringLiteral("disconnect"), QStringLiteral("takes either ids or --filter (\"\" fits everything)"));
    QJsonObject params{{Name("reason"), arguments.value("reason")}};
    if (arguments.has("filter"))
        params.insert(Name("filter"), arguments.value("filter"));
    if (!sessions.isEmpty())
        params.insert(Name("sessions"), sessions);
    if (!connections.isEmpty())
        params.insert(Name("connections"), connections);
    const auto answer = remote.call(QStringLiteral("sessions.disconnect"), params);
    return answer ? endedAnswer(*answer, {}) : Answer(answer.error());
}

Answer serviceStatus(Remote& remote, const Arguments&)
{
    const auto answer = remote.call(QStringLiteral("services.list"));
    if (!answer)
        return answer.error();
    const auto services = servicesText(*answer);
    return services ? Answer(*services, *answer) : Answer(services.error());
}

Answer startService(Remote& remote, const Arguments& arguments)
{
    return controlService(remote, arguments, QStringLiteral("start"));
}

Answer stopService(Remote& remote, const Arguments& arguments)
{
    return controlService(remote, arguments, QStringLiteral("stop"));
}

Answer restartService(Remote& remote, const Arguments& arguments)
{
    return controlService(remote, arguments, QStringLiteral("restart"));
}

} // namespace sallyport
