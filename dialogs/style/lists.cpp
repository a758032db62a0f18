// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/lists.h"

#include "dialogs/style/markdelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QTreeView>

#include <algorithm>
#include <utility>
#include <vector>

namespace sallyport
{

namespace
{

class WidthSharing final : public QObject
{
public:
    WidthSharing(QTreeView* list, int whole)
        : QObject(list)
        , m_list(list)
        , m_whole(whole)
    {
        setObjectName(QStringLiteral("widthSharing"));
        list->viewport()->installEventFilter(this);
    }

    void share() const
    {
        const QHeaderView* header = m_list->header();
        const QAbstractItemView* view = m_list; // where it may be asked
        std::vector<std::pair<int, int>> wanted; // width, column
        for (int column = 0; column < header->count(); ++column) {
            if (!header->isSectionHidden(column))
                wanted.emplace_back(std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column)), column);
        }
        std::sort(wanted.begin(), wanted.end());
        std::stable_partition(wanted.begin(), wanted.end(), [this](const auto& one) { return one.second == m_whole; });
        int room = m_list->viewport()->width();
        int columns = static_cast<int>(wanted.size());
        for (const auto& [width, column] : wanted) {
            const int given = std::min(width, column == m_whole ? room * 2 / 3 : room / columns);
            --columns;
            m_list->setColumnWidth(column, given);
            room -= given;
        }
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize)
            share();
        return QObject::eventFilter(watched, event);
    }

private:
    QTreeView* m_list;
    int m_whole;
};

} // namespace

void shareWidth(QTreeView* list, int whole)
{
    auto* sharing = static_cast<WidthSharing*>(
        list->findChild<QObject*>(QStringLiteral("widthSharing"), Qt::FindDirectChildrenOnly));
    if (!sharing)
        sharing = new WidthSharing(list, whole);
    sharing->share();
}

void prepareList(QTreeView* list, int sortColumn)
{
    list->setItemDelegate(new MarkDelegate(list));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setTextElideMode(Qt::ElideMiddle);
    list->header()->setStretchLastSection(true);
    list->header()->setHighlightSections(false);
    list->header()->setObjectName(QStringLiteral("header"));
    if (sortColumn >= 0) {
        list->setSortingEnabled(true);
        list->sortByColumn(sortColumn, Qt::AscendingOrder);
    }
}

void paintEmptyText(const QAbstractItemView& list, const QString& text)
{
    if (text.isEmpty() || !list.model() || list.model()->rowCount() > 0)
        return;
    QPainter painter(list.viewport());
    painter.setPen(list.palette().color(QPalette::PlaceholderText));
    painter.drawText(list.viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace sallyport
