// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/servicespane.h"

#include "app/console/link/connected.h"
#include "app/console/panes/draftsheet.h"
#include "app/console/panes/failure.h"
#include "dialogs/disconnect/stopservicesheet.h"
#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/items/servicewords.h"
#include "models/items/texts.h"
#include "models/policy/listenerof.h"

#include <QAction>
#include <QPointer>

#include <algorithm>

namespace sallyport
{

ServicesPane::ServicesPane(Server& server, QWidget* parent)
    : TablePane(NodeKind::Services, QStringLiteral("servicesPane"), server.clock(), parent)
    , m_server(server)
    , m_start(addPaneAction(QStringLiteral("start"), tr("&Start"), QLatin1StringView("start")))
    , m_stop(addPaneAction(QStringLiteral("stop"), tr("S&top…"), QLatin1StringView("stop")))
    , m_restart(addPaneAction(QStringLiteral("restart"), tr("R&estart…"), QLatin1StringView("restart")))
{
    setSentence(tr("The ways out this server offers. Stopping or restarting one ends all its connections."));
    addFilter();
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
    showTroubles(m_server, {Thing::Services, Thing::Status});
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

QList<ServiceStatus> ServicesPane::selected() const
{
    QList<ServiceStatus> services;
    for (const int row : selectedRows())
        services.append(*m_server.services().row(row));
    return services;
}

void ServicesPane::selectionMoved()
{
    showEmpty(m_server.services().rowCount() == 0);
    const QList<ServiceStatus> services = selected();
    const auto count = static_cast<int>(services.size());
    const auto running = static_cast<int>(std::count_if(services.begin(), services.end(),
        [](const ServiceStatus& status) { return status.state == ServiceState::Running; }));
    const bool may = m_server.mayOperate() && !m_busy;
    m_start->setEnabled(may && running < count);
    m_stop->setEnabled(may && running > 0);
    m_restart->setEnabled(may && running > 0);
    if (count != 1) {
        setInspector(
            count ? tr("%n services selected.", nullptr, count) : tr("Select a service to start, stop or restart it."));
        return;
    }
    const ServiceStatus& status = services.first();
    const QString name = texts::service(status.name);
    switch (status.state) {
    case ServiceState::Running:
        setInspector(tr("<b>%1</b> serves %Ln connection(s) on %2, since %3. <a href=\"sessions\">Its sessions</a>",
            nullptr, static_cast<int>(status.connections))
                         .arg(name, visibleText(status.endpoint).toHtmlEscaped(),
                             texts::exactTime(status.since).section(u'\n', 0, 0)));
        break;
    case ServiceState::Stopped:
        setInspector(tr("<b>%1</b> is closed: %2.")
                         .arg(name,
                             texts::whyStopped(status, listenerOf(m_server.draft().head(), status.name).enabled)
                                 .toHtmlEscaped()));
        break;
    case ServiceState::Failed:
        setInspector((texts::portIsTaken(status)
                ? tr("<b>%1</b> waits: %2. It is tried every second. <a href=\"listener\">Change its address or "
                     "port</a>, or end the program that has this port.")
                : tr("<b>%1</b> waits: %2. It is tried every second. <a href=\"listener\">Change its address or "
                     "port</a>."))
                         .arg(name, texts::whyWaiting(status).toHtmlEscaped()));
        break;
    }
}

void ServicesPane::inspectorLink(const QString& link)
{
    const QList<ServiceStatus> services = selected();
    if (services.size() != 1)
        return;
    if (link == u"listener") {
        const auto done
            = [this](const QString& text) { report(text, Tone::Confirmed, m_server.draft().undoOfLastChange()); };
        if (services.first().name == ServiceName::Socks)
            openSocksFilter(m_server, this, done);
        else
            openServerProperties(m_server, this, done);
        return;
    }
    SessionType type = SessionType::FirewallClient;
    if (services.first().name == ServiceName::WebProxy)
        type = SessionType::WebProxy;
    else if (services.first().name == ServiceName::Socks)
        type = SessionType::Socks;
    emit goToFiltered({NodeKind::Sessions, m_server.key()}, QStringLiteral("type:") + sessionTypeWord(type));
}

// Of the selected services those the action means something to.
void ServicesPane::control(const QString& action)
{
    QList<ServiceName> names;
    for (const ServiceStatus& status : selected()) {
        if ((action == u"start") != (status.state == ServiceState::Running))
            names.append(status.name);
    }
    control(action, names);
}

// What ends connections asks once; until that is decided and done, nothing can be pressed twice.
void ServicesPane::control(const QString& action, const QList<ServiceName>& names)
{
    if (names.isEmpty() || m_busy)
        return;
    setBusy(true);
    if (action == u"start") {
        controlNow(action, names);
        return;
    }
    const auto notSent = [this, action, names](const Error& error) {
        for (const ServiceName name : names)
            ended(action, name, error);
        setBusy(false);
    };
    Errand* asking = m_server.begin(tr("Asking who is connected…"));
    connect(asking, &Errand::givenUp, this, [notSent] { notSent(givenUpUnsent()); });
    askConnected(m_server, names, asking, [=, this](const Result<Connected>& connected) {
        asking->finish();
        if (!connected && connected.error().code == ErrorCode::Unreachable)
            return notSent(makeError(Fault::NotConnected, {}));
        // Whose they are is not known then.
        const Connected ends = connected ? *connected : Connected{connectionsOf(names), 0, 0, {}};
        ends.connections > 0 ? confirm(action, names, ends) : controlNow(action, names);
    });
}

int ServicesPane::connectionsOf(const QList<ServiceName>& names) const
{
    int open = 0;
    for (const ServiceStatus& status : m_server.services().rows())
        open += names.contains(status.name) ? static_cast<int>(status.connections) : 0;
    return open;
}

void ServicesPane::confirm(const QString& action, const QList<ServiceName>& names, const Connected& connected)
{
    ServiceStop stop{action == u"restart" ? ServiceStop::Verb::Restart : ServiceStop::Verb::Stop, {},
        connected.connections, connected.users, connected.computers, connected.examples};
    for (const ServiceName name : names)
        stop.services.append(texts::service(name));
    auto* sheet = new StopServiceSheet(stop, this);
    sheet->onApplied(
        [this, action, names](const DisconnectAnswer& answer) { controlNow(action, names, answer.reason); });
    connect(sheet, &QDialog::rejected, this, [this] { setBusy(false); });
    openOf(m_server, sheet);
}

void ServicesPane::setBusy(bool busy)
{
    m_busy = busy;
    selectionMoved();
}

void ServicesPane::controlNow(const QString& action, const QList<ServiceName>& names, const QString& reason)
{
    m_pending = names;
    for (const ServiceName name : names) {
        m_server.controlService(
            name, action, reason, this, [this, name, action](const Result<QList<EndedConnection>>& result) {
                ended(action, name, result);
                if (m_pending.removeOne(name) && m_pending.isEmpty()) // it may end twice
                    setBusy(false);
            });
    }
}

void ServicesPane::ended(const QString& action, ServiceName service, const Result<QList<EndedConnection>>& result)
{
    const QString name = texts::service(service);
    if (!result) {
        emit reported(failed(action, service, result.error()));
        return;
    }
    const auto count = static_cast<int>(result->size());
    if (action == u"start")
        report(tr("%1 started.").arg(name));
    else if (action == u"stop")
        report(tr("%1 stopped; %Ln connection(s) ended.", nullptr, count).arg(name));
    else
        report(tr("%1 restarted; %Ln connection(s) ended.", nullptr, count).arg(name));
}

// What was not done may be tried again; what perhaps was, is for the list to tell.
Report ServicesPane::failed(const QString& action, ServiceName service, const Error& error)
{
    ChangeWords words{tr("%1 was not restarted: %2"),
        tr("Whether %1 was restarted is not known: %2. The list of services shows since when it runs.")};
    QString reached = tr("%1 was not restarted; the server is reached again.");
    if (action == u"start") {
        words = {tr("%1 was not started: %2"),
            tr("Whether %1 was started is not known: %2. The list of services shows whether it runs.")};
        reached = tr("%1 was not started; the server is reached again.");
    } else if (action == u"stop") {
        words = {tr("%1 was not stopped: %2"),
            tr("Whether %1 was stopped is not known: %2. The list of services shows whether it runs.")};
        reached = tr("%1 was not stopped; the server is reached again.");
    }
    const QString name = texts::service(service);
    Report report = changeFailure(m_server, error,
        {words.notDone.arg(name, QStringLiteral("%1")), words.unknown.arg(name, QStringLiteral("%1"))});
    report.reached = reached.arg(name);
    if (mayBeDone(error) || error.code == ErrorCode::PermissionDenied)
        return report;
    report.link = tr("Retry");
    report.undo = Undo([pane = QPointer<ServicesPane>(this), action, service] {
        if (pane)
            pane->control(action, {service});
    });
    return report;
}

} // namespace sallyport
