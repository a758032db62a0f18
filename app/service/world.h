// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/error.h"

#include <QObject>
#include <QSocketNotifier>

#include <cstdio>
#include <memory>

namespace sallyport
{

// What the process asks of the operating system once, before any thread exists.

// As many open files as the hard limit allows: each connection is two of them. SIGPIPE is ignored.
void prepareProcess();
bool runsAsRoot();
// The one way of text onto standard output and standard error: a line, with whatever a peer put into it written out by
// visibleText().
void printLine(std::FILE* to, const QString& text);
void printError(const Error& error); // "sallyportd: …" on standard error
// Messages as one such line on standard error: "warning: …".
void logToStandardError();

// The computer's clock where it shows a time that can be written, sent and read again: 1970 to the year 2255, when
// microseconds outgrow the numbers of JSON. Before and behind that it stands still.
class ServiceClock final : public Clock
{
public:
    TimePoint now() const override;
};

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
