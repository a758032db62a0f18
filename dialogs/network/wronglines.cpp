// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/wronglines.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QKeyEvent>

namespace sallyport
{

WrongLines::WrongLines(QWidget* parent)
    : QListWidget(parent)
{
    constexpr int rows = 4;
    setObjectName(QStringLiteral("wrongLines"));
    setAccessibleName(tr("Lines that can't be read"));
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setIconSize({metrics::iconSize, metrics::iconSize});
    setFixedHeight(rows * qMax(metrics::rowHeight, fontMetrics().lineSpacing() + metrics::tiny) + 2 * frameWidth());
    hide();
    connect(this, &QListWidget::itemClicked, this, &WrongLines::choose);
}

void WrongLines::setLines(const QList<WrongLine>& lines)
{
    const int row = currentRow();
    const QPixmap cross = toneIcon(Tone::Refused).pixmap(iconSize(), devicePixelRatioF());
    QIcon mark(cross);
    mark.addPixmap(cross, QIcon::Selected); // the row is selected in grey
    clear();
    for (const WrongLine& line : lines) {
        const QString words = visibleText(line.text);
        auto* item = new QListWidgetItem(mark, words);
        item->setData(Qt::UserRole, line.line);
        item->setToolTip(words);
        item->setSizeHint({0, metrics::rowHeight});
        addItem(item);
    }
    if (hasFocus())
        setCurrentRow(qMin(row, count() - 1));
    setVisible(!lines.isEmpty());
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
