// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/statusline.h"

#include "app/console/link/server.h"
#include "app/console/panes/elidedlabel.h"
#include "app/console/window/errandline.h"
#include "app/console/window/outcomeline.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QLabel>
#include <QLocale>

namespace sallyport
{

StatusLine::StatusLine(const Clock& clock, QWidget* parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_shape(plainLabel({}, this))
    , m_state(new ElidedLabel(this))
    , m_errands(new ErrandLine(this))
    , m_outcomes(new OutcomeLine(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setAccessibleName(tr("Status"));
    setSizeGripEnabled(false);
    m_shape->setObjectName(QStringLiteral("connectionShape"));
    m_state->setObjectName(QStringLiteral("connectionState"));
    // What is left beside an outcome, whose last words are the remedy; the tool tip has the whole.
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_shape);
    addWidget(m_state, 1);
    addPermanentWidget(m_errands);
    addPermanentWidget(m_outcomes);
    setContentsMargins(metrics::small, 0, metrics::small, 0);
    m_refresh.setInterval(5000);
    connect(&m_refresh, &QTimer::timeout, this, &StatusLine::load); // ages
    m_refresh.start();
}

void StatusLine::follow(const Server& server)
{
    connect(&server, &Server::errandBegun, m_errands, &ErrandLine::add);
}

void StatusLine::show(Server* server)
{
    if (m_server)
        m_server->disconnect(this);
    m_server = server;
    m_wasOnline = m_server && m_server->isOnline();
    m_lost = false;
    if (m_wasOnline)
        m_outcomes->dropUnreached(m_server->key()); // of when another one was in view
    if (m_server) {
        connect(m_server, &Server::reachChanged, this, &StatusLine::reachChanged);
        connect(m_server, &Server::nameChanged, this, &StatusLine::load);
        connect(m_server, &Server::policyChanged, this, &StatusLine::load);
        connect(m_server, &Server::statusChanged, this, &StatusLine::load);
        connect(m_server, &Server::servicesChanged, this, &StatusLine::load);
        connect(m_server, &Server::silenceChanged, this, &StatusLine::load);
        connect(m_server, &Server::troublesChanged, this, &StatusLine::load);
    }
    load();
}

// Words about a broken connection must not outlive the break; "again" is for one that was there.
void StatusLine::reachChanged()
{
    if (m_server->isOnline()) {
        if (m_outcomes->dropUnreached(m_server->key()))
            report({m_lost ? tr("Connected again.") : tr("Connected."), Tone::Confirmed, {}});
        m_wasOnline = true;
        m_lost = false;
    } else if (m_wasOnline && m_server->link().state() == ControlClient::State::Waiting) {
        m_lost = true;
    }
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
        if (m_server->role() != Role::Administrator)
            state = tr("%1, your role: %2").arg(state, texts::role(m_server->role()));
        break;
    case ControlClient::State::Connecting:
        state = tr("connecting…");
        break;
    case ControlClient::State::Waiting:
        state = tr("not connected: %1").arg(texts::detail(m_server->link().lastError()));
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
    m_state->setToolTip(plainTip(tip.join(u'\n')));
}

void StatusLine::report(const Report& report)
{
    m_outcomes->report(report);
}

QString StatusLine::reportText() const
{
    return m_outcomes->text();
}

} // namespace sallyport
