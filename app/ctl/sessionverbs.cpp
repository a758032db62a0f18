// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/table.h"
#include "app/ctl/verblist.h"
#include "models/base/bytesize.h"
#include "models/base/counted.h"
#include "models/base/standardfiles.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/policy/sessionfilter.h"

#include <QFile>
#include <QLocale>
#include <QSet>

#include <cstdio>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

QString destinationText(const QString& host, std::uint16_t port)
{
    return QStringLiteral("%1:%2").arg(visibleText(host), QString::number(port));
}

Answer endedAnswer(const QJsonObject& json, const QString& head)
{
    const QJsonArray ended = json.value(Name("ended")).toArray();
    QString text = head + QStringLiteral("ended %1\n").arg(counted(ended.size(), "connection"));
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

// Which of the words named nothing that was ended.
QStringList notEnded(const QStringList& words, const QJsonObject& json)
{
    QSet<QString> ended;
    const QJsonArray connections = json.value(Name("ended")).toArray();
    for (const QJsonValue& value : connections) {
        if (const auto connection = endedConnectionFromJson(value.toObject())) {
            ended.insert(QStringLiteral("c%1").arg(connection->id));
            ended.insert(QString::number(connection->session));
        }
    }
    QStringList missing;
    for (const QString& word : words) {
        const bool isConnection = word.startsWith(u'c');
        const qulonglong id = QStringView(word).sliced(isConnection ? 1 : 0).toULongLong();
        if (!ended.contains((isConnection ? QStringLiteral("c") : QString()) + QString::number(id)))
            missing.append(word);
    }
    return missing;
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

Result<QJsonObject> fitting(Remote& remote, const QString& filter)
{
    return remote.call(QStringLiteral("sessions.list"), {{Name("filter"), filter}});
}

Result<Table> sessionsTable(const QJsonObject& answer)
{
    QHash<SessionId, Session> sessions;
    const QJsonArray holders = answer.value(Name("sessions")).toArray();
    for (const QJsonValue& value : holders) {
        const auto session = sessionFromJson(value.toObject());
        if (!session)
            return session.error();
        sessions.insert(session->id, *session);
    }
    Table table({QStringLiteral("SESSION"), QStringLiteral("CONNECTION"), QStringLiteral("TYPE"),
        QStringLiteral("USER"), QStringLiteral("COMPUTER"), QStringLiteral("CLIENT"), QStringLiteral("PROGRAM"),
        QStringLiteral("DESTINATION"), QStringLiteral("SENT"), QStringLiteral("RECEIVED"), QStringLiteral("SINCE")});
    const QJsonArray connections = answer.value(Name("connections")).toArray();
    for (const QJsonValue& value : connections) {
        const auto connection = connectionFromJson(value.toObject());
        if (!connection)
            return connection.error();
        const Session session = sessions.value(connection->session);
        table.add(
            {QString::number(session.id), QStringLiteral("c%1").arg(connection->id), sessionTypeWord(session.type),
                session.user, session.computer, session.client.toString(), session.application,
                destinationText(connection->host, connection->port), byteSize(connection->bytesSent, QLocale::c()),
                byteSize(connection->bytesReceived, QLocale::c()), timeText(connection->start)});
    }
    return table;
}

// Whether somebody can be asked.
bool hasTerminal()
{
    return isTerminal(0) && isTerminal(2);
}

void say(const QString& text)
{
    const QByteArray bytes = printable(text).toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

// A filter that may fit more than was meant: shows what it fits, and asks. What was shown is ended, no more. Nothing:
// go on; else how the verb ends.
std::optional<Answer> confirm(Remote& remote, const QString& filter, QJsonObject& params)
{
    const auto found = fitting(remote, filter);
    if (!found)
        return Answer(found.error());
    const auto table = sessionsTable(*found);
    if (!table)
        return Answer(table.error());
    const QJsonArray connections = found->value(Name("connections")).toArray();
    if (connections.isEmpty())
        return Answer(QStringLiteral("no sessions fit; ended 0 connections\n"), {{Name("ended"), QJsonArray()}});
    say(table->text());
    if (!hasTerminal()) {
        return Answer::usage(QStringLiteral("--filter"),
            QStringLiteral("\"%1\" fits %2, by more than exact words; add --yes to end them, or write it exactly, such "
                           "as program:=aim.exe")
                .arg(visibleText(excerpt(filter)), counted(connections.size(), "connection")));
    }
    say(QStringLiteral("End %1? [y/N] ").arg(counted(connections.size(), "connection")));
    QFile input;
    const QByteArray reply
        = input.open(stdin, QIODevice::ReadOnly) ? input.readLine().trimmed() : QByteArray(); // the whole line
    if (reply.compare("y", Qt::CaseInsensitive) != 0 && reply.compare("yes", Qt::CaseInsensitive) != 0)
        return Answer(
            Error{ErrorCode::InvalidValue, QStringLiteral("disconnect"), QStringLiteral("nothing was ended")});
    QJsonArray ids;
    for (const QJsonValue& connection : connections)
        ids.append(connection.toObject().value(Name("id")));
    params.insert(Name("connections"), ids);
    return std::nullopt;
}

} // namespace

Answer listSessions(Remote& remote, const Arguments& arguments)
{
    const QString filter = arguments.value("filter");
    if (const auto parsed = SessionFilter::parse(filter); !parsed)
        return Answer::usage(parsed.error().subject, parsed.error().detail);
    const auto answer = fitting(remote, filter);
    if (!answer)
        return answer.error();
    const auto table = sessionsTable(*answer);
    if (!table)
        return table.error();
    return {table->isEmpty() ? QStringLiteral("no sessions\n") : table->text(), *answer};
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
    if (arguments.has("filter")) {
        const QString text = arguments.value("filter");
        const auto filter = SessionFilter::parse(text);
        if (!filter)
            return Answer::usage(filter.error().subject, filter.error().detail);
        if (filter->isExact() || arguments.has("yes"))
            params.insert(Name("filter"), text);
        else if (const auto end = confirm(remote, text, params))
            return *end;
    }
    if (!sessions.isEmpty())
        params.insert(Name("sessions"), sessions);
    if (!connections.isEmpty())
        params.insert(Name("connections"), connections);
    const auto answer = remote.call(QStringLiteral("sessions.disconnect"), params);
    if (!answer)
        return answer.error();
    const QStringList missing = notEnded(arguments.words, *answer);
    if (!missing.isEmpty() && missing.size() == arguments.words.size())
        return Error{
            ErrorCode::NotFound, missing.join(u' '), QStringLiteral("no such session or connection; see sessions")};
    Answer ended = endedAnswer(*answer, {});
    if (missing.isEmpty())
        return ended;
    ended.text += QStringLiteral("not found: %1\n").arg(subjectText(missing.join(u' ')));
    return ended.withoutSuccess();
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
