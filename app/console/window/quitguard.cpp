// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/quitguard.h"

#include "app/console/console.h"
#include "app/console/link/connected.h"
#include "dialogs/disconnect/stopservicesheet.h"

#include <QGuiApplication>

namespace sallyport
{

bool QuitGuard::mayClose()
{
    const PrivateService* own = m_console.privateService();
    const Server* local = m_console.server(Console::localKey());
    const bool ends = own && own->processId() != 0 && local && local->isOnline() && !local->silence()
        && local->status().value(QStringLiteral("connections")).toInteger() > 0;
    if (m_leaving || !ends || qGuiApp->isSavingSession())
        return true;
    if (!m_asking)
        ask();
    else if (m_sheet)
        m_sheet->activateWindow();
    return false;
}

void QuitGuard::ask()
{
    m_asking = true;
    askConnected(*m_console.server(Console::localKey()),
        {ServiceName::Firewall, ServiceName::WebProxy, ServiceName::Socks}, &m_window,
        [this](const Result<Connected>& connected) {
            if (!connected || connected->connections == 0) {
                leave();
                return;
            }
            auto* sheet = new StopServiceSheet({ServiceStop::Verb::Quit, {}, connected->connections, connected->users,
                                                   connected->computers, connected->examples},
                &m_window);
            m_sheet = sheet;
            sheet->setAttribute(Qt::WA_DeleteOnClose);
            sheet->onApplied([this](const DisconnectAnswer&) { m_leaving = true; });
            QObject::connect(sheet, &QDialog::finished, &m_window, [this] {
                m_asking = false;
                if (m_leaving)
                    leave();
            });
            sheet->open();
        });
}

void QuitGuard::leave()
{
    m_leaving = true;
    m_window.close();
}

} // namespace sallyport
