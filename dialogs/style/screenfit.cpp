// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/screenfit.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace sallyport
{

namespace
{

int titleBar(const QWidget& window)
{
    return window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
}

} // namespace

QSize roomOnScreen(const QWidget& window)
{
    return window.screen()->availableGeometry().size() - QSize(0, titleBar(window));
}

void fitToScreen(QWidget& window)
{
    const QRect room = window.screen()->availableGeometry();
    window.resize(window.size().boundedTo(roomOnScreen(window)));
    if (!window.testAttribute(Qt::WA_Moved))
        return; // the window manager finds it a place
    const QPoint last(room.right() + 1 - window.width(), room.bottom() + 1 - window.height());
    const QPoint first = room.topLeft();
    const QPoint fitting(qBound(first.x(), window.x(), qMax(first.x(), last.x())),
        qBound(first.y(), window.y(), qMax(first.y(), last.y() - titleBar(window))));
    // Before it is shown its place is the one within the frame, and to move it would put the frame there.
    if (fitting != window.pos())
        window.move(fitting);
}

} // namespace sallyport
