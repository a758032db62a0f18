// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/console/keys.h"

#include <QApplication>
#include <QTest>

namespace sallyport
{

void Keys::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_count;
    QTest::keyClick(target(), key, modifiers);
    QCoreApplication::processEvents();
}

void Keys::type(const QString& text)
{
    ++m_count;
    QTest::keyClicks(target(), text);
    QCoreApplication::processEvents();
}

// Once one has the focus: a window that opens or closes passes it on in its own time, and there is no window manager
// here that makes another one active.
QWidget* Keys::target() const
{
    const auto find = [this] {
        if (!QApplication::activeWindow() && !QApplication::activeModalWidget())
            m_window.activateWindow();
        QWidget* popup = QApplication::activePopupWidget();
        return popup ? popup : QApplication::focusWidget();
    };
    if (!QTest::qWaitFor([&find] { return find() != nullptr; }))
        qFatal("nothing has the focus");
    return find();
}

} // namespace sallyport
