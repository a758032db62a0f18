// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/servicespane.h"

#include "app/console/link/server.h"
#include "models/items/texts.h"

#include <QAction>

namespace sallyport
{

ServicesPane::ServicesPane(Server& server, QWidget* parent)
    : TablePane(NodeKind::Services, QStringLiteral("servicesPane"), parent)
    , m_server(server)
    , m_start(addPaneAction(QStringLiteral("start"), tr("&Start"), QLatin1StringView("start")))
    , m_stop(addPaneAction(QStringLiteral("stop"), tr("S&top"), QLatin1StringView("stop")))
    , m_restart(addPaneAction(QStringLiteral("restart"), tr("R&estart"), QLatin1StringView("restart")))
{
    setSentence(tr("The ways out this server offers. Stopping or restarting one ends all its connections."));
    setModel(m_server.services(), {18, 14, 24, 14, 14, 40});
    setEmptyState(tr("Nothing is known of the services while there is no connection to the server."), nullptr);
    connect(m_start, &QAction::triggered, this, [this] { control(QStringLiteral("start")); });
    connect(m_stop, &QAction::triggered, this, [this] { control(QStringLiteral("stop")); });
    connect(m_restart, &QAction::triggered, this, [this] { control(QStringLiteral("restart")); });
    connect(&m_server, &Server::servicesChanged, this, &ServicesPane::selectionMoved);
    connect(&m_server, &Server::reachChanged, this, &ServicesPane::selectionMoved);
    // Connection counts and up times move without the service telling.
    m_refresh.setInterval(2000);
    connect(&m_refresh, &QTimer::timeout, this, &ServicesPane::refresh);
    m_refresh.start();
    selectionMoved();
}

void ServicesPane::showEvent(QShowEvent* event)
{
    TablePane::showEvent(event);
    m_server.refreshServices();
}

void ServicesPane::refresh()
{
    if (isVisible())
        m_server.refreshServices();
}

const ServiceStatus* ServicesPane::selected() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 ? m_server.services().row(rows.first()) : nullptr;
}

void ServicesPane::selectionMoved()
{
    showEmpty(m_server.services().rowCount() == 0);
    const ServiceStatus* status = selected();
    const bool may = status && m_server.mayOperate();
    m_start->setEnabled(may && status->state != ServiceState::Running);
    m_stop->setEnabled(may && status->state == ServiceState::Running);
    m_restart->setEnabled(may && status->state == ServiceState::Running);
    if (!status) {
        setInspector(tr("Select a service to start, stop or restart it."));
        return;
    }
    const QString name = texts::service(status->name);
    switch (status->state) {
    case ServiceState::Running:
        setInspector(
            tr("<b>%1</b> serves %n connection(s) on %2, since %3.", nullptr, static_cast<int>(status->connections))
                .arg(name, status->endpoint, texts::exactTime(status->since).section(u'\n', 0, 0)));
        break;
    case ServiceState::Stopped:
        setInspector(tr("<b>%1</b> is stopped: its port is closed. %2").arg(name, status->detail.toHtmlEscaped()));
        break;
    case ServiceState::Failed:
        setInspector(tr("<b>%1</b> could not start: %2").arg(name, status->detail.toHtmlEscaped()));
        break;
    }
}

void ServicesPane::control(const QString& action)
{
    const ServiceStatus* status = selected();
    if (!status)
        return;
    const QString name = texts::service(status->name);
    m_server.controlService(
        status->name, action, this, [this, name, action](const Result<QList<EndedConnection>>& ended) {
            if (!ended) {
                report(tr("%1: %2").arg(name, ended.error().detail), Tone::Refused);
                return;
            }
            const auto count = static_cast<int>(ended->size());
            if (action == u"start")
                report(tr("%1 started.").arg(name));
            else if (action == u"stop")
                report(tr("%1 stopped; %n connection(s) ended.", nullptr, count).arg(name));
            else
                report(tr("%1 restarted; %n connection(s) ended.", nullptr, count).arg(name));
        });
}

} // namespace sallyport
