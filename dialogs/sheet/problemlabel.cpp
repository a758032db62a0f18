// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/problemlabel.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QPainter>

namespace sallyport
{

namespace
{

Tone toneFor(Severity severity)
{
    return severity == Severity::Error ? Tone::Refused : Tone::Attention;
}

} // namespace

ProblemLabel::ProblemLabel(QWidget* field)
    : m_field(field)
{
    setWordWrap(true);
    setContentsMargins(metrics::iconSize + metrics::tiny, 0, 0, 0);
    hide();
}

void ProblemLabel::setProblem(const QString& problem, Severity severity)
{
    const QString text = visibleWords(problem);
    if (objectName().isEmpty())
        setObjectName(m_field->objectName() + QLatin1StringView("Problem"));
    m_severity = severity;
    setText(text);
    m_field->setAccessibleDescription(text);
    setVisible(!text.isEmpty());
    update();
}

QSize ProblemLabel::sizeHint() const
{
    return {0, QLabel::sizeHint().height()};
}

QSize ProblemLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

int ProblemLabel::heightForWidth(int width) const
{
    return QLabel::heightForWidth(width);
}

void ProblemLabel::paintEvent(QPaintEvent* event)
{
    // The colour is taken while painting: it is right in any palette at any time.
    const QColor colour = toneColor(toneFor(m_severity), palette());
    if (palette().color(QPalette::WindowText) != colour) {
        QPalette own; // all else goes on following the theme
        own.setColor(QPalette::WindowText, colour);
        setPalette(own);
    }
    QLabel::paintEvent(event);
    QPainter painter(this);
    const QRect place(0, (fontMetrics().height() - metrics::iconSize) / 2, metrics::iconSize, metrics::iconSize);
    toneIcon(toneFor(m_severity)).paint(&painter, place);
}

} // namespace sallyport
