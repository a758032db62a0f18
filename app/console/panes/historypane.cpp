// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/historypane.h"

#include "app/console/link/server.h"
#include "app/console/panes/listview.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/items/texts.h"

#include <QAction>
#include <QJsonArray>
#include <QSplitter>

namespace sallyport
{

namespace
{
constexpr int revisionsAsked = 500;
}

HistoryPane::HistoryPane(Server& server, const Clock& clock, QWidget* parent)
    : Pane(NodeKind::History, QStringLiteral("historyPane"), parent)
    , m_server(server)
    , m_clock(clock)
    , m_list(new ListView(QStringLiteral("historyList"), tr("Revisions"), this))
    , m_difference(new ListView(QStringLiteral("differenceList"), tr("Differences"), this))
    , m_restore(addPaneAction(QStringLiteral("restore"), tr("&Restore"), QLatin1StringView("history")))
{
    setSentence(tr("Every policy that was in force. Select one to see what it changed, two to compare them. Restore "
                   "applies an old one anew."));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("historySplitter"));
    splitter->addWidget(m_list);
    splitter->addWidget(m_difference);
    setContent(splitter);
    m_list->addAction(m_restore);
    m_list->setModel(&m_model);
    m_list->setUpColumns({8, 14, 18, 20, 60});
    m_list->setSortingEnabled(false);
    m_difference->setModel(&m_changes);
    m_difference->setUpColumns({44, 30, 30});
    m_difference->setSortingEnabled(false);
    addList(m_list, m_list->menu());
    addList(m_difference, m_difference->menu());
    connect(m_list, &ListView::selectionMoved, this, &HistoryPane::selectionMoved);
    connect(m_restore, &QAction::triggered, this, &HistoryPane::restore);
    connect(&m_server, &Server::policyChanged, this, &HistoryPane::refresh);
    connect(&m_server, &Server::reachChanged, this, &HistoryPane::refresh);
    setEmptyState(tr("The history is kept by the server; it shows once there is a connection."), nullptr);
    refresh();
    selectionMoved();
}

void HistoryPane::refresh()
{
    showEmpty(m_model.rowCount() == 0);
    const ListPages pages(
        QLatin1StringView("revisions"), ListPages::Order::Before, {{QStringLiteral("limit"), revisionsAsked}});
    m_server.link().callPages(QStringLiteral("policy.history"), pages, this, [this](const Result<QJsonObject>& answer) {
        if (!answer)
            return;
        QList<Revision> rows;
        const QJsonArray revisions = answer->value(QStringLiteral("revisions")).toArray();
        for (const QJsonValue& value : revisions) {
            if (const Result<Revision> revision = revisionFromJson(value.toObject()))
                rows.append(*revision);
        }
        m_model.setNow(m_clock.now());
        m_model.setRows(rows);
        m_model.setHead(m_server.head().number);
        showEmpty(rows.isEmpty());
        if (m_list->selectedRows().isEmpty() && !rows.isEmpty())
            m_list->setCurrentIndex(m_model.index(0, 0));
    });
}

QList<Revision> HistoryPane::selected() const
{
    QList<Revision> revisions;
    const QModelIndexList rows = m_list->selectedRows();
    for (const QModelIndex& index : rows)
        revisions.append(*m_model.row(index.row()));
    std::sort(
        revisions.begin(), revisions.end(), [](const Revision& a, const Revision& b) { return a.number < b.number; });
    return revisions;
}

void HistoryPane::selectionMoved()
{
    const QList<Revision> revisions = selected();
    const bool one = revisions.size() == 1;
    m_restore->setEnabled(one && revisions.first().number != m_server.head().number && m_server.isOnline()
        && m_server.role() == Role::Administrator);
    m_restore->setText(one ? tr("&Restore Revision %1").arg(revisions.first().number) : tr("&Restore"));
    if (one && revisions.first().parent)
        showDifference(revisions.first().parent, revisions.first().number);
    else if (revisions.size() >= 2)
        showDifference(revisions.first().number, revisions.last().number);
    else
        showDifference(0, 0);
}

void HistoryPane::showDifference(RevisionNumber from, RevisionNumber to)
{
    m_shown = {from, to};
    if (!from) {
        m_changes.setRows({});
        setInspector(selected().isEmpty() ? tr("Select a revision.")
                                          : QString(aboutSelected() + tr("What the server started with.")));
        return;
    }
    const QJsonObject params{
        {QStringLiteral("from"), static_cast<double>(from)}, {QStringLiteral("to"), static_cast<double>(to)}};
    m_server.link().call(
        QStringLiteral("policy.diff"), params, this, [this, from, to](const Result<QJsonObject>& answer) {
            if (!answer || m_shown != std::pair(from, to))
                return;
            QList<PolicyChange> changes;
            const QJsonArray array = answer->value(QStringLiteral("changes")).toArray();
            for (const QJsonValue& value : array) {
                if (const Result<PolicyChange> change = policyChangeFromJson(value.toObject()))
                    changes.append(*change);
            }
            m_changes.setRows(changes);
            const auto count = static_cast<int>(changes.size());
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
    return tr("<b>Revision %1</b> by <b>%2</b>, %3: %4<br>")
        .arg(one.number)
        .arg(visibleText(one.author).toHtmlEscaped(), texts::exactTime(one.time).replace(u'\n', QStringLiteral(" · ")),
            visibleText(one.comment).toHtmlEscaped());
}

void HistoryPane::restore()
{
    const QList<Revision> revisions = selected();
    if (revisions.size() != 1)
        return;
    const RevisionNumber number = revisions.first().number;
    const RevisionNumber before = m_server.head().number;
    const auto undo = [this, before] {
        m_server.restore(before, tr("Undo of a restore"), this, [this, before](const Status& status) {
            status ? report(tr("Revision %1 is in force again.").arg(before))
                   : report(texts::error(status.error()), Tone::Refused);
        });
    };
    m_server.restore(
        number, tr("Restore of revision %1").arg(number), this, [this, number, undo](const Status& status) {
            if (status)
                report(tr("Revision %1 was applied anew.").arg(number), Tone::Confirmed, undo);
            else
                report(tr("Not restored: %1").arg(texts::error(status.error())), Tone::Refused);
        });
}

} // namespace sallyport
