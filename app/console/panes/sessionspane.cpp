// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sessionspane.h"

#include "app/console/link/server.h"
#include "app/console/panes/draftsheet.h"
#include "app/console/panes/failure.h"
#include "app/console/panes/groups.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/panes/sessiontotals.h"
#include "dialogs/disconnect/disconnectsheet.h"
#include "models/base/fault.h"
#include "models/items/texts.h"

#include <QAction>
#include <QHeaderView>
#include <QHideEvent>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

namespace sallyport
{

SessionsPane::SessionsPane(Server& server, QWidget* parent)
    : Pane(NodeKind::Sessions, QStringLiteral("sessionsPane"), parent)
    , m_server(server)
    , m_view(new SessionsView(this))
    , m_totals(new SessionTotals(server.sessions(), server.rates(), this))
    , m_disconnect(addPaneAction(QStringLiteral("disconnect"), tr("&Disconnect"), QLatin1StringView("disconnect")))
    , m_disconnectShown(
          addPaneAction(QStringLiteral("disconnectShown"), tr("Disconnect &All Shown"), QLatin1StringView("clear")))
    , m_pause(addPaneAction(QStringLiteral("pause"), tr("&Pause"), QLatin1StringView("pause")))
    , m_groupBy(addPaneAction(QStringLiteral("groupBy"), tr("&Group By"), QLatin1StringView("groups")))
{
    setServer(server);
    setSentence(
        tr("Who is connected now, live. A session that is disconnected may come back: policy decides about that."));
    m_disconnect->setShortcut(QKeySequence::Delete);
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Hold the list still (Space)"));
    m_pause->setShortcut(Qt::Key_Space);
    setStandard(Standard::Delete, m_disconnect);
    addFilter();
    const auto field = [fields = m_server.sessions().knownFields()](const QString& name) {
        return Filter::fieldNamed(name, fields, Filter::Naming::Whole)->shownName();
    };
    filterField()->setPlaceholderText(
        QStringLiteral("%1:anna %2>1MB").arg(field(QStringLiteral("user")), field(QStringLiteral("sent"))));
    filterField()->setSource({[this] { return m_server.sessions().knownFields(); },
        [this](const QString& field) { return m_server.sessions().valuesOf(field); }});
    m_view->setSessions(m_server.sessions());
    addGroups();

    addAbove(m_totals);

    connect(&m_server, &Server::ratesSampled, m_totals, &SessionTotals::showRates);
    connect(filterField(), &QLineEdit::textChanged, this, &SessionsPane::filterTyped);
    connect(m_view, &SessionsView::selectionMoved, this, &SessionsPane::selectionMoved);
    connect(m_disconnect, &QAction::triggered, this, &SessionsPane::disconnectSelected);
    connect(m_disconnectShown, &QAction::triggered, this, &SessionsPane::disconnectShown);
    connect(m_pause, &QAction::toggled, this, &SessionsPane::setPaused);
    connect(&m_server, &Server::sessionsRefreshed, this, &SessionsPane::showState);
    connect(&m_server, &Server::reachChanged, this, &SessionsPane::showState);
    connect(&m_server, &Server::troublesChanged, this, &SessionsPane::showEmptyText);
    connect(&m_server, &Server::troublesChanged, this, &SessionsPane::showState);
    showTroubles(m_server, {Thing::Sessions});
    connect(&m_server, &Server::reachChanged, this, &SessionsPane::showEmptyText);
    showEmptyText();
    showState();
}

SessionsPane::~SessionsPane()
{
    if (m_watching)
        m_server.unwatchSessions();
}

void SessionsPane::showEvent(QShowEvent* event)
{
    Pane::showEvent(event);
    if (!m_watching)
        m_server.watchSessions();
    m_watching = true;
    m_totals->showRates();
}

void SessionsPane::hideEvent(QHideEvent* event)
{
    Pane::hideEvent(event);
    if (event->spontaneous() || !m_watching)
        return; // minimised: the curves go on
    m_server.unwatchSessions();
    m_watching = false;
}

// The curves are the first to go: the totals and every row tell what moves.
void SessionsPane::setLow(bool low)
{
    m_totals->setCurvesVisible(!low);
}

Columns* SessionsPane::columns() const
{
    return &m_view->columns();
}

QWidget* SessionsPane::sideList() const
{
    return m_groups->list();
}

// Their list is one of its own: the keys of the sessions' are no keys there.
void SessionsPane::addGroups()
{
    m_groups = new Groups(m_server.sessions(), m_server.clock(), *filterField(), this);
    m_groupBy->setMenu(m_groups->menu());
    m_groupBy->setToolTip(tr("Shows the sessions' groups beside the list"));
    findChild<QToolButton*>(QStringLiteral("groupByButton"))->setPopupMode(QToolButton::InstantPopup);
    setContent(m_groups->beside(m_view));
    m_view->addActions(paneActions());
    m_groups->list()->addAction(m_groupBy);
    for (QAction* action : {m_pause, m_disconnect}) {
        removeAction(action); // elsewhere Space presses buttons and is typed, and Delete means another list
        m_view->parentWidget()->removeAction(action);
    }
    addList(m_view, m_view->menu());
    addList(m_groups->list(), m_groups->list()->menu());
}

// F5: the order is made anew, rates included.
void SessionsPane::refresh()
{
    const QHeaderView* header = m_view->horizontalHeader();
    m_server.sessions().sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    m_groups->refresh();
}

void SessionsPane::setPaused(bool paused)
{
    m_server.sessions().setPaused(paused);
    m_pause->setText(paused ? tr("&Paused") : tr("&Pause"));
    showState();
}

// A selected session may end at any time.
void SessionsPane::showState()
{
    m_totals->showCounts(unknown().isEmpty() && !m_server.troubles().of(Thing::Sessions));
    showDisconnectShown();
    selectionMoved();
}

void SessionsPane::filterTyped(const QString& text)
{
    SessionsModel& model = m_server.sessions();
    const QList<Filter::Field> fields = model.knownFields();
    const auto filter = SessionFilter::parse(text, fields, Filter::Naming::Beginning);
    Status status = filter ? Status() : filter.error();
    // A field that is about to be named is no word to look for, when nothing holds it.
    const QString field = filter ? fieldBegun(text, fields) : QString();
    const bool isNew = filter && *filter != model.filter();
    if (!field.isEmpty() && !model.setFilterThatFitsAny(*filter)) {
        status = makeError(Fault::FilterValueMissing, QStringLiteral("filter"), {field});
    } else if (isNew) {
        if (field.isEmpty())
            model.setFilter(*filter);
        if (!filter->isEmpty())
            m_view->showTop(); // what was looked for, from its beginning
    }
    filterField()->setStatus(status);
    showEmptyText();
    showState();
}

void SessionsPane::showEmptyText()
{
    if (!unknown().isEmpty())
        m_view->setEmptyText(unknown());
    else if (m_server.troubles().of(Thing::Sessions))
        m_view->setEmptyText(tr("Who is connected is not known."));
    else
        m_view->setEmptyText(filterField()->text().trimmed().isEmpty() ? tr("Nobody is connected now.")
                                                                       : tr("Nobody here fits the filter."));
    m_groups->list()->setEmptyText(m_view->emptyText());
}

void SessionsPane::showDisconnectShown()
{
    const SessionsModel& model = m_server.sessions();
    const qint64 connections = model.shown().connections;
    if (model.filter().isEmpty()) {
        m_disconnectShown->setText(tr("Disconnect &All Shown"));
        m_disconnectShown->setEnabled(false);
        m_disconnectShown->setToolTip(tr("Filter first: without a filter this would end everything."));
    } else {
        m_disconnectShown->setText(tr("Disconnect &All Shown (%1)").arg(texts::count(connections)));
        m_disconnectShown->setEnabled(m_server.mayOperate() && connections > 0 && filterField()->problem().isEmpty());
        m_disconnectShown->setToolTip(tr("Ends every connection that is shown now."));
    }
}

QString SessionsPane::selectFirst() const
{
    return tr("Select a session first.");
}

void SessionsPane::disconnectSelected()
{
    const QList<SessionId> sessions = m_view->selectedSessions();
    const QList<ConnectionId> connections = m_view->selectedConnections();
    DisconnectScope scope{static_cast<int>(sessions.size()), static_cast<int>(connections.size()), {}};
    for (const SessionId id : sessions) {
        const SessionNode* node = m_server.sessions().session(m_server.sessions().indexOf(id));
        scope.connections += node ? node->live : 0;
    }
    confirm(scope, [this, sessions, connections](const QString& reason) {
        m_view->stepOn();
        m_server.disconnectSessions(sessions, connections, reason, this,
            [this](const Result<QList<EndedConnection>>& result) { ended(result); });
    });
}

void SessionsPane::disconnectShown()
{
    // Ids and not the filter: what starts or comes to fit it meanwhile was never shown, nor asked for.
    const QList<ConnectionId> those = m_server.sessions().shownConnections();
    const auto sessions = static_cast<int>(m_server.sessions().shown().sessions);
    confirm({sessions, static_cast<int>(those.size()), {}}, [this, those](const QString& reason) {
        m_server.disconnectSessions(
            {}, those, reason, this, [this](const Result<QList<EndedConnection>>& result) { ended(result); });
    });
}

// A few are ended without a question; ending many asks once, and for the reason.
void SessionsPane::confirm(const DisconnectScope& scope, std::function<void(const QString&)> go)
{
    const QString usual = tr("ended in the console");
    if (!needsConfirmation(scope)) {
        go(usual);
        return;
    }
    auto* sheet = new DisconnectSheet(scope, this);
    sheet->onApplied(
        [go, usual](const DisconnectAnswer& answer) { go(answer.reason.isEmpty() ? usual : answer.reason); });
    openOf(m_server, sheet);
}

void SessionsPane::ended(const Result<QList<EndedConnection>>& result)
{
    if (!result) {
        emit reported(disconnectFailure(m_server, result.error()));
        return;
    }
    // What ended stays known for a moment, shown or not. Some owners would pass for those of all.
    QList<texts::Owner> owners;
    for (const EndedConnection& one : *result) {
        if (const SessionNode* node = m_server.sessions().books().session(one.session))
            owners.append(texts::ownerOf(node->session));
    }
    report(texts::ended(result->size(), owners.size() == result->size() ? owners : QList<texts::Owner>()));
}

} // namespace sallyport
