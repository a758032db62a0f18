// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/connected.h"

#include "app/console/link/answerlist.h"
#include "app/console/link/server.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/items/texts.h"

#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

QList<SessionType> typesOf(ServiceName service)
{
    switch (service) {
    case ServiceName::WebProxy:
        return {SessionType::WebProxy};
    case ServiceName::Socks:
        return {SessionType::Socks};
    case ServiceName::Firewall:
        break;
    }
    return {SessionType::FirewallClient, SessionType::SecureNat};
}

// What fits their sessions alone: there may be more of the others than an answer holds.
QString filterOf(const QList<ServiceName>& services)
{
    QStringList words;
    for (const ServiceName service : services) {
        for (const SessionType type : typesOf(service))
            words.append(sessionTypeWord(type));
    }
    return QStringLiteral("type:=") + words.join(u'|');
}

QString exampleOf(const Session& session)
{
    const QString who = session.user.isEmpty() ? session.client.toString() : session.user;
    const QString program = session.application.isEmpty() ? texts::sessionType(session.type) : session.application;
    return visibleText(QString(who + QStringLiteral(" · ") + program));
}

// Of a connection no more is read than whose it is: there may be thousands.
Result<Connected> count(const QJsonObject& answer)
{
    const Result<QList<Session>> sessions = readList(answer, QStringLiteral("sessions"), &sessionFromJson);
    if (!sessions)
        return sessions.error();
    QHash<SessionId, int> held;
    const QJsonArray connections = answer.value(QStringLiteral("connections")).toArray();
    for (const QJsonValue& connection : connections)
        ++held[static_cast<SessionId>(connection[QLatin1StringView("session")].toInteger())];
    Connected connected;
    QSet<QString> users;
    QSet<QString> computers;
    QHash<QString, int> examples;
    for (const Session& session : *sessions) {
        const int open = held.value(session.id);
        if (open == 0)
            continue;
        connected.connections += open;
        session.user.isEmpty() ? computers.insert(session.client.toString()) : users.insert(session.user);
        examples[exampleOf(session)] += open;
    }
    connected.users = static_cast<int>(users.size());
    connected.computers = static_cast<int>(computers.size());
    connected.examples = examples.keys();
    std::sort(connected.examples.begin(), connected.examples.end(), [&examples](const QString& a, const QString& b) {
        return std::pair(-examples.value(a), a) < std::pair(-examples.value(b), b);
    });
    return connected;
}

} // namespace

void askConnected(Server& server, const QList<ServiceName>& services, QObject* context, const Told<Connected>& done)
{
    server.link().call(QStringLiteral("sessions.list"), {{QStringLiteral("filter"), filterOf(services)}}, context,
        [done](
            const Result<QJsonObject>& answer) { done(answer ? count(*answer) : Result<Connected>(answer.error())); });
}

} // namespace sallyport
