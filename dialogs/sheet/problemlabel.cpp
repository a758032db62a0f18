// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/problemlabel.h"

#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"

#include <QPainter>
#include <QStyle>

namespace sallyport
{

ProblemLabel::ProblemLabel(QWidget* field)
    : m_field(field)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setContentsMargins(metrics::iconSize + metrics::tiny, 0, 0, 0);
    hide();
}

void ProblemLabel::setProblem(const QString& problem, Tone tone)
{
    const QString text = boundedWords(problem);
    if (objectName().isEmpty())
        setObjectName(m_field->objectName() + QLatin1StringView("Problem"));
    m_tone = tone;
    setText(text);
    fit();
    m_field->setAccessibleDescription(text);
    setVisible(!text.isEmpty());
    update();
}

// A form asks its cells for heights at widths that they do not get; this line goes by the one it has.
void ProblemLabel::fit()
{
    const int needed = heightForWidth(width());
    m_measured = width();
    if (needed == m_height)
        return;
    m_height = needed;
    updateGeometry();
}

void ProblemLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    // A scroll bar that this line's height brings about would go with a lower one, and come again with a higher one.
    const int wider = width() - m_measured;
    if (wider <= 0 || wider > style()->pixelMetric(QStyle::PM_ScrollBarExtent) + metrics::section)
        fit();
}

QSize ProblemLabel::sizeHint() const
{
    return {0, m_height};
}

QSize ProblemLabel::minimumSizeHint() const
{
    return sizeHint();
}

void ProblemLabel::paintEvent(QPaintEvent* event)
{
    // The colour is taken while painting: it is right in any palette at any time.
    const QColor colour = toneColor(m_tone, palette());
    if (palette().color(QPalette::WindowText) != colour) {
        QPalette own; // all else goes on following the theme
        own.setColor(QPalette::WindowText, colour);
        setPalette(own);
    }
    QLabel::paintEvent(event);
    QPainter painter(this);
    const QRect place(0, (fontMetrics().height() - metrics::iconSize) / 2, metrics::iconSize, metrics::iconSize);
    toneIcon(m_tone).paint(&painter, place);
}

} // namespace sallyport
