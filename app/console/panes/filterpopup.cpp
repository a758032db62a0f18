// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/filterpopup.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScreen>

namespace sallyport
{

FilterPopup::FilterPopup(QWidget* field)
    : QTreeWidget(field)
    , m_field(field)
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setObjectName(QStringLiteral("filterHints"));
    setAccessibleName(tr("How the filter may go on"));
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(Box);
    setFrameShadow(Plain);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setColumnCount(2);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        const FilterHint hint = m_hints.value(indexOfTopLevelItem(item)); // what is picked may change the list
        emit picked(hint);
    });
}

void FilterPopup::showHints(const QList<FilterHint>& hints)
{
    m_hints = hints;
    clear();
    if (hints.isEmpty()) {
        hide();
        return;
    }
    for (const FilterHint& hint : hints) {
        auto* item = new QTreeWidgetItem(this, {hint.shown, hint.about});
        item->setForeground(1, toneColor(Tone::Quiet, palette()));
    }
    setCurrentItem(nullptr);
    clearSelection();
    const int rows = sizeHintForRow(0) * static_cast<int>(hints.size());
    const QRect screen = m_field->screen()->availableGeometry();
    const int width = sizeHintForColumn(0) + sizeHintForColumn(1) + 2 * frameWidth() + metrics::small;
    resize(std::clamp(width, m_field->width(), std::max(m_field->width(), screen.width())), rows + 2 * frameWidth());
    QPoint place = m_field->mapToGlobal(QPoint(0, m_field->height()));
    place.setX(std::max(screen.left(), std::min(place.x(), screen.right() + 1 - this->width())));
    if (place.y() + height() > screen.bottom())
        place.setY(m_field->mapToGlobal(QPoint()).y() - height());
    QTreeWidget::move(place);
    show();
    raise();
}

void FilterPopup::move(int by)
{
    const int count = topLevelItemCount();
    // One place more than there are hints is that of none.
    const int place = ((chosen() ? indexOfTopLevelItem(currentItem()) : count) + by + count + 1) % (count + 1);
    setCurrentItem(topLevelItem(place));
    if (place == count)
        clearSelection();
    QAccessibleEvent told(this, QAccessible::Focus);
    if (place < count)
        told.setChild(place);
    QAccessible::updateAccessibility(&told);
}

const FilterHint* FilterPopup::chosen() const
{
    const int row = isVisible() && currentItem() ? indexOfTopLevelItem(currentItem()) : -1;
    return row >= 0 && row < m_hints.size() ? &m_hints.at(row) : nullptr;
}

} // namespace sallyport
