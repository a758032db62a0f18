// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/ticklist.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/ticking.h"
#include "models/items/partsmodel.h"

namespace sallyport
{

TickList::TickList(QWidget* parent)
    : QTreeView(parent)
    , m_parts(new PartsModel(this))
{
    setModel(m_parts);
    prepareList(this);
    setMinimumHeight(metrics::rowHeight * 2);
    setToolTip(tr("Only what is ticked is taken over. Space ticks or unticks what is selected."));
    connect(m_parts, &PartsModel::tickedChanged, this, &TickList::tickedChanged);
}

void TickList::setParts(const QList<PolicyPart>& parts)
{
    m_parts->setParts(parts);
    shareWidth(this);
}

void TickList::tickAll()
{
    m_parts->tickAll();
}

QSet<QString> TickList::tickedPaths() const
{
    return m_parts->tickedPaths();
}

int TickList::count() const
{
    return m_parts->rowCount();
}

void TickList::keyPressEvent(QKeyEvent* event)
{
    if (const std::optional<Ticking> ticking = tickingBy(*event, *this))
        m_parts->setTicked(ticking->rows, ticking->ticked);
    else
        QTreeView::keyPressEvent(event);
}

} // namespace sallyport
