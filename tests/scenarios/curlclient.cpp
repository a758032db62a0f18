// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenarios/curlclient.h"

#include <QTcpSocket>

namespace sallyport
{

EndlessOrigin::EndlessOrigin()
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (socket->readAll().contains("\r\n\r\n"))
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbegun");
        });
    });
}

QString EndlessOrigin::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort());
}

CurlClient::~CurlClient()
{
    kill();
    waitForFinished();
}

void CurlClient::ask(const QString& firewallClient, const QString& program, const QString& user, const QString& url)
{
    start(QStringLiteral("curl"),
        {QStringLiteral("-sSN"), QStringLiteral("--max-time"), QStringLiteral("120"), QStringLiteral("--proxytunnel"),
            QStringLiteral("--noproxy"), QString(), QStringLiteral("--proxy"),
            QStringLiteral("http://") + firewallClient, QStringLiteral("--proxy-header"),
            QStringLiteral("Sallyport-Application: ") + program, QStringLiteral("--proxy-header"),
            QStringLiteral("Sallyport-User: ") + user, QStringLiteral("--proxy-header"),
            QStringLiteral("Sallyport-Computer: PC-17"), QStringLiteral("--write-out"),
            QStringLiteral("[%{http_connect}]"), url});
}

} // namespace sallyport
