// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/inspectorscroll.h"

#include "app/console/panes/inspectorlabel.h"
#include "dialogs/style/metrics.h"

namespace sallyport
{

InspectorScroll::InspectorScroll(InspectorLabel* inspector, QWidget* pane)
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
    connect(inspector, &InspectorLabel::linkFocused, this, [this](const QRect& place) {
        ensureVisible(0, place.bottom(), 0, 0);
        ensureVisible(0, place.top(), 0, 0); // where it has more lines than there is room for
    });
}

void InspectorScroll::setLow(bool low)
{
    m_low = low;
    updateGeometry();
}

QSize InspectorScroll::sizeHint() const
{
    return {widget()->sizeHint().width(), heightForWidth(width())};
}

QSize InspectorScroll::minimumSizeHint() const
{
    return {1, (m_low ? 1 : 3) * fontMetrics().height() + metrics::small};
}

int InspectorScroll::heightForWidth(int width) const
{
    const int least = minimumSizeHint().height();
    const int line = fontMetrics().lineSpacing();
    const int most = parentWidget()->height() / (m_low ? 4 : 3) / line * line; // no line is seen by half
    return qBound(least, widget()->heightForWidth(width), qMax(least, most));
}

} // namespace sallyport
