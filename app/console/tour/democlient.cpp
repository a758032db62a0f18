// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tour/democlient.h"

namespace sallyport
{

DemoEcho::DemoEcho(QObject* parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &DemoEcho::accept);
}

void DemoEcho::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

DemoClient::DemoClient(const Identity& identity, const QString& service, QObject* parent)
    : QObject(parent)
    , m_identity(identity)
    , m_service(service)
{
    connect(&m_socket, &QTcpSocket::readyRead, this, &DemoClient::read);
}

void DemoClient::connectTo(quint16 port)
{
    const QByteArray place = "127.0.0.1:" + QByteArray::number(port);
    start("CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n");
}

void DemoClient::fetch(const QByteArray& path)
{
    start("GET " + path + " HTTP/1.1\r\nHost: " + m_service.toLatin1() + "\r\nConnection: close\r\n");
}

void DemoClient::start(const QByteArray& request)
{
    const QByteArray head = request + "Sallyport-Application: " + m_identity.program
        + "\r\nSallyport-User: " + m_identity.user + "\r\nSallyport-Computer: " + m_identity.computer + "\r\n\r\n";
    connect(&m_socket, &QTcpSocket::connected, this, [this, head] { m_socket.write(head); });
    m_socket.connectToHost(m_service.section(u':', 0, -2), static_cast<quint16>(m_service.section(u':', -1).toUInt()));
}

void DemoClient::read()
{
    m_received += m_socket.readAll();
    if (m_status)
        return;
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    m_status = m_received.mid(m_received.indexOf(' ') + 1, 3).toInt();
    m_received.remove(0, end + 4);
}

} // namespace sallyport
