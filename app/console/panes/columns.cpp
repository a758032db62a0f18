// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/columns.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/items/copytext.h"
#include "models/items/tablemodel.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>

#include <algorithm>

namespace sallyport
{

Columns::Columns(QAbstractItemView* list, QHeaderView* header)
    : m_list(list)
    , m_header(header)
{
    header->setObjectName(QStringLiteral("header"));
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &Columns::showMenu);
}

Columns::~Columns()
{
    if (!m_key.isEmpty())
        QSettings().setValue(m_key, m_header->saveState());
}

void Columns::setUp(const QString& name, const QList<int>& characters)
{
    m_key = QStringLiteral("columns/") + name;
    m_widths = characters;
    reset();
    m_header->restoreState(QSettings().value(m_key).toByteArray());
}

void Columns::reset()
{
    const int character = m_header->fontMetrics().averageCharWidth();
    for (int column = 0; column < m_widths.size(); ++column) {
        m_header->setSectionHidden(column, false);
        m_header->moveSection(m_header->visualIndex(column), column);
        const QString title = m_header->model()->headerData(column, Qt::Horizontal).toString();
        const int least
            = qMax(m_widths.at(column) * character, m_header->fontMetrics().horizontalAdvance(title) + metrics::tiny);
        m_header->resizeSection(column, least + 2 * metrics::small + (column == 0 ? metrics::small : 0));
    }
}

QMenu* Columns::makeMenu(QWidget* parent)
{
    auto* menu = new QMenu(tr("&Columns"), parent);
    menu->setObjectName(QStringLiteral("columnMenu"));
    for (int column = 0; column < m_header->count(); ++column) {
        QAction* action = menu->addAction(m_header->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        // The first column names the row.
        action->setEnabled(column > 0);
        connect(
            action, &QAction::toggled, m_header, [this, column](bool on) { m_header->setSectionHidden(column, !on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &Columns::reset);
    return menu;
}

void Columns::showMenu(const QPoint& at)
{
    QMenu* menu = makeMenu(m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_header->mapToGlobal(at));
}

QList<QStringList> Columns::selectedCells() const
{
    if (!m_list->selectionModel() || !m_list->selectionModel()->hasSelection())
        return {};
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex& a, const QModelIndex& b) {
        return m_list->visualRect(a).top() < m_list->visualRect(b).top();
    });
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        if (!m_header->isSectionHidden(m_header->logicalIndex(visual)))
            columns.append(m_header->logicalIndex(visual));
    }
    QList<QStringList> lines(1);
    for (const int column : std::as_const(columns)) {
        const QVariant title = m_header->model()->headerData(column, Qt::Horizontal, copyRole);
        lines.first().append(
            title.isValid() ? title.toString() : m_header->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns)) {
            const QVariant exact = row.siblingAtColumn(column).data(copyRole);
            cells.append(exact.isValid() ? exact.toString() : row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells);
    }
    return lines;
}

void Columns::copyRows() const
{
    if (const QList<QStringList> cells = selectedCells(); !cells.isEmpty())
        QGuiApplication::clipboard()->setText(tabSeparated(cells));
}

void Columns::copyCsv() const
{
    if (const QList<QStringList> cells = selectedCells(); !cells.isEmpty())
        QGuiApplication::clipboard()->setText(commaSeparated(cells));
}

void Columns::showListMenu(const QContextMenuEvent& event)
{
    auto* menu = new QMenu(m_list);
    menu->setObjectName(QStringLiteral("contextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_list->actions());
    menu->addSeparator();
    QAction* copy = menu->addAction(icon(QLatin1StringView("copy")), tr("&Copy Rows"));
    copy->setObjectName(QStringLiteral("copyRows"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(m_list->selectionModel() && m_list->selectionModel()->hasSelection());
    connect(copy, &QAction::triggered, this, &Columns::copyRows);
    QAction* csv = menu->addAction(tr("Copy as CS&V"));
    csv->setObjectName(QStringLiteral("copyCsv"));
    csv->setEnabled(copy->isEnabled());
    connect(csv, &QAction::triggered, this, &Columns::copyCsv);
    menu->addMenu(makeMenu(menu));
    const QModelIndex current = m_list->currentIndex();
    const bool keyboard = event.reason() == QContextMenuEvent::Keyboard && current.isValid();
    if (keyboard)
        m_list->scrollTo(current);
    const QPoint below = m_list->visualRect(current).bottomLeft() + QPoint(metrics::section, 0);
    menu->popup(keyboard ? m_list->viewport()->mapToGlobal(below) : event.globalPos());
}

} // namespace sallyport
