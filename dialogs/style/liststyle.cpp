// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/liststyle.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/outline.h"

#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOptionHeader>
#include <QTableView>
#include <QTreeView>
#include <QtMath>

namespace sallyport
{

namespace
{

// The list a widget is or belongs to as its header: with columns, so a tree of places is none.
const QAbstractItemView* listOf(const QWidget* widget)
{
    const bool isHeader = qobject_cast<const QHeaderView*>(widget);
    const QWidget* view = isHeader ? widget->parentWidget() : widget;
    if (const auto* table = qobject_cast<const QTableView*>(view))
        return table;
    // The style is asked while the view is being made, before it has a header.
    const auto* tree = qobject_cast<const QTreeView*>(view);
    return tree && tree->header() && !tree->isHeaderHidden() ? tree : nullptr;
}

// Room for the arrows of rows that open, before the text of the first column. The delegate of a table keeps it.
int branchRoom(const QAbstractItemView& list)
{
    const auto* tree = qobject_cast<const QTreeView*>(&list);
    if (!tree)
        return metrics::branch;
    return tree->rootIsDecorated() ? tree->indentation() : 0;
}

// Room before the text of the first column, beside the cell's own: panes have no frame and begin at the window's edge.
int edge(const QAbstractItemView& list)
{
    return list.frameShape() == QFrame::NoFrame && branchRoom(list) == 0 ? metrics::small : 0;
}

bool beginsRow(const QStyleOptionViewItem& item)
{
    return item.viewItemPosition == QStyleOptionViewItem::Beginning
        || item.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

int headerInset(const QStyleOptionHeader& header, const QAbstractItemView& list)
{
    if (header.position != QStyleOptionHeader::Beginning && header.position != QStyleOptionHeader::OnlyOneSection)
        return 0;
    return branchRoom(list) + edge(list);
}

void drawHeaderFrame(const QStyleOption& header, bool divided, QPainter& painter)
{
    const QRect& r = header.rect;
    painter.fillRect(r, header.palette.color(QPalette::Window));
    painter.setPen(header.palette.color(QPalette::Mid));
    painter.drawLine(r.bottomLeft(), r.bottomRight());
    if (divided)
        painter.drawLine(r.right(), r.top() + metrics::tiny + 1, r.right(), r.bottom() - metrics::tiny - 1);
}

// The frame, the title where the column's cells have their text, and the arrow of the sorted column.
void drawHeader(const QStyleOptionHeader& header, const QAbstractItemView& list, QPainter& painter, const QStyle& style)
{
    const bool last
        = header.position == QStyleOptionHeader::End || header.position == QStyleOptionHeader::OnlyOneSection;
    drawHeaderFrame(header, !last, painter);
    QRect text = header.rect.adjusted(metrics::small + headerInset(header, list), 0, -metrics::small, 0);
    if (header.sortIndicator != QStyleOptionHeader::None) {
        QStyleOptionHeader arrow(header);
        arrow.rect = QRect(text.right() - metrics::small, text.top(), metrics::small, text.height());
        text.setRight(arrow.rect.left() - metrics::tiny);
        style.drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &arrow, &painter, &list);
    }
    painter.setPen(header.palette.color(
        header.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(text, int(header.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        header.fontMetrics.elidedText(header.text, Qt::ElideRight, text.width()));
}

// The icon as it is in one mode, whatever the mode it is drawn in.
QIcon fixedIcon(const QIcon& icon, QIcon::Mode mode, const QSize& size, const QWidget* widget)
{
    const QPixmap pixmap = icon.pixmap(size, widget ? widget->devicePixelRatioF() : 1, mode);
    QIcon fixed;
    for (const QIcon::Mode drawn : {QIcon::Normal, QIcon::Active, QIcon::Selected})
        fixed.addPixmap(pixmap, drawn);
    return fixed;
}

bool hasOutline(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_Frame:
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorRadioButton:
    case QStyle::PE_PanelButtonCommand:
        return true;
    default:
        return false;
    }
}

// One line, inside a selection in the colour of its text.
void drawFocusRing(const QStyleOptionFocusRect& ring, QPainter& painter)
{
    constexpr double seen = 3;
    const QColor accent = ring.palette.color(QPalette::Active, QPalette::Link);
    const bool lost = ring.backgroundColor.isValid() && contrast(accent, ring.backgroundColor) < seen;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(lost ? ring.palette.color(QPalette::Active, QPalette::HighlightedText) : accent);
    painter.drawRect(ring.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

} // namespace

ListStyle::ListStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

int ListStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    // Cells stand one more pixel off than this.
    if (metric == PM_FocusFrameHMargin && listOf(widget))
        return metrics::small - 1;
    if (metric == PM_HeaderMargin && listOf(widget))
        return metrics::small;
    if (metric == PM_SmallIconSize || metric == PM_ListViewIconSize || metric == PM_ButtonIconSize)
        return metrics::iconSize;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

QSize ListStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ItemViewItem) // what a field or a box suggests as well
        result.setHeight(::qMax<int>(result.height(), metrics::rowHeight));
    const QAbstractItemView* list = listOf(widget);
    if (!list)
        return result;
    const auto* header = type == CT_HeaderSection ? qstyleoption_cast<const QStyleOptionHeader*>(option) : nullptr;
    if (header) {
        const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
        const int arrow = sorted ? metrics::small + metrics::tiny : 0;
        // Rounded up: elidedText() does not round, and letters end between pixels.
        const int text = qCeil(QFontMetricsF(header->fontMetrics).horizontalAdvance(header->text));
        return {text + 2 * metrics::small + arrow + headerInset(*header, *list),
            qMax<int>(metrics::rowHeight, header->fontMetrics.height() + metrics::small)};
    }
    if (type == CT_ItemViewItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (item && beginsRow(*item))
            result.rwidth() += edge(*list);
    }
    return result;
}

QRect ListStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QAbstractItemView* list = listOf(widget);
    const bool ofItem = element == SE_ItemViewItemText || element == SE_ItemViewItemDecoration
        || element == SE_ItemViewItemCheckIndicator;
    const auto* item = list && ofItem ? qstyleoption_cast<const QStyleOptionViewItem*>(option) : nullptr;
    if (!item)
        return QProxyStyle::subElementRect(element, option, widget);
    QStyleOptionViewItem inner(*item);
    if (beginsRow(*item))
        inner.rect.setLeft(inner.rect.left() + edge(*list));
    QRect rect = QProxyStyle::subElementRect(element, &inner, widget);
    // Each part brings its margins; between two of them one is enough.
    const bool check = inner.features & QStyleOptionViewItem::HasCheckIndicator;
    const bool decoration = inner.features & QStyleOptionViewItem::HasDecoration;
    if (check && element != SE_ItemViewItemCheckIndicator)
        rect.setLeft(rect.left() - metrics::small);
    if (decoration && element == SE_ItemViewItemText)
        rect.setLeft(rect.left() - metrics::small);
    return rect;
}

void ListStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const QAbstractItemView* list = listOf(widget);
    const auto* header = list && element == CE_Header ? qstyleoption_cast<const QStyleOptionHeader*>(option) : nullptr;
    if (header || (list && element == CE_HeaderEmptyArea)) {
        painter->save();
        header ? drawHeader(*header, *list, *painter, *baseStyle()) : drawHeaderFrame(*option, false, *painter);
        painter->restore();
        return;
    }
    if (const auto* entry = element == CE_MenuItem ? qstyleoption_cast<const QStyleOptionMenuItem*>(option) : nullptr) {
        QStyleOptionMenuItem legible(*entry);
        if ((entry->state & State_Selected) && (entry->state & State_Enabled) && !entry->icon.isNull()) {
            const int size = pixelMetric(PM_SmallIconSize, option, widget);
            legible.icon = fixedIcon(entry->icon, QIcon::Selected, {size, size}, widget);
        }
        QProxyStyle::drawControl(element, &legible, painter, widget);
        return;
    }
    if (const auto* combo
        = element == CE_ComboBoxLabel ? qstyleoption_cast<const QStyleOptionComboBox*>(option) : nullptr) {
        // Fusion cuts through a letter.
        QStyleOptionComboBox seen(*combo);
        const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + metrics::tiny;
        const int room = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - icon;
        seen.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room - metrics::tiny);
        QProxyStyle::drawControl(element, &seen, painter, widget);
        return;
    }
    if (const auto* item
        = element == CE_ItemViewItem ? qstyleoption_cast<const QStyleOptionViewItem*>(option) : nullptr) {
        QStyleOptionViewItem cell(*item);
        // White, as on the accent, it would be lost on the pale selection of a window that rests.
        if ((item->state & State_Selected) && !(item->state & State_Active) && !item->icon.isNull())
            cell.icon = fixedIcon(item->icon, QIcon::Normal, item->decorationSize, widget);
        // In a window from right to left: "390.6 KiB" and "msmsgs.exe" are still read from left to right.
        if (item->direction == Qt::RightToLeft && !item->text.isEmpty() && !item->text.isRightToLeft())
            cell.text = u'\u202a' + item->text + u'\u202c';
        QProxyStyle::drawControl(element, &cell, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ListStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && control == CC_ComboBox) {
        QStyleOptionComboBox seen(*combo);
        seen.palette = outlined(combo->palette);
        QProxyStyle::drawComplexControl(control, &seen, painter, widget);
    } else if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
               spin && control == CC_SpinBox) {
        QStyleOptionSpinBox seen(*spin);
        seen.palette = outlined(spin->palette);
        QProxyStyle::drawComplexControl(control, &seen, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void ListStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* branch
        = element == PE_IndicatorBranch ? qstyleoption_cast<const QStyleOptionViewItem*>(option) : nullptr;
    // The arrow stands on the accent of a selected row.
    if (branch && (branch->state & State_Selected) && (branch->state & State_Active)) {
        QStyleOptionViewItem onAccent(*branch);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            onAccent.palette.setColor(role, branch->palette.color(QPalette::Active, QPalette::HighlightedText));
        QProxyStyle::drawPrimitive(element, &onAccent, painter, widget);
        return;
    }
    const auto* ring = element == PE_FrameFocusRect ? qstyleoption_cast<const QStyleOptionFocusRect*>(option) : nullptr;
    // A button's outline says it by its colour.
    if (ring && (ring->state & State_KeyboardFocusChange) && !qobject_cast<const QPushButton*>(widget)) {
        drawFocusRing(*ring, *painter);
        return;
    }
    if (hasOutline(element)) {
        // Fusion draws them by what every option has, but for these two.
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        const QPalette lines = outlined(option->palette, widget ? toneOf(*widget) : std::nullopt);
        QStyleOptionButton seenButton;
        QStyleOptionFrame seenFrame;
        QStyleOption seen(*option);
        QStyleOption* drawn = &seen;
        if (button) {
            seenButton = *button;
            drawn = &seenButton;
        } else if (frame) {
            seenFrame = *frame;
            drawn = &seenFrame;
        }
        drawn->palette = lines;
        QProxyStyle::drawPrimitive(element, drawn, painter, widget);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorItemViewItemCheck)
        return;
    // Fusion's frame is lost on a dark list, and with it every box that is not ticked.
    const bool onAccent = (option->state & State_Selected) && (option->state & State_Active);
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(option->palette.color(onAccent ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

} // namespace sallyport
