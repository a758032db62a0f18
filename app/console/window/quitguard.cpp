// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/quitguard.h"

#include "app/console/console.h"
#include "app/console/link/connected.h"
#include "dialogs/disconnect/stopservicesheet.h"

#include <QGuiApplication>
#include <QTimer>

#include <optional>

namespace sallyport
{

namespace
{
constexpr std::chrono::seconds patience{2}; // of somebody who wants to leave
} // namespace

int QuitGuard::endedConnections() const
{
    const PrivateService* own = m_console.privateService();
    const Server* local = m_console.server(Console::localKey());
    if (!own || own->processId() == 0 || !local || !local->isOnline())
        return 0;
    return local->status().value(QStringLiteral("connections")).toInt();
}

bool QuitGuard::endsConnections() const
{
    return endedConnections() > 0 && !m_console.server(Console::localKey())->silence();
}

QList<Unapplied> QuitGuard::unapplied() const
{
    QList<Unapplied> found;
    if (m_drafts == Drafts::None)
        return found;
    for (const QString& key : m_console.tree().servers()) {
        const Server* server = m_console.server(key);
        if (const auto changes = static_cast<int>(server->draft().changes().size()); changes > 0)
            found.append({server->displayName(), changes, !server->troubles().of(Thing::Draft)});
    }
    return found;
}

bool QuitGuard::mayClose()
{
    if (m_leaving || qGuiApp->isSavingSession() || (!endsConnections() && unapplied().isEmpty()))
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
    if (!endsConnections())
        return open({});
    const auto told = [this, turn = ++m_turn](const std::optional<Connected>& connected) {
        if (turn != m_turn)
            return; // too late
        ++m_turn;
        const Connected ends = connected ? *connected : Connected{endedConnections(), 0, 0, {}};
        ends.connections == 0 && unapplied().isEmpty() ? leave() : open(ends);
    };
    askConnected(*m_console.server(Console::localKey()),
        {ServiceName::Firewall, ServiceName::WebProxy, ServiceName::Socks}, &m_window,
        [told](const Result<Connected>& answer) { told(answer ? std::optional(*answer) : std::nullopt); });
    QTimer::singleShot(patience, &m_window, [told] { told(std::nullopt); });
}

void QuitGuard::open(const Connected& connected)
{
    auto* sheet = new StopServiceSheet({ServiceStop::Verb::Quit, {}, connected.connections, connected.users,
                                           connected.computers, connected.examples, unapplied()},
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
}

void QuitGuard::leave()
{
    m_leaving = true;
    m_window.close();
}

} // namespace sallyport
