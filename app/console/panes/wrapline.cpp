// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/wrapline.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace sallyport
{

int WrapLine::Item::heightFor(int width) const
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

void WrapLine::add(QWidget* widget, bool elastic)
{
    addWidget(widget);
    m_items.back().elastic = elastic;
}

void WrapLine::addItem(QLayoutItem* item)
{
    m_items.push_back({std::unique_ptr<QLayoutItem>(item), false});
}

QLayoutItem* WrapLine::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].item.get() : nullptr;
}

QLayoutItem* WrapLine::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].item.release();
    m_items.erase(m_items.begin() + index);
    return item;
}

// All in one line.
QSize WrapLine::sizeHint() const
{
    QSize size;
    for (const Item& one : m_items) {
        if (one.item->isEmpty())
            continue;
        const QSize wanted = one.item->sizeHint();
        size = {
            size.width() + wanted.width() + (size.width() > 0 ? spacing() : 0), qMax(size.height(), wanted.height())};
    }
    return size.grownBy(contentsMargins());
}

// Of as many lines as there are widgets; their height is what heightForWidth() says.
QSize WrapLine::minimumSize() const
{
    QSize size;
    for (const Item& one : m_items) {
        if (!one.item->isEmpty())
            size = size.expandedTo({one.item->minimumSize().width(), one.item->minimumSize().height()});
    }
    return size.grownBy(contentsMargins());
}

int WrapLine::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void WrapLine::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

std::vector<WrapLine::Line> WrapLine::linesFor(int width) const
{
    std::vector<Line> lines;
    int taken = 0;
    for (const Item& one : m_items) {
        if (one.item->isEmpty())
            continue;
        if (lines.empty() || taken + spacing() + one.least() > width) {
            lines.emplace_back();
            taken = -spacing();
        }
        taken += spacing() + one.least();
        lines.back().push_back(&one);
    }
    return lines;
}

std::vector<int> WrapLine::widthsOf(const Line& line, int width) const
{
    int over = width - spacing() * (static_cast<int>(line.size()) - 1);
    auto elastic
        = static_cast<int>(std::count_if(line.begin(), line.end(), [](const Item* one) { return one->elastic; }));
    for (const Item* one : line)
        over -= one->least();
    std::vector<int> widths;
    for (const Item* one : line) {
        widths.push_back(one->least());
        if (over < 0) { // alone in its line and too long for it
            widths.back() += over;
        } else if (one->elastic) {
            const int share = over / elastic--;
            widths.back() += share;
            over -= share;
        }
    }
    return widths;
}

int WrapLine::arrange(const QRect& rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int y = room.y() - spacing();
    for (const Line& line : linesFor(room.width())) {
        y += spacing();
        const std::vector<int> widths = widthsOf(line, room.width());
        int height = 0;
        int length = spacing() * (static_cast<int>(line.size()) - 1);
        for (std::size_t i = 0; i < line.size(); ++i) {
            height = qMax(height, line[i]->heightFor(widths[i]));
            length += widths[i];
        }
        int x = room.x() + room.width() - length;
        for (std::size_t i = 0; place && i < line.size(); ++i) {
            const int own = qMin(height, line[i]->heightFor(widths[i]));
            const QRect at(x, y + (height - own) / 2, widths[i], own);
            line[i]->item->setGeometry(QStyle::visualRect(direction, room, at));
            x += widths[i] + spacing();
        }
        y += height;
    }
    return qMax(0, y - rect.y()) + contentsMargins().bottom();
}

} // namespace sallyport
