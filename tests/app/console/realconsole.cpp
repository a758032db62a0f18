// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/console/realconsole.h"

#include "app/console/link/serverlist.h"

#include <QApplication>
#include <QDialog>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>

namespace sallyport::test
{

RealConsole::RealConsole(Over over)
    : m_over(over)
    , m_theme(*qApp)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void RealConsole::start()
{
    Console::Options options;
    options.dataFolder = m_folder.path();
    options.privateService = m_over == Over::PrivateService;
    options.ephemeral = true;
    options.serviceProgram = QStringLiteral(SALLYPORT_BIN "/sallyportd");
    m_console = std::make_unique<Console>(options, m_clock);
    if (m_over == Over::KnownServers) {
        if (const Status known = addKnownServers(*m_console); !known)
            qFatal("%s", qPrintable(known.error().text()));
    }
    m_window = std::make_unique<MainWindow>(*m_console, m_theme);
    m_window->show();
    m_console->start();
}

void RealConsole::stop()
{
    m_window.reset();
    m_console.reset();
}

bool RealConsole::isServed()
{
    return QTest::qWaitFor([this] { return privateServer().isOnline() && privateServer().head().number == 1; }, 30000);
}

QDialog* RealConsole::dialog(const char* name) const
{
    for (QDialog* dialog : m_window->findChildren<QDialog*>(QLatin1StringView(name))) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

IssuedCode issueCode(const QString& serviceData, const QString& role)
{
    QProcess enrol;
    enrol.start(QStringLiteral(SALLYPORT_BIN "/sallyportd"),
        {QStringLiteral("enrol"), QStringLiteral("--data"), serviceData, QStringLiteral("--role"), role});
    enrol.waitForFinished();
    const QString said = QString::fromUtf8(enrol.readAllStandardOutput());
    static const QRegularExpression code(QStringLiteral("code: (\\S+)"));
    static const QRegularExpression fingerprint(QStringLiteral("fingerprint: (\\S+)"));
    return {code.match(said).captured(1), fingerprint.match(said).captured(1)};
}

Policy withEntry(Policy policy, const QString& program)
{
    policy.client.applications.append(
        {newObjectId(), program, {ApplicationSetting{ApplicationKey::Disable, QStringLiteral("1")}}});
    return policy;
}

} // namespace sallyport::test
