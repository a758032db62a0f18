// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/veil.h"

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

void Veil::setDimmed(bool dimmed)
{
    resize(parentWidget()->size());
    setVisible(dimmed);
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
