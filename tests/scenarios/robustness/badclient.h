// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sallyport::test
{

// Bytes no honest client sends, and how the listener must answer them.
struct ListenerCase {
    enum class Answer {
        Status, // an HTTP reply with that status, then the connection is closed or stays open
        SocksRejected, // a SOCKS 4 reply 91, then the connection is closed
        Closed, // no byte, the connection is closed
    };
    QByteArray name;
    QByteArray bytes;
    Answer answer = Answer::Status;
    int status = 0; // with Status
    bool half = false; // the client ends its side after the bytes
};

// The corpus of bad HTTP requests (tests/data/http/requests/bad), which both HTTP listeners must refuse alike.
QList<ListenerCase> badHttpRequests();
QList<ListenerCase> badWebProxyRequests(quint16 ownPort, quint16 closedPort);
// `disabled` is a program whose entry says Disable=1.
QList<ListenerCase> badFirewallClientRequests(quint16 closedPort, const QByteArray& disabled);
QList<ListenerCase> badSocksRequests(quint16 closedPort);

// Sends the bytes to 127.0.0.1 and says what differs from the answer that is due; empty when nothing does.
QString tryCase(quint16 port, const ListenerCase& listenerCase);

// A SOCKS 4 request with a name (4A).
QByteArray socksRequest(
    char command, quint16 port, const QByteArray& address, const QByteArray& user, const QByteArray& name = {});

} // namespace sallyport::test
