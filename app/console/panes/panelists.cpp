// SPDX-License-Identifier: GPL-3.0-or-later
// What a pane does for the lists in it: who has the keys, which row they mean, ages that move, room on small screens.
#include "app/console/panes/pane.h"

#include "app/console/link/server.h"
#include "app/console/panes/elidedlabel.h"
#include "app/console/panes/emptystate.h"
#include "app/console/panes/inspectorlabel.h"
#include "app/console/panes/inspectorscroll.h"
#include "app/console/panes/rowmenu.h"
#include "app/console/panes/savedfilters.h"
#include "app/console/panes/titleline.h"
#include "dialogs/style/labels.h"
#include "models/items/tablemodel.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QAction>
#include <QHelpEvent>
#include <QStackedLayout>
#include <QToolButton>
#include <QToolTip>

namespace sallyport
{

namespace
{
constexpr int lowLines = 18; // fewer are a low pane
constexpr int lowestLines = 13; // fewer have no line for the sentence
constexpr int leastLines = 10;
} // namespace

void Pane::addList(QAbstractItemView* list, RowMenu& menu)
{
    m_lists.append(list);
    list->installEventFilter(this);
    menu.setForbidden([this] { return forbidden(); });
    menu.setMayBlock([this] { return m_linked && m_server && m_server->mayEdit(); });
    connect(&menu, &RowMenu::blockWanted, this, &Pane::blockWanted);
    const auto came = [this, list] { rowsCame(*list); };
    connect(list->model(), &QAbstractItemModel::rowsInserted, this, came);
    connect(list->model(), &QAbstractItemModel::modelReset, this, came);
    if (m_rowMenu)
        return;
    m_rowMenu = &menu;
    menu.setFilters(m_filter != nullptr);
    if (m_filter)
        connect(&menu, &RowMenu::wordWanted, m_filter, &FilterField::addWord);
}

void Pane::addRowEntries(QMenu* menu, QAction* before)
{
    if (m_rowMenu && m_stack->currentWidget() == m_content)
        m_rowMenu->addEntries(menu, before);
}

void Pane::focusContent()
{
    m_contentWanted = !m_content || m_stack->currentWidget() != m_content;
    QWidget* target = nullptr;
    if (m_contentWanted) {
        target = m_empty->step();
    } else if (!m_lists.isEmpty()) {
        target = m_lists.first();
    } else {
        const QList<QWidget*> inside = m_content->findChildren<QWidget*>();
        for (QWidget* widget : inside) {
            if (!target && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
                && widget->isVisibleTo(m_content))
                target = widget;
        }
    }
    if (!target)
        target = this; // so that the keys of the pane work
    target->setFocus(Qt::OtherFocusReason);
    // The list hears nothing of the focus when it has it, or while its window is not active yet.
    if (!m_lists.isEmpty() && target == m_lists.first())
        selectRow(*m_lists.first());
}

// A list that has the focus has a selected row, the current one.
void Pane::selectRow(QAbstractItemView& list)
{
    QItemSelectionModel* selection = list.selectionModel();
    if (!selection || !list.model() || list.model()->rowCount() == 0) {
        m_waiting = &list;
        return;
    }
    m_waiting = nullptr;
    const QModelIndex current = selection->currentIndex();
    if (!selection->hasSelection()) {
        const QModelIndex row = current.isValid() ? current : list.model()->index(0, 0);
        selection->setCurrentIndex(row, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        list.scrollTo(row);
    } else if (!current.isValid() || !selection->isSelected(current)) {
        selection->setCurrentIndex(selection->selection().first().topLeft(), QItemSelectionModel::NoUpdate);
    }
}

void Pane::rowsCame(QAbstractItemView& list)
{
    if (m_waiting != &list)
        return;
    m_waiting = nullptr;
    QMetaObject::invokeMethod(
        &list, // once the proxy and the view have taken them in
        [this, &list] {
            if (list.window()->focusWidget() == &list)
                selectRow(list);
        },
        Qt::QueuedConnection);
}

void Pane::leaveFilter()
{
    if (m_lists.isEmpty() || m_stack->currentWidget() != m_content)
        return;
    QAbstractItemView* list = m_lists.first();
    if (list->model()->rowCount() > 0) {
        const QModelIndex first = list->model()->index(0, 0);
        list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        list->scrollTo(first);
    }
    list->setFocus(Qt::OtherFocusReason);
}

QString Pane::selectFirst() const
{
    return tr("Select a row first.");
}

bool Pane::eventFilter(QObject* watched, QEvent* event)
{
    const qsizetype at = m_lists.indexOf(watched);
    if (event->type() == QEvent::FocusIn && at >= 0) {
        switch (static_cast<QFocusEvent*>(event)->reason()) {
        case Qt::TabFocusReason:
        case Qt::BacktabFocusReason:
        case Qt::ShortcutFocusReason:
        case Qt::OtherFocusReason:
            selectRow(*m_lists.at(at));
            break;
        default: // the mouse selects for itself; a window that becomes active again changes nothing
            break;
        }
    } else if (event->type() == QEvent::KeyPress && at >= 0) {
        // An action that is enabled has taken the key already.
        const QAction* remove = standardAction(Standard::Delete);
        if (static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete) && remove && !remove->isEnabled()) {
            const QString why = forbidden();
            emit reported({why.isEmpty() ? selectFirst() : why, Tone::Attention, {},
                why.isEmpty() || m_server->isOnline() ? QString() : m_server->key()});
            return true;
        }
    } else if (event->type() == QEvent::ToolTip) {
        const auto* button = qobject_cast<QToolButton*>(watched);
        if (button && !button->isEnabled() && !forbidden().isEmpty()) {
            QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainTip(forbidden()), this);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Pane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    arrangeTabs();
    showAges();
    m_ages.start();
}

void Pane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_ages.stop();
    m_contentWanted = false;
}

// On the smallest screens in the largest letters the list would have no row. One line of the sentence must do then, or
// none; the tree's tool tips have it.
void Pane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int line = fontMetrics().lineSpacing();
    m_sentence->setMaximumHeight(height() < lowestLines * line ? 0 : QWIDGETSIZE_MAX);
    const bool low = height() < lowLines * line;
    if (low == m_low)
        return;
    m_low = low;
    m_sentence->setWordWrap(!low);
    m_inspectorScroll->setLow(low);
    setLow(low);
}

// Of a low one: a window can be made as small as its screen, whichever pane it shows.
QSize Pane::minimumSizeHint() const
{
    const QSize least = QWidget::minimumSizeHint();
    return {least.width(), qMin(least.height(), leastLines * fontMetrics().lineSpacing())};
}

// Whatever order the pane was built in.
void Pane::arrangeTabs()
{
    QList<QWidget*> order;
    for (int i = 0; i < m_titleLine->count(); ++i) {
        if (QWidget* widget = m_titleLine->itemAt(i)->widget(); widget && (widget->focusPolicy() & Qt::TabFocus))
            order.append(widget);
    }
    if (m_saved)
        order.append(m_saved->tabStops());
    for (QAbstractItemView* list : std::as_const(m_lists))
        order.append(list);
    order.append(m_inspector);
    for (qsizetype i = 0; i + 1 < order.size(); ++i)
        setTabOrder(order.at(i), order.at(i + 1));
}

void Pane::showAges()
{
    if (!m_server)
        return;
    const TimePoint now = m_server->clock().now();
    for (QAbstractItemView* list : std::as_const(m_lists)) {
        QAbstractItemModel* model = list->model();
        while (const auto* proxy = qobject_cast<QAbstractProxyModel*>(model))
            model = proxy->sourceModel();
        if (auto* table = qobject_cast<TableModel*>(model))
            table->setNow(now);
        else
            list->viewport()->update();
    }
}

} // namespace sallyport
