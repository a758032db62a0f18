// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/pagescroll.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/screenfit.h"

#include <QDialog>
#include <QLayout>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace sallyport
{

namespace
{

constexpr int problemLines = 2; // what most problems take
constexpr int sheetCharacters = 60; // across a sheet, when the font is a large one

} // namespace

PageScroll::PageScroll(QWidget* page)
{
    setObjectName(page->objectName() + QLatin1StringView("Scroll"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setWidget(page);
    // The tab's own background shows through.
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

int PageScroll::linesHigh(int lines) const
{
    return lines * fontMetrics().lineSpacing();
}

void PageScroll::showField(QWidget* field)
{
    if (field && widget()->isAncestorOf(field))
        ensureWidgetVisible(field, metrics::small, linesHigh(problemLines));
}

QSize PageScroll::sizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    const int width = qMax(least.width(), metrics::sheetWidth - 2 * metrics::wide);
    const int height = widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : widget()->sizeHint().height();
    return {least.width(), qMax(height, least.height()) + linesHigh(problemLines)};
}

QSize PageScroll::minimumSizeHint() const
{
    constexpr int leastLines = 4;
    return {linesHigh(2 * leastLines), linesHigh(leastLines)};
}

// Every size Qt gives the page makes it reckon again. A form may answer two widths by turns, one that needs the scroll
// bar and one that does not; without an end the stack is used up.
bool PageScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (m_settling)
        return false;
    const QScopedValueRollback settling(m_settling, true);
    return QScrollArea::eventFilter(watched, event);
}

void fitOnScreen(QDialog* dialog, int height)
{
    dialog->ensurePolished();
    QLayout* layout = dialog->layout();
    const int characters = sheetCharacters * dialog->fontMetrics().averageCharWidth();
    const int width = qMax(qMax(layout->totalSizeHint().width(), dialog->minimumWidth()), characters);
    const int asked
        = layout->hasHeightForWidth() ? layout->totalHeightForWidth(width) : layout->totalSizeHint().height();
    dialog->resize(QSize(width, qMax(height, asked)).boundedTo(roomOnScreen(*dialog)));
}

} // namespace sallyport
