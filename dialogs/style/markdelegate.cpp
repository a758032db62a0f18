// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/markdelegate.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/items/tablemodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace sallyport
{

namespace
{

Tone toneOfMark(Mark mark)
{
    switch (mark) {
    case Mark::Good:
        return Tone::Confirmed;
    case Mark::Attention:
        return Tone::Attention;
    case Mark::Bad:
        return Tone::Refused;
    case Mark::None:
        break;
    }
    return Tone::Text;
}

Pending pendingOf(const QModelIndex& index)
{
    return static_cast<Pending>(index.data(pendingRole).toInt());
}

const QStyle* styleOf(const QStyleOptionViewItem& option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

} // namespace

QRect MarkDelegate::contentRect(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return option.rect;
}

int MarkDelegate::missingFor(const QStyleOptionViewItem& option)
{
    const int margin = styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    const int room = styleOf(option)->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).width();
    return option.fontMetrics.horizontalAdvance(option.text) + 2 * margin + 1 - room;
}

void MarkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    option.rect = contentRect(given, index);
    initStyleOption(&option, index);
    const int missing = missingFor(option);
    emit measured(index.column(), given.rect.width() + missing, missing > 0);
    styleOf(option)->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
    const bool isFirst = option.viewItemPosition == QStyleOptionViewItem::Beginning
        || option.viewItemPosition == QStyleOptionViewItem::OnlyOne;
    if (isFirst && pendingOf(index) != Pending::None) {
        const QRect bar(given.rect.topLeft(), QSize(metrics::tiny - 1, given.rect.height()));
        painter->fillRect(bar.adjusted(0, 1, 0, -1), toneColor(Tone::Attention, option.palette));
    }
}

QSize MarkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + metrics::small, qMax(size.height(), metrics::rowHeight)};
}

bool MarkDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& given, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, given, index);
    QStyleOptionViewItem option = given;
    option.rect = contentRect(given, index);
    initStyleOption(&option, index);
    QStringList tips;
    option.rect &= view->viewport()->rect();
    if (missingFor(option) > 0)
        tips.append(QString(option.text).replace(QChar::LineSeparator, u'\n'));
    tips.append(index.data(Qt::ToolTipRole).toString());
    tips.append(pendingWords(pendingOf(index)));
    tips.removeAll(QString());
    tips.removeDuplicates();
    QToolTip::showText(event->globalPos(), plainTip(tips.join(u'\n')), view, given.rect);
    return true;
}

void MarkDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto mark = static_cast<Mark>(index.data(TableModel::MarkRole).toInt());
    if (mark != Mark::None) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = toneIcon(toneOfMark(mark));
        option->decorationSize = {metrics::iconSize, metrics::iconSize};
    }
    if (index.data(TableModel::InertRole).toBool())
        option->palette.setColor(QPalette::Text, toneColor(Tone::Quiet, option->palette));
}

} // namespace sallyport
