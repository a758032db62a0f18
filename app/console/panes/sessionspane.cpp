// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sessionspane.h"

#include "app/console/link/server.h"
#include "app/console/panes/failure.h"
#include "app/console/panes/groups.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/panes/sparkline.h"
#include "app/console/panes/wrapline.h"
#include "dialogs/disconnect/disconnectsheet.h"
#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

namespace sallyport
{

namespace
{
constexpr int totalsCharacters = 30; // before the curves go into a line of their own
constexpr int curvesCharacters = 36; // of both, in the narrowest window
} // namespace

SessionsPane::SessionsPane(Server& server, QWidget* parent)
    : Pane(NodeKind::Sessions, QStringLiteral("sessionsPane"), parent)
    , m_server(server)
    , m_view(new SessionsView(this))
    , m_totals(richLabel({}, this))
    , m_curves(new QWidget(this))
    , m_out(new Sparkline(QStringLiteral("outCurve"), tr("Out, 5 min"), this))
    , m_in(new Sparkline(QStringLiteral("inCurve"), tr("In, 5 min"), this))
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
        QStringLiteral("%1:anna %2>1MB").arg(field(QStringLiteral("user")), field(QStringLiteral("received"))));
    filterField()->setSource({[this] { return m_server.sessions().knownFields(); },
        [this](const QString& field) { return m_server.sessions().valuesOf(field); }});
    m_view->setSessions(m_server.sessions());
    addGroups();

    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("totalsStrip"));
    auto* layout = new WrapLine(strip);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::section);
    m_totals->setObjectName(QStringLiteral("totals"));
    m_totals->setWordWrap(true);
    m_totals->setMinimumWidth(fontMetrics().averageCharWidth() * totalsCharacters);
    layout->add(m_totals, true);
    auto* beside = new QHBoxLayout(m_curves);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(metrics::section);
    beside->addWidget(m_out);
    beside->addWidget(m_in);
    m_curves->setMinimumWidth(fontMetrics().averageCharWidth() * curvesCharacters);
    layout->add(m_curves, true);
    m_curves->hide(); // until it is known that there is room
    addAbove(strip);

    connect(&m_server, &Server::ratesSampled, this, &SessionsPane::showRates);
    connect(filterField(), &QLineEdit::textChanged, this, &SessionsPane::filterTyped);
    connect(m_view, &SessionsView::selectionMoved, this, &SessionsPane::selectionMoved);
    connect(m_disconnect, &QAction::triggered, this, &SessionsPane::disconnectSelected);
    connect(m_disconnectShown, &QAction::triggered, this, &SessionsPane::disconnectShown);
    connect(m_pause, &QAction::toggled, this, &SessionsPane::setPaused);
    connect(&m_server, &Server::sessionsRefreshed, this, &SessionsPane::showState);
    connect(&m_server, &Server::reachChanged, this, &SessionsPane::showState);
    connect(&m_server, &Server::troublesChanged, this, &SessionsPane::showEmptyText);
    showTroubles(m_server, {Thing::Sessions});
    connect(&m_server, &Server::reachChanged, this, &SessionsPane::showEmptyText);
    showEmptyText();
    showRates();
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
    showRates();
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
    m_curves->setVisible(!low);
}

Columns* SessionsPane::columns() const
{
    return &m_view->columns();
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
    showTotals();
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

void SessionsPane::showTotals()
{
    const SessionsModel& model = m_server.sessions();
    const SessionBooks::Totals& totals = model.totals();
    const bool isFiltered = !model.filter().isEmpty();
    const SessionsModel::Shown& shown = model.shown();
    const auto withShown = [isFiltered](const QString& all, qint64 count) {
        return isFiltered ? tr("%1 · shown <b>%2</b>").arg(all, texts::count(count)) : all;
    };
    QString text = withShown(tr("<b>%Ln</b> session(s)", nullptr, int(totals.sessions)), shown.sessions);
    text += QStringLiteral(" — ")
        + withShown(tr("<b>%Ln</b> connection(s)", nullptr, int(totals.connections)), shown.connections);
    if (isFiltered) {
        m_disconnectShown->setText(tr("Disconnect &All Shown (%1)").arg(texts::count(shown.connections)));
        m_disconnectShown->setEnabled(
            m_server.mayOperate() && shown.connections > 0 && filterField()->problem().isEmpty());
        m_disconnectShown->setToolTip(tr("Ends every connection that is shown now."));
    } else {
        m_disconnectShown->setText(tr("Disconnect &All Shown"));
        m_disconnectShown->setEnabled(false);
        m_disconnectShown->setToolTip(tr("Filter first: without a filter this would end everything."));
    }
    if (model.isPaused())
        text += tr(" · <b>paused</b>") + heldText();
    if (text != m_totals->text())
        m_totals->setText(text);
}

// What the pause keeps from the screen.
QString SessionsPane::heldText() const
{
    const SessionsModel::Held held = m_server.sessions().held();
    if (held.anew)
        return tr(": the service was reached again, a new list waits");
    QStringList parts;
    if (held.started)
        parts.append(tr("%Ln started", nullptr, static_cast<int>(held.started)));
    if (held.ended)
        parts.append(tr("%Ln ended", nullptr, static_cast<int>(held.ended)));
    return parts.isEmpty() ? QString() : tr(": %1 held back").arg(parts.join(QStringLiteral(", ")));
}

void SessionsPane::showRates()
{
    QList<double> sent;
    QList<double> received;
    double peak = 1024;
    for (const RateHistory::Sample& sample : m_server.rates().samples()) {
        sent.append(sample.sent);
        received.append(sample.received);
        peak = std::max({peak, sample.sent, sample.received});
    }
    m_out->setSamples(sent, peak);
    m_in->setSamples(received, peak);
}

void SessionsPane::selectionMoved()
{
    const QList<SessionId> sessions = m_view->selectedSessions();
    const QList<ConnectionId> connections = m_view->selectedConnections();
    const auto sessionCount = static_cast<int>(sessions.size());
    const auto connectionCount = static_cast<int>(connections.size());
    m_disconnect->setEnabled(m_server.mayOperate() && sessionCount + connectionCount > 0);
    if (sessionCount && connectionCount)
        m_disconnect->setText(tr("&Disconnect %n Item(s)", nullptr, sessionCount + connectionCount));
    else if (connectionCount)
        m_disconnect->setText(tr("&Disconnect %n Connection(s)", nullptr, connectionCount));
    else
        m_disconnect->setText(
            sessionCount ? tr("&Disconnect %n Session(s)", nullptr, sessionCount) : tr("&Disconnect"));

    const QModelIndex current = m_view->currentIndex();
    const SessionNode* session = m_server.sessions().session(current);
    if (session && sessionCount + connectionCount == 1)
        setInspector(sentence(session->session, m_server.sessions().connection(current)) + QStringLiteral("<br>")
            + links(session->session));
    else
        setInspector(sessionCount + connectionCount > 1
                ? tr("%n row(s) selected.", nullptr, sessionCount + connectionCount)
                : tr("Select a session to see who it is; expand it to see where it goes."));
}

// The row read aloud.
QString SessionsPane::sentence(const Session& session, const ConnectionNode* node)
{
    const QString who = session.user.isEmpty() ? tr("an anonymous user") : visibleText(session.user).toHtmlEscaped();
    const QString where
        = session.computer.isEmpty() ? session.client.toString() : visibleText(session.computer).toHtmlEscaped();
    const QString program = visibleText(session.application).toHtmlEscaped();
    const QString type = texts::sessionType(session.type);
    const QString since = texts::exactTime(session.activated).section(u'\n', 0, 0);
    QString text = program.isEmpty()
        ? tr("<b>%1</b> at <b>%2</b> through %3, since %4.").arg(who, where, type, since)
        : tr("<b>%1</b> of <b>%2</b> at <b>%3</b> through %4, since %5.").arg(program, who, where, type, since);
    if (node) {
        const Connection& connection = node->connection;
        text += u' '
            + tr("Connected to <b>%1</b>, port %2 (%3).")
                  .arg(visibleText(connection.host).toHtmlEscaped(), QString::number(connection.port),
                      connection.address.isNull() ? tr("address not known yet") : connection.address.toString());
    }
    return text;
}

// From a session to what policy says of its program, and to the others of its kind.
QString SessionsPane::links(const Session& session) const
{
    const auto link = [](const char* name, const QString& text) {
        return QStringLiteral("<a href=\"%1\">%2</a>").arg(QLatin1StringView(name), visibleText(text).toHtmlEscaped());
    };
    QStringList links;
    const QString& program = session.application;
    if (!program.isEmpty() && isLinked()) {
        const ApplicationEntry* entry = findApplication(m_server.draft().policy().client.applications, program);
        if (entry && entry->isDisabled())
            links.append(link("entry",
                QStringLiteral("%1: %2=%3")
                    .arg(entry->name, QString(applicationKeySpec(entry->disablingKey()).name),
                        entry->value(entry->disablingKey()).value_or(QString()))));
        else if (entry)
            links.append(link("entry", tr("Settings of %1").arg(entry->name)));
        else if (m_server.mayEdit())
            links.append(link("block", tr("Block %1…").arg(program)));
    }
    if (!session.user.isEmpty())
        links.append(link("user", tr("Only %1").arg(session.user)));
    links.append(link("address", tr("Copy %1").arg(session.client.toString())));
    return links.join(QStringLiteral(" · "));
}

void SessionsPane::inspectorLink(const QString& name)
{
    const SessionNode* node = m_server.sessions().session(m_view->currentIndex());
    if (!node)
        return;
    const Session session = node->session;
    if (name == u"entry") {
        emit goToFiltered({NodeKind::FirewallClient, m_server.key()},
            Filter::word(QStringLiteral("application"), session.application));
    } else if (name == u"block") {
        emit blockWanted(session.application);
    } else if (name == u"user") {
        filterField()->addWord(Filter::word(QStringLiteral("user"), session.user));
    } else if (name == u"address") {
        QGuiApplication::clipboard()->setText(session.client.toString());
        report(tr("%1 is in the clipboard.").arg(session.client.toString()));
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
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->onApplied(
        [go, usual](const DisconnectAnswer& answer) { go(answer.reason.isEmpty() ? usual : answer.reason); });
    sheet->open();
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
