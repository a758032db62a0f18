// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/titleline.h"

#include "dialogs/style/metrics.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace sallyport
{

namespace
{

int iconWidth(const QToolButton& button)
{
    return button.sizeHint().height();
}

int textWidth(const QToolButton& button)
{
    const QFontMetrics font = button.fontMetrics();
    return iconWidth(button) + metrics::tiny + font.size(Qt::TextShowMnemonic, button.text()).width()
        + 2 * font.horizontalAdvance(u' ');
}

template <typename W> W* widgetOf(QLayoutItem* item)
{
    return item->isEmpty() ? nullptr : qobject_cast<W*>(item->widget());
}

} // namespace

QSize TitleLine::minimumSize() const
{
    QSize size = QHBoxLayout::minimumSize();
    for (int i = 0; i < count(); ++i) {
        const auto* button = widgetOf<QToolButton>(itemAt(i));
        if (button && !button->icon().isNull())
            size.rwidth() -= qMax(0, button->sizeHint().width() - iconWidth(*button));
    }
    return size;
}

int TitleLine::wholeWidth() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty() && !item->spacerItem())
            continue;
        if (const auto* button = widgetOf<QToolButton>(item))
            width += textWidth(*button);
        else if (const auto* field = widgetOf<QLineEdit>(item))
            width += field->minimumWidth();
        else
            width += item->widget() ? item->widget()->sizeHint().width() : item->sizeHint().width();
        width += spacing();
    }
    return width;
}

void TitleLine::setGeometry(const QRect& rect)
{
    const auto style = wholeWidth() > rect.width() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (int i = 0; i < count(); ++i) {
        auto* button = widgetOf<QToolButton>(itemAt(i));
        if (button && !button->icon().isNull() && button->toolButtonStyle() != style)
            button->setToolButtonStyle(style);
    }
    QHBoxLayout::setGeometry(rect);
    widenTitle(parentWidget() && parentWidget()->isRightToLeft());
}

// The filter takes what the title does not need, not the other way round.
void TitleLine::widenTitle(bool rightToLeft)
{
    auto* title = count() > 0 ? widgetOf<QLabel>(itemAt(0)) : nullptr;
    int at = 1;
    while (at < count() && !widgetOf<QLineEdit>(itemAt(at)))
        ++at;
    if (!title || at == count())
        return;
    QWidget* filter = itemAt(at)->widget();
    const int missing = qMin(title->sizeHint().width() - title->width(), filter->width() - filter->minimumWidth());
    if (missing <= 0)
        return;
    const int shift = rightToLeft ? -missing : missing;
    title->setGeometry(title->geometry().adjusted(qMin(0, shift), 0, qMax(0, shift), 0));
    for (int i = 1; i < at; ++i) {
        if (QWidget* between = itemAt(i)->widget())
            between->move(between->x() + shift, between->y());
    }
    filter->setGeometry(filter->geometry().adjusted(qMax(0, shift), 0, qMin(0, shift), 0));
}

} // namespace sallyport
