// SPDX-License-Identifier: GPL-3.0-or-later
// What SessionsPane says of the rows that are selected, and where that leads.
#include "app/console/link/server.h"
#include "app/console/panes/sessionspane.h"
#include "app/console/panes/sessionsview.h"
#include "dialogs/firewallclient/applicationrow.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

namespace sallyport
{

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

} // namespace sallyport
