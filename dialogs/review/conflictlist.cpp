// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/conflictlist.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QKeyEvent>

#include <algorithm>

namespace sallyport
{

namespace
{

enum ConflictColumn { Setting, Before, Mine, Theirs, ConflictColumnCount };

constexpr int widestColumn = 240; // pixels; a whole entry's settings are in the tooltip

QString valueText(const QString& value)
{
    return value.isEmpty() ? ConflictList::tr("(nothing)") : visibleText(value);
}

} // namespace

ConflictList::ConflictList(const QList<MergeConflict>& conflicts, QWidget* parent)
    : QTreeWidget(parent)
    , m_conflicts(conflicts)
    , m_taken(conflicts.size())
{
    setColumnCount(ConflictColumnCount);
    setHeaderLabels({tr("Setting"), tr("Before"), tr("Mine"), tr("Theirs")});
    prepareList(this);
    setMinimumHeight(metrics::rowHeight * 5);
    QList<QTreeWidgetItem*> items;
    for (const MergeConflict& conflict : conflicts) {
        auto* item = new QTreeWidgetItem({texts::changePath(conflict.path), valueText(conflict.base)});
        item->setToolTip(Setting, visibleText(conflict.path));
        item->setToolTip(Before, valueText(conflict.base));
        item->setToolTip(Mine, valueText(conflict.mine));
        item->setToolTip(Theirs, valueText(conflict.theirs));
        items.append(item);
    }
    addTopLevelItems(items);
    for (int row = 0; row < topLevelItemCount(); ++row)
        show(row);
    for (int column = 0; column < Theirs; ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column), widestColumn));
    }
    setCurrentItem(topLevelItem(0));
    connect(this, &QTreeWidget::itemClicked, this, &ConflictList::chooseByClick);
}

void ConflictList::show(int row)
{
    QTreeWidgetItem* item = topLevelItem(row);
    const auto put = [&](int column, Side side, const QString& value) {
        const bool taken = m_taken.at(row) == side;
        item->setText(column, (taken ? QStringLiteral("◉ ") : QStringLiteral("○ ")) + valueText(value));
        item->setData(column, Qt::AccessibleTextRole,
            taken ? tr("%1, taken").arg(valueText(value)) : tr("%1, not taken").arg(valueText(value)));
        QFont bold = font();
        bold.setBold(taken);
        item->setFont(column, bold);
    };
    put(Mine, Side::Mine, m_conflicts.at(row).mine);
    put(Theirs, Side::Theirs, m_conflicts.at(row).theirs);
}

void ConflictList::choose(const QList<QTreeWidgetItem*>& items, Side side)
{
    for (QTreeWidgetItem* item : items) {
        const int row = indexOfTopLevelItem(item);
        m_taken[row] = side;
        show(row);
    }
    emit decided();
}

void ConflictList::chooseByClick(QTreeWidgetItem* item, int column)
{
    if (column == Mine || column == Theirs)
        choose({item}, column == Mine ? Side::Mine : Side::Theirs);
}

void ConflictList::takeAll(Side side)
{
    m_taken.fill(side);
    for (int row = 0; row < topLevelItemCount(); ++row)
        show(row);
    emit decided();
}

int ConflictList::undecided() const
{
    return static_cast<int>(std::count(m_taken.begin(), m_taken.end(), std::nullopt));
}

QSet<QString> ConflictList::theirs() const
{
    QSet<QString> paths;
    for (qsizetype row = 0; row < m_taken.size(); ++row) {
        if (m_taken.at(row) == Side::Theirs)
            paths.insert(m_conflicts.at(row).path);
    }
    return paths;
}

void ConflictList::keyPressEvent(QKeyEvent* event)
{
    QTreeWidgetItem* lead = currentItem();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!lead || !plain)
        QTreeWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Left)
        choose(selectedItems(), Side::Mine);
    else if (event->key() == Qt::Key_Right)
        choose(selectedItems(), Side::Theirs);
    else if (event->key() == Qt::Key_Space)
        choose(selectedItems(), m_taken.at(indexOfTopLevelItem(lead)) == Side::Mine ? Side::Theirs : Side::Mine);
    else
        QTreeWidget::keyPressEvent(event);
}

} // namespace sallyport
