// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace sallyport::test
{

// A sallyportd of its own: free loopback ports, a temporary folder, stopped at the end.
class RealService
{
public:
    ~RealService();

    // Starts it, with these options besides, and waits for its ready line; after stop() once more, over the same data.
    // The text says why it failed; empty when it is up.
    QString start(const QStringList& options = {});
    // Ends it as an init system would, and says what was wrong with that: a crash, a sanitizer's report. Empty when
    // clean.
    QString stop();

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    QString controlSocket() const { return m_ready.value(QLatin1StringView("control")).toString(); }
    // "IP:PORT" of "webProxy", "socks", "firewallClient" or "controlTls".
    quint16 port(QLatin1StringView listener) const;
    QString dataFolder() const { return m_folder.path(); } // "data" in it is what the service was given
    int openDescriptors() const; // of the process, by /proc

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QJsonObject m_ready;
};

} // namespace sallyport::test
