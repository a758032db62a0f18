// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/problemlist.h"

#include "dialogs/sheet/sections.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/items/lineproblemsmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace sallyport
{

ProblemList::ProblemList(QWidget* parent)
    : QWidget(parent)
    , m_problems(new LineProblemsModel(this))
    , m_heading(sectionHeading({}))
    , m_list(new QTreeView)
{
    m_list->setModel(m_problems);
    prepareList(m_list);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setMinimumHeight(metrics::rowHeight * 2);
    m_list->setObjectName(QStringLiteral("problems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setToolTip(tr("F8 goes to the next line, Shift+F8 to the one before."));
    m_list->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(metrics::small);
    layout->addWidget(m_heading);
    layout->addWidget(m_list);
    connect(m_list, &QTreeView::doubleClicked, this, &ProblemList::choose);
}

void ProblemList::setProblems(const QList<Problem>& problems)
{
    m_problems->setProblems(problems);
    m_heading->setText(m_problems->summary());
    setVisible(!problems.isEmpty());
    m_list->setCurrentIndex(m_problems->index(0, 0));
    m_list->resizeColumnToContents(LineProblemsModel::Kind);
    m_list->resizeColumnToContents(LineProblemsModel::Line);
}

void ProblemList::step(bool forward)
{
    const int count = m_problems->rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_list->currentIndex();
    const int row = current.isValid() ? current.row() + (forward ? 1 : -1) : forward ? 0 : count - 1;
    const QModelIndex next = m_problems->index((row + count) % count, 0);
    m_list->setCurrentIndex(next);
    choose(next);
}

// The dialog would take Enter for its button.
bool ProblemList::eventFilter(QObject* watched, QEvent* event)
{
    const bool pressed = watched == m_list && event->type() == QEvent::KeyPress;
    const int key = pressed ? static_cast<QKeyEvent*>(event)->key() : 0;
    if ((key != Qt::Key_Return && key != Qt::Key_Enter) || !m_list->currentIndex().isValid())
        return QWidget::eventFilter(watched, event);
    choose(m_list->currentIndex());
    return true;
}

void ProblemList::choose(const QModelIndex& index)
{
    if (const Problem* problem = m_problems->row(index.row()))
        emit chosen(problem->line);
}

} // namespace sallyport
