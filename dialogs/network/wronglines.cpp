// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/wronglines.h"

#include "dialogs/style/markdelegate.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"
#include "models/items/tablemodel.h"

#include <QEvent>
#include <QKeyEvent>

namespace sallyport
{

namespace
{

// Rows as high as their words need at the list's width.
class WrappingDelegate final : public MarkDelegate
{
public:
    using MarkDelegate::MarkDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto* list = static_cast<const QListView*>(option.widget);
        const int width = list->viewport()->width();
        const int room = width - metrics::iconSize - 3 * metrics::small; // around icon and words
        const int words = option.fontMetrics
                              .boundingRect(QRect(0, 0, qMax(room, metrics::iconSize), 0), Qt::TextWordWrap,
                                  index.data().toString())
                              .height();
        return {width, qMax(words + metrics::tiny, metrics::rowHeight)};
    }
};

} // namespace

WrongLines::WrongLines(QWidget* parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("wrongLines"));
    setAccessibleName(tr("Lines that can't be read"));
    setItemDelegate(new WrappingDelegate(this));
    setWordWrap(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setRowsHigh();
    hide();
    connect(this, &QListWidget::itemClicked, this, &WrongLines::choose);
}

void WrongLines::setLines(const QList<WrongLine>& lines)
{
    const int row = currentRow();
    clear();
    for (const WrongLine& line : lines.first(qMin(lines.size(), most)))
        addLine(visibleText(line.text), line.line)->setData(TableModel::MarkRole, static_cast<int>(Mark::Bad));
    if (lines.size() > most)
        addLine(tr("and %n more", nullptr, static_cast<int>(lines.size() - most)), lines.at(most).line);
    if (hasFocus())
        setCurrentRow(qMin(row, count() - 1));
    setVisible(!lines.isEmpty());
}

QListWidgetItem* WrongLines::addLine(const QString& words, int line)
{
    auto* item = new QListWidgetItem(words, this);
    item->setData(Qt::UserRole, line);
    return item;
}

void WrongLines::setRowsHigh()
{
    constexpr int rows = 6;
    setFixedHeight(rows * qMax(metrics::rowHeight, fontMetrics().lineSpacing() + metrics::tiny) + 2 * frameWidth());
}

void WrongLines::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowsHigh();
}

void WrongLines::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

void WrongLines::choose(const QListWidgetItem* item)
{
    if (item)
        emit chosen(item->data(Qt::UserRole).toInt());
}

} // namespace sallyport
