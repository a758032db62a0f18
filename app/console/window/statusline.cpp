// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/statusline.h"

#include "app/console/link/server.h"
#include "app/console/panes/elidedlabel.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QLabel>
#include <QLocale>

namespace sallyport
{

namespace
{
constexpr int reportTime = 15000; // milliseconds; Undo stays in the Edit menu afterwards
}

StatusLine::StatusLine(const Clock& clock, QWidget* parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_shape(new QLabel(this))
    , m_state(new ElidedLabel(this))
    , m_outcomeShape(new QLabel(this))
    , m_outcome(new ElidedLabel(this))
    , m_undo(new QLabel(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_shape->setObjectName(QStringLiteral("connectionShape"));
    m_state->setObjectName(QStringLiteral("connectionState"));
    m_outcomeShape->setObjectName(QStringLiteral("reportShape"));
    m_outcome->setObjectName(QStringLiteral("report"));
    m_undo->setObjectName(QStringLiteral("undoLink"));
    m_undo->setTextFormat(Qt::RichText);
    m_undo->setText(QStringLiteral("<a href=\"undo\">%1</a>").arg(tr("Undo")));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    addWidget(m_shape);
    addWidget(m_state, 1);
    addPermanentWidget(m_outcomeShape);
    addPermanentWidget(m_outcome);
    addPermanentWidget(m_undo);
    setContentsMargins(metrics::small, 0, metrics::small, 0);
    connect(m_undo, &QLabel::linkActivated, this, &StatusLine::linkActivated);
    m_fade.setSingleShot(true);
    m_fade.setInterval(reportTime);
    connect(&m_fade, &QTimer::timeout, this, &StatusLine::clearReport);
    m_refresh.setInterval(5000);
    connect(&m_refresh, &QTimer::timeout, this, &StatusLine::load); // ages
    m_refresh.start();
    clearReport();
}

void StatusLine::show(Server* server)
{
    if (m_server)
        m_server->disconnect(this);
    m_server = server;
    m_broken = false;
    if (m_server) {
        connect(m_server, &Server::reachChanged, this, &StatusLine::reachChanged);
        connect(m_server, &Server::policyChanged, this, &StatusLine::load);
        connect(m_server, &Server::statusChanged, this, &StatusLine::load);
        connect(m_server, &Server::servicesChanged, this, &StatusLine::load);
        connect(m_server, &Server::silenceChanged, this, &StatusLine::load);
    }
    load();
}

// Words about a broken connection must not outlive the break.
void StatusLine::reachChanged()
{
    const bool online = m_server->isOnline();
    if (online && m_broken && m_report.tone != Tone::Confirmed)
        report({tr("Connected again."), Tone::Confirmed, {}});
    m_broken = !online && (m_broken || m_server->head().number > 0);
    load();
}

void StatusLine::load()
{
    m_shape->setVisible(m_server != nullptr);
    if (!m_server) {
        m_state->setText(tr("Servers and Arrays"));
        return;
    }
    Tone tone = Tone::Attention;
    QString state;
    switch (m_server->link().state()) {
    case ControlClient::State::Online:
        tone = Tone::Confirmed;
        state = tr("connected, %1 ms").arg(QLocale().toString(m_server->link().roundTripMilliseconds(), 'f', 1));
        break;
    case ControlClient::State::Connecting:
        state = tr("connecting…");
        break;
    case ControlClient::State::Waiting:
        state = tr("not connected: %1").arg(visibleText(m_server->link().lastError().detail));
        break;
    case ControlClient::State::Closed:
        state = tr("not connected");
        break;
    }
    const Server::Health health = m_server->health();
    if (health.mark != Mark::None) {
        tone = health.mark == Mark::Bad ? Tone::Refused : Tone::Attention;
        state = health.troubles.size() == 1
            ? health.troubles.constFirst()
            : tr("%n problem(s), first: %1", nullptr, static_cast<int>(health.troubles.size()))
                  .arg(health.troubles.constFirst());
    }
    QString text = m_server->displayName() + QStringLiteral(" · ") + state;
    const Revision& head = m_server->head();
    if (head.number) {
        text += QStringLiteral(" · ")
            + tr("revision %1 by %2, %3")
                  .arg(head.number)
                  .arg(visibleText(head.author), texts::age(head.time, m_clock.now()));
    }
    showTone(*m_shape, tone);
    m_shape->setAccessibleName(visibleWords(state));
    m_state->setText(text);
    QStringList tip{text};
    if (head.number)
        tip.append(texts::exactTime(head.time));
    if (health.troubles.size() > 1)
        tip.append(health.troubles);
    m_state->setToolTip(visibleWords(tip.join(u'\n')));
}

void StatusLine::report(const Report& report)
{
    m_report = report;
    m_report.text = visibleText(report.text, u"\u00a0\u202f"); // one line, whatever it speaks of
    m_outcome->setText(m_report.text);
    m_undo->setVisible(report.undo != nullptr);
    m_outcome->setAccessibleName(m_report.text);
    showTone(*m_outcomeShape, report.tone);
    m_outcome->show();
    m_outcomeShape->show();
    // What went wrong stays until something else happens; somebody who looked away must still find it.
    if (report.tone == Tone::Confirmed)
        m_fade.start();
    else
        m_fade.stop();
}

QString StatusLine::reportText() const
{
    return m_report.text;
}

void StatusLine::linkActivated()
{
    const std::function<void()> undo = m_report.undo;
    clearReport();
    if (undo)
        undo();
}

void StatusLine::clearReport()
{
    m_report = {};
    m_outcome->hide();
    m_undo->hide();
    m_outcomeShape->hide();
}

} // namespace sallyport
