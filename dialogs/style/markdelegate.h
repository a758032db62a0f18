// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace sallyport
{

// Draws the cells of our lists: TableModel's marks as shapes, what is without effect grey, what is not applied yet with
// an amber bar at its left (pendingRole). A cell that is cut says the whole of it in its tool tip.
class MarkDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

signals:
    // Of every cell that is painted: how wide its column must be for it, in pixels, and whether it is wide enough.
    void measured(int column, int width, bool isCut) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    // Where the icon and the text of a cell go.
    virtual QRect contentRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;

private:
    // Pixels that the text of a cell lacks; negative for what is over.
    static int missingFor(const QStyleOptionViewItem& option);
};

} // namespace sallyport
