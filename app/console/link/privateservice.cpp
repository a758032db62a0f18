// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/privateservice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport
{

namespace
{
// The service gives its disks five seconds at the end, and one more to each thing that has to wait even so.
constexpr auto stopPatience = 10s;
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
    // The service makes it, and takes none that others may write; consoles used to make it as the umask had it.
    if (QFile::exists(m_options.dataFolder))
        QFile::setPermissions(m_options.dataFolder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    // Its standard input is a pipe that ends with this program, so even a console that is killed leaves no service
    // behind.
    QStringList arguments{QStringLiteral("--data"), m_options.dataFolder, QStringLiteral("--until-stdin-closes")};
    if (m_options.ephemeral)
        arguments.append(QStringLiteral("--ephemeral"));
    m_stopping = false;
    m_lines.clear();
    m_lastWords.clear();
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

void PrivateService::restartEphemeral()
{
    stop();
    m_options.ephemeral = true;
    start();
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
        emit becameReady();
    }
}

void PrivateService::ended()
{
    if (m_stopping)
        return;
    const QString words = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    const QString tail = words.section(u'\n', -1);
    const QString last = tail.startsWith(u"info:") ? QString() : tail; // it said nothing of its end
    emit failed({ErrorCode::Unreachable, m_options.program,
        last.isEmpty() ? tr("The private service ended; it is being started again.")
                       : tr("The private service ended: %1").arg(last)});
    m_again.start();
    m_again.setInterval(std::min<std::chrono::milliseconds>(m_again.intervalAsDuration() * 2, 10s));
}

void PrivateService::couldNotStart(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return;
    emit failed({ErrorCode::NotFound, m_options.program,
        tr("The private service could not be started: %1").arg(m_process.errorString())});
    m_again.start();
}

} // namespace sallyport
