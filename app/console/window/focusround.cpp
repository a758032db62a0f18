// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/focusround.h"

#include "app/console/panes/pane.h"
#include "app/console/window/mainwindow.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>

namespace sallyport
{

namespace
{

bool holds(const QWidget* outer, const QWidget* inner)
{
    return outer && inner && (outer == inner || outer->isAncestorOf(inner));
}

} // namespace

FocusRound::FocusRound(MainWindow& window)
    : m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, &FocusRound::moved);
}

void FocusRound::toPlace()
{
    if (Pane* pane = m_window.pane())
        pane->focusContent();
}

QWidget* FocusRound::widget(Part part) const
{
    switch (part) {
    case Tree:
        return m_window.findChild<QWidget*>(QStringLiteral("tree"));
    case SideList: {
        QWidget* list = m_window.pane() ? m_window.pane()->sideList() : nullptr;
        return list && list->isVisible() ? list : nullptr;
    }
    case Content:
        return m_window.pane();
    case Inspector: {
        auto* text = m_window.pane() ? m_window.pane()->findChild<QLabel*>(QStringLiteral("inspector")) : nullptr;
        return text && text->isVisible() && text->text().contains(QStringLiteral("<a ")) ? text : nullptr;
    }
    case Bar: {
        auto* bar = m_window.findChild<QWidget*>(QStringLiteral("applyBar"));
        return bar && bar->isVisible() ? bar : nullptr;
    }
    case PartCount:
        break;
    }
    return nullptr;
}

FocusRound::Part FocusRound::current() const
{
    const QWidget* focus = m_window.focusWidget();
    for (const Part part : {Tree, SideList, Inspector, Bar}) {
        if (holds(widget(part), focus))
            return part;
    }
    return Content;
}

void FocusRound::step(int by)
{
    int part = current();
    do
        part = (part + by + PartCount) % PartCount;
    while (!widget(static_cast<Part>(part)));
    enter(static_cast<Part>(part));
}

void FocusRound::enter(Part part)
{
    QWidget* target = widget(part);
    if (part == Content) {
        toPlace();
    } else if (part == Inspector) {
        target->setFocus(Qt::TabFocusReason);
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier); // to its first link
        QCoreApplication::sendEvent(target, &tab);
    } else if (part == Bar) {
        for (const char* name : {"apply", "review", "cancelApply"}) {
            auto* button = target->findChild<QWidget*>(QLatin1StringView(name));
            if (!button || !button->isEnabled() || !button->isVisible())
                continue;
            button->setFocus(Qt::TabFocusReason);
            return;
        }
    } else {
        target->setFocus(Qt::TabFocusReason);
    }
}

void FocusRound::moved(QWidget* old, QWidget* now)
{
    if (!now)
        return; // what has the keys may be going just now, and its siblings with it: nothing can be looked for
    const auto within = [this](const QWidget* one) {
        return holds(widget(Tree), one) || holds(m_window.findChild<QWidget*>(QStringLiteral("panes")), one);
    };
    const bool gone = old && old->window() == &m_window && !within(old) && (!old->isVisible() || !old->isEnabled());
    if (gone && m_window.isVisible()) {
        if (m_last && m_last->isVisible() && m_last->isEnabled())
            m_last->setFocus(Qt::OtherFocusReason);
        else
            toPlace();
    } else if (within(now)) {
        m_last = now;
    }
}

} // namespace sallyport
