// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace sallyport
{

// What the process asks of the operating system once, before any thread exists.

// As many open files as the hard limit allows: each connection is two of them. SIGPIPE is ignored.
void prepareProcess();
// Messages as one plain line on standard error: "warning: …".
void logToStandardError();

// SIGTERM and SIGINT as a Qt signal. Make it before the first thread: threads inherit that both are blocked.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    StopSignals();
    ~StopSignals() override;

signals:
    void stopRequested();

private:
    void onReadable();

    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

// Says that standard input reached its end; what comes before it is thrown away. A pipe ends when the last program that
// holds its other end is gone, however it died.
class InputEnd : public QObject
{
    Q_OBJECT

public:
    InputEnd();
    ~InputEnd() override;

signals:
    void reached();

private:
    void onReadable();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sallyport
