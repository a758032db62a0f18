// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/inspectorlabel.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

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

bool InspectorLabel::focusNextPrevChild(bool next)
{
    const bool moved = QLabel::focusNextPrevChild(next);
    if (hasFocus() && hasSelectedText()) // which is the link
        emit linkFocused(placeOf(selectionStart(), selectionStart() + static_cast<int>(selectedText().size())));
    return moved;
}

// The label tells it to nobody.
QRect InspectorLabel::placeOf(int from, int to) const
{
    QTextDocument document;
    document.setDefaultFont(font());
    document.setDocumentMargin(0);
    document.setHtml(text());
    document.setTextWidth(contentsRect().width());
    document.documentLayout()->documentSize(); // or it has no lines yet
    const auto lineAt = [&document](int position) {
        const QTextBlock block = document.findBlock(position);
        const QPointF corner = block.layout()->position();
        return block.layout()->lineForTextPosition(position - block.position()).rect().translated(corner);
    };
    return lineAt(from).united(lineAt(to - 1)).toAlignedRect().translated(contentsRect().topLeft());
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
