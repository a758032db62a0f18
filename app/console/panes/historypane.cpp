// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/historypane.h"

#include "app/console/link/server.h"
#include "app/console/link/trail.h"
#include "app/console/panes/listview.h"
#include "app/console/panes/putback.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/audittexts.h"
#include "models/items/texts.h"

#include <QAction>
#include <QSplitter>

#include <algorithm>

namespace sallyport
{

namespace
{
constexpr int revisionsAsked = 500;
} // namespace

HistoryPane::HistoryPane(Server& server, const Clock& clock, QWidget* parent)
    : TablePane(NodeKind::History, QStringLiteral("historyPane"), clock, parent)
    , m_server(server)
    , m_clock(clock)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_difference(new ListView(QStringLiteral("differenceList"), tr("Differences"), this))
    , m_takeBack(addPaneAction(QStringLiteral("takeBack"), tr("&Take This Change Back…"), QLatin1StringView("undo")))
    , m_returnTo(addPaneAction(QStringLiteral("returnTo"), tr("&Return to This State…"), QLatin1StringView("history")))
{
    setSentence(tr("Every policy that was in force. Select one to see what it changed, two to compare them. What is "
                   "taken back goes into the draft; nothing is in force before Apply."));
    addFilter();
    m_splitter->setObjectName(QStringLiteral("historySplitter"));
    m_splitter->addWidget(view());
    view()->show(); // the place it comes from has hidden it
    m_splitter->addWidget(m_difference);
    m_splitter->setChildrenCollapsible(false);
    setContent(m_splitter);
    setModel(m_model, {8, 12, 14, 16, 50, 40});
    m_difference->setModel(&m_changes);
    m_difference->setUpColumns({44, 30, 30});
    m_difference->setSortingEnabled(false);
    addList(m_difference, m_difference->menu());
    connect(m_difference, &ListView::opened, this, &HistoryPane::openDifference);
    m_takeBack->setShortcut(Qt::CTRL | Qt::Key_T);
    connect(m_takeBack, &QAction::triggered, this, &HistoryPane::takeBackSelected);
    connect(m_returnTo, &QAction::triggered, this, &HistoryPane::returnToSelected);
    connect(&m_server, &Server::policyChanged, this, &HistoryPane::refresh);
    connect(&m_server, &Server::reachChanged, this, &HistoryPane::refresh);
    setEmptyState(tr("The history is kept by the server; it shows once there is a connection."), nullptr);
    refresh();
    selectionMoved();
}

void HistoryPane::showEvent(QShowEvent* event)
{
    TablePane::showEvent(event);
    m_model.setNow(m_clock.now());
    askChanges();
}

void HistoryPane::refresh()
{
    showEmpty(m_model.rowCount() == 0);
    m_shown = {}; // numbers come again when a backup of the policy is put back
    selectionMoved();
    if (!m_server.isOnline())
        return;
    askHistory(m_server, revisionsAsked, this, [this](const Result<QList<Revision>>& revisions) {
        setTrouble(revisions ? QString() : tr("The history can't be shown. %1").arg(texts::error(revisions.error())),
            [this] { refresh(); });
        if (revisions)
            take(*revisions);
    });
}

// Side by side, where one below the other would leave both of them no rows.
void HistoryPane::setLow(bool low)
{
    m_splitter->setOrientation(low ? Qt::Horizontal : Qt::Vertical);
}

void HistoryPane::take(const QList<Revision>& rows)
{
    m_model.setNow(m_clock.now());
    m_model.setRows(rows);
    m_model.setHead(m_server.head().number);
    showEmpty(rows.isEmpty());
    if (!m_wanted.isEmpty())
        reveal(m_wanted);
    else if (selectedRows().isEmpty() && !rows.isEmpty())
        view()->setCurrentIndex(view()->model()->index(0, 0));
    askChanges();
}

void HistoryPane::reveal(const QString& revision)
{
    const int row = m_model.rowOf(revision);
    m_wanted = row < 0 ? revision : QString();
    if (row < 0)
        return;
    select(row);
}

// One after another, the newest first, while somebody looks: the column says what was changed, and the filter finds it.
void HistoryPane::askChanges()
{
    const int row = m_model.firstUnknown();
    if (row < 0 || m_asking || !isVisible() || !m_server.isOnline())
        return;
    m_asking = true;
    const Revision asked = *m_model.row(row);
    askDifference(
        m_server, asked.parent, asked.number, this, [this, asked](const Result<QList<PolicyChange>>& changes) {
            m_asking = false;
            if (!changes
                && (changes.error().code == ErrorCode::Unreachable || changes.error().code == ErrorCode::TimedOut))
                return; // it is asked again when there is a connection, or the pane is shown
            const int now = m_model.rowOf(QString::number(asked.number));
            if (now >= 0 && *m_model.row(now) == asked)
                m_model.setChanges(now, changes ? std::optional(*changes) : std::nullopt);
            askChanges();
        });
}

QList<Revision> HistoryPane::selected() const
{
    QList<Revision> revisions;
    for (const int row : selectedRows())
        revisions.append(*m_model.row(row));
    std::sort(
        revisions.begin(), revisions.end(), [](const Revision& a, const Revision& b) { return a.number < b.number; });
    return revisions;
}

void HistoryPane::selectionMoved()
{
    const QList<Revision> revisions = selected();
    showVerbs(revisions);
    if (revisions.size() >= 2)
        showDifference(revisions.first().number, revisions.last().number);
    else if (revisions.size() == 1)
        showDifference(revisions.first().parent, revisions.first().number);
    else
        showDifference(0, 0);
}

void HistoryPane::showVerbs(const QList<Revision>& revisions)
{
    const auto count = static_cast<int>(revisions.size());
    const bool may = m_server.isOnline() && m_server.mayEdit() && !m_busy;
    const bool hasFirst = std::any_of(
        revisions.begin(), revisions.end(), [](const Revision& revision) { return revision.parent == 0; });
    m_takeBack->setVisible(!hasFirst);
    m_takeBack->setEnabled(may && count > 0 && !hasFirst);
    m_takeBack->setText(count > 1 ? tr("&Take %n Change(s) Back…", nullptr, count) : tr("&Take This Change Back…"));
    m_returnTo->setEnabled(may && count == 1 && revisions.first().number != m_server.head().number);
}

void HistoryPane::showDifference(RevisionNumber from, RevisionNumber to)
{
    if (from && m_shown == std::pair(from, to))
        return;
    m_shown = {from, to};
    if (!from) {
        m_changes.setRows({});
        setInspector(!to ? tr("Select a revision.")
                         : QString(aboutSelected()
                             + tr("What the server started with: there is nothing before it that it could be taken "
                                  "back to.")));
        return;
    }
    if (!m_server.isOnline()) {
        m_shown = {};
        setInspector(aboutSelected() + tr("What it changed shows once there is a connection."));
        return;
    }
    askDifference(m_server, from, to, this, [this, from, to](const Result<QList<PolicyChange>>& changes) {
        if (m_shown != std::pair(from, to))
            return;
        if (!changes) { // it stays what is shown, so that rows that change don't ask again
            m_changes.setRows({});
            setInspector(aboutSelected()
                + tr("What it changed can't be shown. %1 <a href=\"again\">Retry</a>")
                      .arg(visibleText(texts::error(changes.error())).toHtmlEscaped()));
            return;
        }
        m_changes.setRows(*changes);
        const auto count = static_cast<int>(changes->size());
        setInspector(
            aboutSelected() + tr("%n difference(s) from revision %1 to %2.", nullptr, count).arg(from).arg(to));
    });
}

QString HistoryPane::aboutSelected() const
{
    const QList<Revision> revisions = selected();
    if (revisions.size() != 1)
        return {};
    const Revision& one = revisions.first();
    const QString when = texts::exactTime(one.time).replace(u'\n', QStringLiteral(" · "));
    const QString author = visibleText(one.author).toHtmlEscaped();
    if (one.comment.isEmpty())
        return tr("<b>Revision %1</b> by <b>%2</b>, %3.<br>").arg(QString::number(one.number), author, when);
    return tr("<b>Revision %1</b> by <b>%2</b>, %3: %4<br>")
        .arg(QString::number(one.number), author, when, visibleText(texts::revisionComment(one)).toHtmlEscaped());
}

void HistoryPane::inspectorLink(const QString&)
{
    m_shown = {};
    selectionMoved();
}

void HistoryPane::opened(int)
{
    if (m_changes.rowCount() == 0)
        return;
    m_difference->setFocus();
    if (!m_difference->currentIndex().isValid())
        m_difference->setCurrentIndex(m_changes.index(0, 0));
}

void HistoryPane::openDifference(const QModelIndex& index)
{
    const QString path = m_changes.row(index.row())->path;
    emit goToRow({ConsoleTreeModel::placeOf(path), m_server.key()}, path);
}

void HistoryPane::takeBackSelected()
{
    m_busy = true;
    const QList<Revision> revisions = selected();
    showVerbs(revisions);
    takeBackInDraft(m_server, revisions, this, [this](const Result<PutBack>& put) { finish(put); });
}

void HistoryPane::returnToSelected()
{
    m_busy = true;
    const QList<Revision> revisions = selected();
    showVerbs(revisions);
    returnInDraft(m_server, revisions.first(), this, [this](const Result<PutBack>& put) { finish(put); });
}

void HistoryPane::finish(const Result<PutBack>& put)
{
    m_busy = false;
    showVerbs(selected());
    emit reported(reportOf(put, m_server.draft()));
    if (put && put->changed)
        emit reviewWanted(*put);
}

} // namespace sallyport
