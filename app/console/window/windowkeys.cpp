// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/windowkeys.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr char beforeFields[] = "beforeFields";

// What keeps a window from being used now; null for none.
QWidget* blocking(const QWidget* window)
{
    QWidget* sheet = QApplication::activeModalWidget();
    if (!sheet || !window || sheet == window || sheet->isAncestorOf(window))
        return nullptr;
    for (const QWidget* below = sheet->parentWidget(); below; below = below->parentWidget()) {
        if (below == window)
            return sheet;
    }
    return sheet->windowModality() == Qt::ApplicationModal ? sheet : nullptr;
}

bool goesBeforeFields(const QWidget* window, const QKeyEvent& event)
{
    const QList<QAction*> actions = window ? window->actions() : QList<QAction*>();
    return std::any_of(actions.begin(), actions.end(), [&event](const QAction* action) {
        return action->property(beforeFields).toBool() && action->isEnabled()
            && action->shortcut() == QKeySequence(event.keyCombination());
    });
}

void raise(QWidget& sheet)
{
    sheet.raise();
    sheet.activateWindow();
}

} // namespace

WindowKeys::WindowKeys(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

void WindowKeys::putBeforeFields(QAction& action)
{
    action.setProperty(beforeFields, true);
}

bool WindowKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Shortcut) {
        if (QWidget* sheet = blocking(QApplication::activeWindow())) {
            raise(*sheet);
            return true;
        }
    } else if (event->type() == QEvent::ShortcutOverride && watched->isWindowType()) {
        // The window hears of a key before its field does.
        const QWidget* window = QWidget::find(static_cast<QWindow*>(watched)->winId());
        if (goesBeforeFields(window, *static_cast<QKeyEvent*>(event))) {
            event->ignore();
            return true;
        }
    } else if (event->type() == QEvent::WindowActivate && watched->isWidgetType()) {
        const auto raiseSheet = [window = QPointer(static_cast<QWidget*>(watched))] {
            if (QWidget* sheet = window && window->isActiveWindow() ? blocking(window) : nullptr)
                raise(*sheet);
        };
        auto* window = static_cast<QWidget*>(watched);
        if (window->isWindow() && blocking(window)) // raised once the window manager is done with this one
            QMetaObject::invokeMethod(this, raiseSheet, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sallyport
