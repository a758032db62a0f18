// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/columns.h"

#include "dialogs/style/metrics.h"

#include <QMenu>
#include <QSettings>

namespace sallyport
{

Columns::Columns(QHeaderView* header)
    : m_header(header)
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
        m_header->resizeSection(column, m_widths.at(column) * character + 2 * metrics::small);
    }
}

void Columns::showMenu(const QPoint& at)
{
    auto* menu = new QMenu(m_header);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
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
    menu->popup(m_header->mapToGlobal(at));
}

} // namespace sallyport
