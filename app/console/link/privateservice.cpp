// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/privateservice.h"

#include "models/base/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <chrono>
#include <cstring>

using namespace std::chrono_literals;

namespace sallyport
{

namespace
{
// The service gives its disks five seconds at the end, and one more to each thing that has to wait even so.
constexpr auto stopPatience = 10s;
constexpr qsizetype longestSaid = 400; // characters of its last words
} // namespace

PrivateService::PrivateService(const Options& options, QObject* parent)
    : QObject(parent)
    , m_options(options)
{
    if (m_options.program.isEmpty())
        m_options.program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("sallyportd"));
    m_again.setSingleShot(true);
    m_again.setInterval(500ms);
    connect(&m_again, &QTimer::timeout, this, &PrivateService::start);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PrivateService::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this, &PrivateService::readErrors);
    connect(&m_process, &QProcess::finished, this, &PrivateService::ended);
    connect(&m_process, &QProcess::errorOccurred, this, &PrivateService::couldNotStart);
}

PrivateService::~PrivateService()
{
    stop();
}

void PrivateService::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    // The service makes it, and takes none that others may write: made under another umask, or restored, it is such.
    if (QFile::exists(m_options.dataFolder))
        QFile::setPermissions(m_options.dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Its standard input is a pipe that ends with this program, so even a console that is killed leaves no service
    // behind.
    QStringList arguments{QStringLiteral("--data"), m_options.dataFolder, QStringLiteral("--until-stdin-closes")};
    if (m_options.ephemeral)
        arguments.append(QStringLiteral("--ephemeral"));
    m_stopping = false;
    m_lines.clear();
    m_errorLines.clear();
    m_lastError.clear();
    m_served = false;
    m_process.start(m_options.program, arguments, QIODevice::ReadWrite);
}

void PrivateService::stop()
{
    m_stopping = true;
    m_again.stop();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(int(std::chrono::milliseconds(stopPatience).count()))) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

void PrivateService::readLines()
{
    m_lines += m_process.readAllStandardOutput();
    qsizetype end = 0;
    while ((end = m_lines.indexOf('\n')) >= 0) {
        const QJsonObject line = QJsonDocument::fromJson(m_lines.left(end)).object();
        m_lines.remove(0, end + 1);
        if (!line.value(QStringLiteral("ready")).toBool())
            continue;
        m_ready = {line.value(QStringLiteral("control")).toString(),
            line.value(QStringLiteral("controlTls")).toString(), line.value(QStringLiteral("webProxy")).toString(),
            line.value(QStringLiteral("socks")).toString(), line.value(QStringLiteral("firewallClient")).toString()};
        m_again.setInterval(500ms);
        m_served = true;
        // What it said while it started is no reason any more, and may arrive behind this line.
        QTimer::singleShot(0, this, [this] { m_lastError.clear(); });
        emit becameReady();
    }
}

// Warnings and what it says while all is well are no reasons for its end.
void PrivateService::readErrors()
{
    m_errorLines += m_process.readAllStandardError();
    if (m_process.state() == QProcess::NotRunning)
        m_errorLines += '\n'; // there may be none behind its last words
    qsizetype end = 0;
    while ((end = m_errorLines.indexOf('\n')) >= 0) {
        const QString line = QString::fromUtf8(m_errorLines.left(end)).trimmed();
        m_errorLines.remove(0, end + 1);
        for (const auto prefix : {"error: ", "sallyportd: "}) {
            if (line.startsWith(QLatin1StringView(prefix)))
                m_lastError = line.mid(static_cast<qsizetype>(std::strlen(prefix)));
        }
    }
}

// What the service said is English, and another program's: it is quoted.
QString PrivateService::howItEnded() const
{
    const int code = m_process.exitCode();
    // Qt gives the number of the signal as the exit code then. What it said before is no reason for that.
    if (m_process.exitStatus() == QProcess::CrashExit)
        return tr("The private service was ended by signal %1 (%2); it is being started again.")
            .arg(code)
            .arg(QString::fromLocal8Bit(strsignal(code)));
    const QString said = excerpt(m_lastError, longestSaid);
    if (code == 0)
        return said.isEmpty() ? tr("The private service ended; it is being started again.")
                              : tr("The private service ended, saying “%1”; it is being started again.").arg(said);
    return said.isEmpty() ? tr("The private service ended with code %1; it is being started again.").arg(code)
                          : tr("The private service ended with code %1, saying “%2”; it is being started again.")
                                .arg(QString::number(code), said);
}

void PrivateService::ended()
{
    if (m_stopping)
        return;
    readErrors();
    tryAgain({ErrorCode::Unreachable, m_options.program, howItEnded()});
}

void PrivateService::couldNotStart(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    tryAgain({ErrorCode::NotFound, m_options.program,
        tr("The private service could not be started: %1").arg(m_process.errorString())});
}

void PrivateService::tryAgain(const Error& error)
{
    m_again.start();
    m_again.setInterval(std::min<std::chrono::milliseconds>(m_again.intervalAsDuration() * 2, 10s));
    emit failed(error, m_served);
}

} // namespace sallyport
