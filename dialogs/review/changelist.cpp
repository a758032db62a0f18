// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/changelist.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/rowkeeper.h"
#include "models/items/changesmodel.h"
#include "models/items/copytext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace sallyport
{

namespace
{

void prepareChanges(QTreeView* list, const QString& objectName, const QString& accessibleName, int rows)
{
    prepareList(list);
    list->setObjectName(objectName);
    list->setAccessibleName(accessibleName);
    list->setMinimumHeight(metrics::rowHeight * rows);
}

} // namespace

void fitColumns(QTreeView* list)
{
    for (int column = 0; column + 1 < list->model()->columnCount(); ++column)
        list->resizeColumnToContents(column);
}

QTreeView* changeList(QAbstractItemModel* model, const QString& objectName, const QString& accessibleName, int rows)
{
    auto* list = new QTreeView;
    list->setModel(model);
    prepareChanges(list, objectName, accessibleName, rows);
    fitColumns(list);
    return list;
}

DraftChanges::DraftChanges(QWidget* parent)
    : QTreeView(parent)
    , m_model(new ChangesModel(this))
{
    constexpr int rows = 5;
    new RowKeeper(*this, *m_model);
    setModel(m_model);
    prepareChanges(this, QStringLiteral("changes"), tr("Changes"), rows);
    setToolTip(tr("Del takes a change out of the draft."));
}

void DraftChanges::setChanges(const QList<PolicyChange>& changes)
{
    m_model->setRows(changes);
    fitColumns(this);
}

QList<PolicyChange> DraftChanges::selected() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<PolicyChange> changes;
    for (const QModelIndex& row : std::as_const(rows))
        changes.append(*m_model->row(row.row()));
    return changes;
}

void DraftChanges::drop()
{
    if (const QList<PolicyChange> changes = selected(); !changes.isEmpty())
        emit dropWanted(changes);
}

void DraftChanges::goTo()
{
    if (const QList<PolicyChange> changes = selected(); changes.size() == 1)
        emit goToWanted(changes.first().path);
}

void DraftChanges::copy() const
{
    QList<QStringList> cells;
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList line;
        for (int column = 0; column < ChangesModel::ColumnCount; ++column)
            line.append(row.siblingAtColumn(column).data().toString());
        cells.append(line);
    }
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(tabSeparated(cells));
}

// What is framed is what the keys act on.
void DraftChanges::focusInEvent(QFocusEvent* event)
{
    QTreeView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || selectionModel()->hasSelection() || m_model->rowCount() == 0)
        return;
    selectionModel()->setCurrentIndex(currentIndex().isValid() ? currentIndex() : m_model->index(0, 0),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void DraftChanges::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Delete))
        drop();
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTreeView::keyPressEvent(event);
}

void DraftChanges::contextMenuEvent(QContextMenuEvent* event)
{
    const auto count = static_cast<int>(selected().size());
    if (count == 0)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("changeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const char* name, QLatin1StringView symbol, const QString& text) {
        QAction* action = menu->addAction(icon(symbol), text);
        action->setObjectName(QLatin1StringView(name));
        return action;
    };
    QAction* dropping = add("dropChange", QLatin1StringView("delete"),
        count == 1 ? tr("&Drop This Change") : tr("&Drop %n Change(s)", nullptr, count));
    dropping->setShortcut(QKeySequence::Delete);
    connect(dropping, &QAction::triggered, this, &DraftChanges::drop);
    QAction* going = add("goToChange", QLatin1StringView("forward"), tr("&Go to It"));
    going->setEnabled(count == 1);
    connect(going, &QAction::triggered, this, &DraftChanges::goTo);
    QAction* copying = add("copyChanges", QLatin1StringView("copy"), tr("&Copy"));
    copying->setShortcut(QKeySequence::Copy);
    connect(copying, &QAction::triggered, this, &DraftChanges::copy);
    const QRect row = visualRect(currentIndex());
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard && row.isValid();
    menu->popup(keyboard ? viewport()->mapToGlobal(row.bottomLeft()) : event->globalPos());
}

} // namespace sallyport
