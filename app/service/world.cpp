// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/world.h"

#include "models/base/visibletext.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <ctime>

#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport
{

namespace
{

void writeMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    const char* level = "debug";
    switch (type) {
    case QtDebugMsg:
        break;
    case QtInfoMsg:
        level = "info";
        break;
    case QtWarningMsg:
        level = "warning";
        break;
    case QtCriticalMsg:
    case QtFatalMsg:
        level = "error";
        break;
    }
    printLine(stderr, QString(QLatin1StringView(level) + QStringLiteral(": ") + message));
}

} // namespace

void prepareProcess()
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    std::signal(SIGPIPE, SIG_IGN);
    umask(077);
}

// Not by std::chrono::system_clock, whose nanoseconds end in 2262 and go on in 1677.
TimePoint ServiceClock::now() const
{
    constexpr std::int64_t lastSecond = (std::int64_t(1) << 53) / 1000000 - 1;
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    const std::int64_t second = std::clamp<std::int64_t>(time.tv_sec, 0, lastSecond);
    return TimePoint(
        std::chrono::seconds(second) + std::chrono::microseconds(second == time.tv_sec ? time.tv_nsec / 1000 : 0));
}

bool runsAsRoot()
{
    return geteuid() == 0;
}

void printLine(std::FILE* to, const QString& text)
{
    std::fprintf(to, "%s\n", visibleText(text).toUtf8().constData());
}

void printError(const Error& error)
{
    printLine(stderr, QString(QStringLiteral("sallyportd: ") + error.text()));
}

void logToStandardError()
{
    qInstallMessageHandler(writeMessage);
}

StopSignals::StopSignals()
{
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTERM);
    sigaddset(&stops, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stops, nullptr);
    m_descriptor = signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::onReadable);
}

StopSignals::~StopSignals()
{
    m_notifier.reset();
    close(m_descriptor);
}

void StopSignals::onReadable()
{
    signalfd_siginfo info{};
    if (read(m_descriptor, &info, sizeof info) == ssize_t(sizeof info))
        emit stopRequested();
}

InputEnd::InputEnd()
    : m_notifier(std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read))
{
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &InputEnd::onReadable);
}

InputEnd::~InputEnd() = default;

void InputEnd::onReadable()
{
    std::array<char, 4096> ignored;
    const ssize_t n = read(STDIN_FILENO, ignored.data(), ignored.size());
    if (n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN)))
        return;
    m_notifier->setEnabled(false);
    emit reached();
}

} // namespace sallyport
