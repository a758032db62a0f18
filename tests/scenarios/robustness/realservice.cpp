// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenarios/robustness/realservice.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>

namespace sallyport::test
{

namespace
{
constexpr int patience = 60000; // milliseconds; a sanitizer's build on a busy machine is slow to start
} // namespace

RealService::~RealService()
{
    if (isRunning())
        stop();
}

QString RealService::start(const QStringList& options)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=1:abort_on_error=0:exitcode=99"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("stderr")));
    m_process.start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        QStringList{QStringLiteral("--data"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("--ephemeral")}
            + options);
    if (!m_process.waitForStarted(patience))
        return m_process.errorString();
    QElapsedTimer waited;
    waited.start();
    while (!m_process.canReadLine()) {
        if (waited.elapsed() > patience || !isRunning())
            return QStringLiteral("no ready line");
        m_process.waitForReadyRead(1000);
    }
    const QByteArray line = m_process.readLine();
    m_ready = QJsonDocument::fromJson(line).object();
    if (!m_ready.value(QLatin1StringView("ready")).toBool())
        return QStringLiteral("not a ready line: ") + QString::fromUtf8(line);
    return {};
}

QString RealService::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
        return QStringLiteral("did not end when asked to");
    }
    QFile log(m_folder.filePath(QStringLiteral("stderr")));
    const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    for (const char* report : {"AddressSanitizer", "runtime error:", "ThreadSanitizer"}) {
        if (said.contains(report))
            return QString::fromUtf8(said.right(4000));
    }
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0)
        return QStringLiteral("ended with %1: %2").arg(m_process.exitCode()).arg(QString::fromUtf8(said.right(4000)));
    return {};
}

quint16 RealService::port(QLatin1StringView listener) const
{
    return m_ready.value(listener).toString().section(QLatin1Char(':'), -1).toUShort();
}

int RealService::openDescriptors() const
{
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(m_process.processId()));
    return static_cast<int>(folder.entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace sallyport::test
