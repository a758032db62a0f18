// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/auditpane.h"

#include "app/console/link/server.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "models/items/texts.h"

#include <QJsonArray>

namespace sallyport
{

namespace
{
constexpr int recordsAsked = 1000;
}

AuditPane::AuditPane(Server& server, const Clock& clock, QWidget* parent)
    : TablePane(NodeKind::AuditTrail, QStringLiteral("auditPane"), parent)
    , m_server(server)
    , m_clock(clock)
{
    setSentence(
        tr("Every changing call: who made it, from where, and how it ended. The server keeps it; nobody edits it."));
    addFilter();
    setModel(m_model, {16, 18, 28, 60, 14});
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
    const ListPages pages(
        QLatin1StringView("records"), ListPages::Order::Before, {{QStringLiteral("limit"), recordsAsked}});
    m_server.link().callPages(QStringLiteral("audit.list"), pages, this, [this](const Result<QJsonObject>& answer) {
        if (!answer)
            return;
        QList<AuditRecord> rows;
        const QJsonArray records = answer->value(QStringLiteral("records")).toArray();
        for (const QJsonValue& value : records) {
            if (const Result<AuditRecord> record = auditRecordFromJson(value.toObject()))
                rows.append(*record);
        }
        m_model.setNow(m_clock.now());
        m_model.setRows(rows);
        showEmpty(rows.isEmpty());
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
    setInspector(text.arg(visibleText(record.who).toHtmlEscaped(), visibleText(record.from).toHtmlEscaped(),
        visibleText(record.what.isEmpty() ? record.action : record.what).toHtmlEscaped(), when));
}

} // namespace sallyport
