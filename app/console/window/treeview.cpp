// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/treeview.h"

#include "app/console/panes/folderpane.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/items/texts.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

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
        const QString count = countOf(index);
        if (count.isEmpty())
            return;
        const bool selected = option.state & QStyle::State_Selected;
        const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -metrics::small, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {metrics::iconSize, metrics::iconSize};
        const auto mark = static_cast<Mark>(index.data(ConsoleTreeModel::MarkRole).toInt());
        if (mark != Mark::None) {
            option->icon = toneIcon(mark == Mark::Good ? Tone::Confirmed
                    : mark == Mark::Bad                ? Tone::Refused
                                                       : Tone::Attention);
        } else {
            const QByteArray name = index.data(ConsoleTreeModel::IconRole).toString().toLatin1();
            option->icon = icon(QLatin1StringView(name));
        }
        // The count stands beside the name, never on it.
        const QString count = countOf(index);
        const int taken = metrics::iconSize + metrics::small + metrics::tiny
            + (count.isEmpty() ? 0 : option->fontMetrics.horizontalAdvance(count) + metrics::small + metrics::tiny);
        option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, option->rect.width() - taken);
    }

private:
    static QString countOf(const QModelIndex& index)
    {
        const QVariant count = index.data(ConsoleTreeModel::CountRole);
        return count.isValid() ? texts::count(count.toLongLong()) : QString();
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
    setIndentation(metrics::section);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // names end in dots, tool tips have the whole
    setEditTriggers(NoEditTriggers); // see rename()
    unfold({});
    connect(&model, &QAbstractItemModel::rowsInserted, this, &TreeView::unfold);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { unfold({}); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) { m_folded.append(nameOf(index)); });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) { m_folded.removeAll(nameOf(index)); });
}

QString TreeView::nameOf(const QModelIndex& index)
{
    const NodePath path = ConsoleTreeModel::pathOf(index);
    return QString::number(static_cast<int>(path.kind)) + u'/' + path.server;
}

QStringList TreeView::folded() const
{
    QStringList nodes = m_folded;
    nodes.removeDuplicates();
    return nodes;
}

void TreeView::setFolded(const QStringList& nodes)
{
    m_folded = nodes;
    unfold({});
}

// Everything below a node, but for what the user folded.
void TreeView::unfold(const QModelIndex& from)
{
    if (from.isValid())
        setExpanded(from, !m_folded.contains(nameOf(from)));
    for (int row = 0; row < m_tree.rowCount(from); ++row)
        unfold(m_tree.index(row, 0, from));
}

void TreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint below = visualRect(index).bottomLeft() + QPoint(metrics::section, 0);
    emit menuWanted(ConsoleTreeModel::pathOf(index), keyboard ? viewport()->mapToGlobal(below) : event->globalPos());
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

void TreeView::rename(const QString& server)
{
    const QModelIndex index = m_tree.indexOf({NodeKind::Server, server});
    if (!(m_tree.flags(index) & Qt::ItemIsEditable))
        return;
    setFocus();
    scrollTo(index);
    edit(index);
}

// What a place is, and how a server is.
bool TreeView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QTreeView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tip(indexAt(help->pos())), this);
    return true;
}

QString TreeView::tip(const QModelIndex& index)
{
    if (!index.isValid())
        return {};
    QStringList lines{index.data().toString()};
    const NodeKind kind = ConsoleTreeModel::pathOf(index).kind;
    if (kind != NodeKind::Server)
        lines.append(FolderPane::about(kind));
    if (const QString state = index.data(Qt::ToolTipRole).toString(); !state.isEmpty())
        lines.append(state);
    return plainTip(lines.join(u'\n'));
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
