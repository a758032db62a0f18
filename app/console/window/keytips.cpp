// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/keytips.h"

#include "dialogs/style/mnemonic.h"

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QToolButton>
#include <QToolTip>

namespace sallyport
{

KeyTips::KeyTips(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

QString KeyTips::tip(const QAbstractButton& button)
{
    const QAction* action = nullptr;
    if (const auto* tool = qobject_cast<const QToolButton*>(&button))
        action = tool->defaultAction();
    if (const QString name = button.property(keyOf).toString(); !name.isEmpty())
        action = button.window()->findChild<QAction*>(name);
    const QString own = button.toolTip();
    if (!action)
        return own;
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString words = own.isEmpty() ? plainText(*action) : own;
    // What is too long for one line, or names the key itself, needs no other.
    return key.isEmpty() || words.contains(key) || words.contains(u'\n') ? words : tr("%1 (%2)").arg(words, key);
}

bool KeyTips::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    // One that is greyed says why by itself.
    if (!button || button->window() != &m_window || !button->isEnabled())
        return false;
    const QString text = tip(*button);
    if (text.isEmpty())
        return false;
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, button);
    return true;
}

QString plainText(const QAction& action)
{
    return withoutMnemonic(action.text()).remove(u'…');
}

} // namespace sallyport
