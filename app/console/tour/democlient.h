// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace sallyport
{

// A server on loopback that sends back what it gets: what the demo client connects to.
class DemoEcho final : public QObject
{
    Q_OBJECT

public:
    explicit DemoEcho(QObject* parent = nullptr);
    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    quint16 port() const { return m_server.serverPort(); }

private:
    void accept();

    QTcpServer m_server;
};

// One connection of a Firewall Client as the tour shows it: a program of a user on a computer asks for the echo server.
class DemoClient final : public QObject
{
    Q_OBJECT

public:
    struct Identity {
        QByteArray program;
        QByteArray user;
        QByteArray computer;
    };

    // `service` is the Firewall Client listener as "IP:PORT".
    DemoClient(const Identity& identity, const QString& service, QObject* parent = nullptr);

    void connectTo(quint16 port);
    void fetch(const QByteArray& path);
    void send(const QByteArray& bytes) { m_socket.write(bytes); }

    int status() const { return m_status; } // of HTTP; 0: no answer yet
    bool isUp() const { return m_status == 200 && m_socket.state() == QAbstractSocket::ConnectedState; }
    bool isCut() const { return m_status == 200 && m_socket.state() == QAbstractSocket::UnconnectedState; }
    const QByteArray& received() const { return m_received; } // after the answer's head

private:
    void start(const QByteArray& request);
    void read();

    Identity m_identity;
    QString m_service;
    QTcpSocket m_socket;
    QByteArray m_received;
    int m_status = 0;
};

} // namespace sallyport
