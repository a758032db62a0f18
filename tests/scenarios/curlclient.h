// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTcpServer>

namespace sallyport
{

// Answers every request with a body that never ends, so that whoever asked stays connected.
class EndlessOrigin : public QObject
{
public:
    EndlessOrigin();

    QString url() const;

private:
    QTcpServer m_server;
};

// One program of one user of the computer "PC-17", played by curl: connected until somebody ends it.
class CurlClient : public QProcess
{
public:
    ~CurlClient() override;

    // `firewallClient` is the address of the service, as it says when it is ready. At the end curl writes what the
    // service answered, "[403]".
    void ask(const QString& firewallClient, const QString& program, const QString& user, const QString& url);
    // Has had all that an EndlessOrigin sends, and is connected still.
    bool isUp() const { return state() == Running && bytesAvailable() == 5; }
    bool isCut() const { return state() == NotRunning; }
};

} // namespace sallyport
