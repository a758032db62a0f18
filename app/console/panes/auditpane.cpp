// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/auditpane.h"

#include "app/console/link/server.h"
#include "app/console/link/trail.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/audittexts.h"
#include "models/items/texts.h"

namespace sallyport
{

namespace
{
constexpr int recordsAsked = 1000;
}

AuditPane::AuditPane(Server& server, const Clock& clock, QWidget* parent)
    : TablePane(NodeKind::AuditTrail, QStringLiteral("auditPane"), clock, parent)
    , m_server(server)
    , m_clock(clock)
{
    setSentence(
        tr("Every changing call: who made it, from where, and how it ended. The server keeps it; nobody edits it."));
    addFilter();
    setModel(m_model, {11, 10, 19, 13, 9, 70});
    setEmptyState(tr("Nothing was changed on this server yet, or it can't be reached."), nullptr);
    connect(&m_server, &Server::policyChanged, this, &AuditPane::refresh);
    connect(&m_server, &Server::reachChanged, this, &AuditPane::refresh);
    showEmpty(true);
    selectionMoved();
}

void AuditPane::showEvent(QShowEvent* event)
{
    TablePane::showEvent(event);
    refresh();
}

void AuditPane::refresh()
{
    if (!m_server.isOnline())
        return;
    askAudit(m_server, recordsAsked, this, [this](const Result<QList<AuditRecord>>& records) {
        setTrouble(records ? QString() : tr("The audit trail can't be shown. %1").arg(texts::error(records.error())),
            [this] { refresh(); });
        if (!records)
            return;
        m_model.setNow(m_clock.now());
        m_model.setRows(*records);
        showEmpty(records->isEmpty());
        selectionMoved();
    });
}

void AuditPane::selectionMoved()
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 1) {
        setInspector(withShown(tr("%n record(s), newest first.", nullptr, m_model.rowCount())));
        return;
    }
    const AuditRecord& record = *m_model.row(rows.first());
    const QString when = texts::exactTime(record.time).replace(u'\n', QStringLiteral(" · "));
    const QString text
        = record.done ? tr("<b>%1</b> from %2: %3.<br>Done, %4.") : tr("<b>%1</b> from %2: %3.<br><b>Refused</b>, %4.");
    setInspector(text.arg(visibleText(texts::auditWho(record.who)).toHtmlEscaped(),
                     texts::auditOrigin(record.from).toHtmlEscaped(), texts::auditWhat(record).toHtmlEscaped(), when)
        + linkFor(record));
}

// To where it shows what became of it.
QString AuditPane::linkFor(const AuditRecord& record)
{
    const QString link = QStringLiteral(" <a href=\"open\">%1</a>");
    if (const auto revision = texts::auditRevision(record))
        return link.arg(tr("Revision %1").arg(*revision));
    if (record.action == u"sessions.disconnect")
        return link.arg(tr("Sessions"));
    return record.action == u"services.control" ? link.arg(tr("Services")) : QString();
}

void AuditPane::inspectorLink(const QString&)
{
    const QList<int> rows = selectedRows();
    if (rows.size() == 1)
        opened(rows.first());
}

void AuditPane::opened(int row)
{
    const AuditRecord& record = *m_model.row(row);
    if (const auto revision = texts::auditRevision(record))
        emit goToRow({NodeKind::History, m_server.key()}, QString::number(*revision));
    else if (record.action == u"sessions.disconnect")
        emit goTo({NodeKind::Sessions, m_server.key()});
    else if (record.action == u"services.control")
        emit goTo({NodeKind::Services, m_server.key()});
}

} // namespace sallyport
