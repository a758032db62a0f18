// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QTimer>

namespace sallyport
{

// The sallyportd of "this computer": started beside the console's own program, restarted when it dies, stopped when the
// console leaves, however it leaves. Belongs to the user interface's thread; start() returns at once.
class PrivateService : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString program; // empty: sallyportd in the folder of this program
        QString dataFolder;
        bool ephemeral = false; // free loopback ports instead of the policy's
    };
    // What the ready line says: paths and "IP:PORT" texts, empty where a listener is closed.
    struct Ready {
        QString control;
        QString controlTls;
        QString webProxy;
        QString socks;
        QString firewallClient;
    };

    explicit PrivateService(const Options& options, QObject* parent = nullptr);
    ~PrivateService() override; // stops it

    void start();
    // Asks it to end, which takes it six seconds at most, waits up to ten, then makes it.
    void stop();
    // Runs, or will be tried again.
    bool isActive() const { return m_process.state() != QProcess::NotRunning || m_again.isActive(); }
    const QString& dataFolder() const { return m_options.dataFolder; }
    qint64 processId() const { return m_process.processId(); }
    const Ready& ready() const { return m_ready; }

signals:
    void becameReady();
    // It ended or could not start; it is tried again after a growing pause (0.5 s to 10 s), unless stop() is called.
    // `served`: it had been ready.
    void failed(const sallyport::Error& error, bool served);

private:
    void readLines();
    void ended();
    void couldNotStart(QProcess::ProcessError error);
    void readErrors();
    QString howItEnded() const;
    void tryAgain(const Error& error);

    Options m_options;
    QProcess m_process;
    QTimer m_again;
    Ready m_ready;
    QByteArray m_lines;
    QByteArray m_errorLines; // of its standard error, the part without an end
    QString m_lastError; // it named there
    bool m_stopping = false;
    bool m_served = false;
};

} // namespace sallyport
