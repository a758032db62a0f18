// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/treeview.h"

#include "app/console/panes/listview.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/items/texts.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace sallyport
{

namespace
{

class TreeDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), qMax(size.height(), metrics::rowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariant count = index.data(ConsoleTreeModel::CountRole);
        if (!count.isValid())
            return;
        const bool selected = option.state & QStyle::State_Selected;
        const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -metrics::small, 0), Qt::AlignRight | Qt::AlignVCenter,
            texts::count(count.toLongLong()));
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {metrics::iconSize, metrics::iconSize};
        const auto mark = static_cast<Mark>(index.data(ConsoleTreeModel::MarkRole).toInt());
        if (mark != Mark::None) {
            option->icon = toneIcon(mark == Mark::Good ? Tone::Confirmed : Tone::Attention);
        } else {
            const QByteArray name = index.data(ConsoleTreeModel::IconRole).toString().toLatin1();
            option->icon = icon(QLatin1StringView(name));
        }
        keepIconLegible(option);
    }
};

} // namespace

TreeView::TreeView(ConsoleTreeModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_tree(model)
{
    setObjectName(QStringLiteral("tree"));
    setAccessibleName(tr("Console tree"));
    setModel(&model);
    setItemDelegate(new TreeDelegate(this));
    setHeaderHidden(true);
    header()->setObjectName(QStringLiteral("header"));
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setIndentation(metrics::section);
    expandAll();
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex& parent) { expandRecursively(parent); });
    connect(&model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
}

void TreeView::show(const NodePath& path)
{
    m_quiet = true;
    setCurrentIndex(m_tree.indexOf(path));
    m_quiet = false;
}

void TreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_quiet && current.isValid())
        emit currentMoved(ConsoleTreeModel::pathOf(current));
}

void TreeView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit entered(ConsoleTreeModel::pathOf(currentIndex()));
        return;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace sallyport
