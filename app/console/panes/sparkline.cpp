// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sparkline.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"
#include "models/items/texts.h"

#include <QPainter>
#include <QPainterPath>

namespace sallyport
{

Sparkline::Sparkline(const QString& name, const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_caption(caption)
{
    setObjectName(name);
    setAccessibleName(caption);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Sparkline::setSamples(const QList<double>& samples, double peak)
{
    m_samples = samples;
    m_peak = peak;
    const QString now = samples.isEmpty() ? QString() : texts::rate(samples.last());
    setAccessibleDescription(now.isEmpty() ? tr("nothing moves") : now);
    update();
}

QSize Sparkline::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 34, fontMetrics().height() * 2 + metrics::small};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int textWidth = fontMetrics().averageCharWidth() * 13;
    const QRect text = rect().adjusted(0, 0, textWidth - width(), 0);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, m_caption);
    const QString now = m_samples.isEmpty() ? QString() : texts::rate(m_samples.last());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, now.isEmpty() ? tr("idle") : now);

    const QRectF area = QRectF(rect()).adjusted(textWidth, 2, -1, -2);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_samples.size() < 2 || m_peak <= 0)
        return;
    const double step = area.width() / (RateHistory::capacity - 1);
    QPainterPath curve;
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        const double x = area.right() - step * static_cast<double>(m_samples.size() - 1 - i);
        const double y = area.bottom() - area.height() * qBound(0.0, m_samples.at(i) / m_peak, 1.0);
        i == 0 ? curve.moveTo(x, y) : curve.lineTo(x, y);
    }
    QPainterPath filled = curve;
    filled.lineTo(area.bottomRight());
    filled.lineTo(curve.elementAt(0).x, area.bottom());
    painter.fillPath(filled, toneFill(Tone::Accent, palette()));
    painter.setPen(QPen(toneColor(Tone::Accent, palette()), 1.5));
    painter.drawPath(curve);
}

} // namespace sallyport
