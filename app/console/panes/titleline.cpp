// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/titleline.h"

#include "dialogs/style/metrics.h"

#include <QLabel>
#include <QLineEdit>
#include <QStyle>
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

QWidget* TitleLine::filter() const
{
    for (int i = 0; i < count(); ++i) {
        if (auto* field = widgetOf<QLineEdit>(itemAt(i)))
            return field;
    }
    return nullptr;
}

// Folded, with buttons that are icons.
QSize TitleLine::minimumSize() const
{
    QSize size = QHBoxLayout::minimumSize();
    for (int i = 0; i < count(); ++i) {
        const auto* button = widgetOf<QToolButton>(itemAt(i));
        if (button && !button->icon().isNull())
            size.rwidth() -= qMax(0, button->sizeHint().width() - iconWidth(*button));
    }
    if (const QWidget* field = filter())
        size.setWidth(qMax(field->minimumWidth(), size.width() - field->minimumWidth() - spacing()));
    return size;
}

int TitleLine::wholeWidth(bool buttonsHaveTexts) const
{
    int width = 0;
    for (int i = 0; i < count(); ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty() && !item->spacerItem())
            continue;
        if (const auto* button = widgetOf<QToolButton>(item))
            width += buttonsHaveTexts || button->icon().isNull() ? textWidth(*button) : iconWidth(*button);
        else if (const auto* field = widgetOf<QLineEdit>(item))
            width += field->minimumWidth();
        else
            width += item->widget() ? item->widget()->sizeHint().width() : item->sizeHint().width();
        width += spacing();
    }
    return width;
}

bool TitleLine::isFolded(int width) const
{
    return filter() && wholeWidth(false) > width;
}

int TitleLine::firstHeight() const
{
    int height = 0;
    for (int i = 0; i < count(); ++i) {
        if (const QWidget* widget = itemAt(i)->widget(); widget && widget != filter() && !itemAt(i)->isEmpty())
            height = qMax(height, widget->sizeHint().height());
    }
    return height;
}

int TitleLine::heightForWidth(int width) const
{
    const int height = QHBoxLayout::sizeHint().height();
    return isFolded(width) ? firstHeight() + spacing() + filter()->sizeHint().height() : height;
}

void TitleLine::setGeometry(const QRect& rect)
{
    const bool folded = isFolded(rect.width());
    const int room = rect.width() + (folded ? filter()->minimumWidth() : 0);
    const auto style = wholeWidth(true) > room ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (int i = 0; i < count(); ++i) {
        auto* button = widgetOf<QToolButton>(itemAt(i));
        if (button && !button->icon().isNull() && button->toolButtonStyle() != style)
            button->setToolButtonStyle(style);
    }
    QHBoxLayout::setGeometry(rect);
    if (folded)
        fold(rect);
    else
        widenTitle();
}

// The title has what the buttons leave, the filter the line below.
void TitleLine::fold(const QRect& rect)
{
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const auto put
        = [&](QWidget* widget, const QRect& at) { widget->setGeometry(QStyle::visualRect(direction, rect, at)); };
    const int height = firstHeight();
    QWidget* title = nullptr;
    int end = rect.x() + rect.width();
    for (int i = count() - 1; i >= 0; --i) {
        QWidget* widget = itemAt(i)->isEmpty() ? nullptr : itemAt(i)->widget();
        if (!widget || widget == filter())
            continue;
        if (i == 0) {
            title = widget;
            break;
        }
        const QSize size = widget->sizeHint();
        put(widget, QRect(end - size.width(), rect.y() + (height - size.height()) / 2, size.width(), size.height()));
        end -= size.width() + spacing();
    }
    if (title)
        put(title, QRect(rect.x(), rect.y(), end - rect.x(), height));
    put(filter(), QRect(rect.x(), rect.y() + height + spacing(), rect.width(), filter()->sizeHint().height()));
}

// The filter takes what the title does not need, not the other way round.
void TitleLine::widenTitle()
{
    auto* title = count() > 0 ? widgetOf<QLabel>(itemAt(0)) : nullptr;
    QWidget* field = filter();
    if (!title || !field)
        return;
    const int missing = qMin(title->sizeHint().width() - title->width(), field->width() - field->minimumWidth());
    if (missing <= 0)
        return;
    const int shift = parentWidget() && parentWidget()->isRightToLeft() ? -missing : missing;
    title->setGeometry(title->geometry().adjusted(qMin(0, shift), 0, qMax(0, shift), 0));
    for (int i = 1; i < count() && itemAt(i)->widget() != field; ++i) {
        if (QWidget* between = itemAt(i)->widget())
            between->move(between->x() + shift, between->y());
    }
    field->setGeometry(field->geometry().adjusted(qMax(0, shift), 0, qMin(0, shift), 0));
}

} // namespace sallyport
