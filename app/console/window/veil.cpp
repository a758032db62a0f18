// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/veil.h"

#include "app/console/link/server.h"

#include <QEvent>
#include <QPainter>

namespace sallyport
{

Veil::Veil(QWidget* over)
    : QWidget(over)
{
    setObjectName(QStringLiteral("veil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    over->installEventFilter(this);
    hide();
}

void Veil::follow(Server* server, NodeKind kind)
{
    if (m_server)
        m_server->disconnect(this);
    m_server = server;
    m_kind = kind;
    if (server) {
        connect(server, &Server::silenceChanged, this, &Veil::dim);
        connect(server, &Server::reachChanged, this, &Veil::dim);
    }
    dim();
}

// A policy can be worked on without its server; what is live can't be known.
void Veil::dim()
{
    const bool live
        = m_kind == NodeKind::Services || m_kind == NodeKind::Sessions || m_kind == NodeKind::FirewallClients;
    resize(parentWidget()->size());
    setVisible(m_server && (m_server->silence() || (live && !m_server->isOnline())));
    raise(); // over what came since
}

bool Veil::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return false;
}

void Veil::paintEvent(QPaintEvent*)
{
    QColor colour = palette().color(QPalette::Window);
    colour.setAlphaF(0.5F);
    QPainter(this).fillRect(rect(), colour);
}

} // namespace sallyport
