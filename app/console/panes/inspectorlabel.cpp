// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/inspectorlabel.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace sallyport
{

InspectorLabel::InspectorLabel(QWidget* parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("inspector"));
    setWordWrap(true);
    setMinimumWidth(1); // one long word must not widen the window
    setTextFormat(Qt::RichText);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setFocusPolicy(Qt::ClickFocus);
}

void InspectorLabel::setHtml(const QString& html)
{
    if (html == text())
        return;
    setText(html);
    setFocusPolicy(html.contains(QStringLiteral("<a ")) ? Qt::StrongFocus : Qt::ClickFocus);
}

void InspectorLabel::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    QStyleOptionFocusRect frame;
    frame.initFrom(this);
    frame.state |= QStyle::State_KeyboardFocusChange;
    frame.backgroundColor = palette().color(QPalette::Window);
    style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, &painter, this);
}

} // namespace sallyport
