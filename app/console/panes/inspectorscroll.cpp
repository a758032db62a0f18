// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/inspectorscroll.h"

#include "dialogs/style/metrics.h"

namespace sallyport
{

InspectorScroll::InspectorScroll(QWidget* inspector, QWidget* pane)
    : QScrollArea(pane)
{
    setObjectName(QStringLiteral("inspectorScroll"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the label in it has it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(inspector);
    inspector->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void InspectorScroll::setLeastLines(int lines)
{
    m_leastLines = lines;
    updateGeometry();
}

QSize InspectorScroll::sizeHint() const
{
    return {widget()->sizeHint().width(), heightForWidth(width())};
}

QSize InspectorScroll::minimumSizeHint() const
{
    return {1, m_leastLines * fontMetrics().height() + metrics::small};
}

int InspectorScroll::heightForWidth(int width) const
{
    const int least = minimumSizeHint().height();
    const int line = fontMetrics().lineSpacing();
    const int most = parentWidget()->height() / 3 / line * line; // no line is seen by half
    return qBound(least, widget()->heightForWidth(width), qMax(least, most));
}

} // namespace sallyport
