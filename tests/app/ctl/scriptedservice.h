// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>

namespace sallyport
{

// A service that lets in, and then answers the methods it has an answer to; or does not even let in.
class ScriptedService
{
public:
    // Of each method the member "result" or "error" of its answer.
    using Answers = QHash<QString, QJsonObject>;

    ScriptedService(const QString& path, bool letsIn, const Answers& answers = {})
    {
        m_server.listen(path);
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this, letsIn, answers] {
            QLocalSocket* socket = m_server.nextPendingConnection();
            if (!letsIn)
                return;
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket, answers] {
                while (socket->canReadLine())
                    take(*socket, QJsonDocument::fromJson(socket->readLine()).object(), answers);
            });
        });
    }
    const QStringList& asked() const { return m_asked; }

private:
    void take(QLocalSocket& socket, const QJsonObject& call, const Answers& answers)
    {
        const QString method = call.value(QStringLiteral("method")).toString();
        m_asked.append(method);
        const QJsonObject hello{{QStringLiteral("server"), QStringLiteral("gate")},
            {QStringLiteral("version"), QStringLiteral("1")}, {QStringLiteral("protocol"), 1},
            {QStringLiteral("user"), QStringLiteral("anna")}, {QStringLiteral("role"), QStringLiteral("viewer")}};
        QJsonObject answer = answers.value(method);
        if (method == QStringLiteral("hello"))
            answer = {{QStringLiteral("result"), hello}};
        if (answer.isEmpty())
            return;
        answer.insert(QStringLiteral("jsonrpc"), QStringLiteral("2.0"));
        answer.insert(QStringLiteral("id"), call.value(QStringLiteral("id")));
        socket.write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
    }

    QLocalServer m_server;
    QStringList m_asked;
};

} // namespace sallyport
