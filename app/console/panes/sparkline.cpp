// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sparkline.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"
#include "models/items/texts.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace sallyport
{

namespace
{
constexpr int captionCharacters = 13; // room of the caption and of the rate of now
}

Sparkline::Sparkline(const QString& name, const QString& caption, QWidget* parent)
    : QWidget(parent)
    , m_caption(caption)
{
    setObjectName(name);
    setAccessibleName(caption);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("The last five minutes, a tick a minute; now is at the right."));
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
    return {fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 2 + metrics::small};
}

QSize Sparkline::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * (captionCharacters + 8), sizeHint().height()};
}

double Sparkline::scaleTop(double peak)
{
    double unit = 1024;
    while (peak > unit * 500)
        unit *= 1024;
    for (const double step : {1, 2, 5, 10, 20, 50, 100, 200, 500}) {
        if (peak <= step * unit)
            return step * unit;
    }
    return unit * 1024;
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int textWidth = qMax(fontMetrics().averageCharWidth() * captionCharacters,
        fontMetrics().horizontalAdvance(m_caption) + metrics::tiny);
    const double top = scaleTop(m_peak);
    // As wide as the widest top, so that the curve keeps its place when the scale changes.
    int scaleWidth = fontMetrics().horizontalAdvance(QStringLiteral("500.0 KiB/s"));
    // Where it would leave the curve no room, the numbers below the caption must do.
    const bool scaled = width() - textWidth - scaleWidth > scaleWidth / 2;
    if (!scaled)
        scaleWidth = 0;
    const QRect text = rect().adjusted(0, 0, textWidth - width(), 0);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, m_caption);
    const QRect scale = rect().adjusted(width() - scaleWidth, 0, 0, 0);
    if (scaled) {
        painter.drawText(scale, Qt::AlignLeft | Qt::AlignTop, texts::rate(top));
        painter.drawText(scale, Qt::AlignLeft | Qt::AlignBottom, QStringLiteral("0"));
    }
    const QString now = m_samples.isEmpty() ? QString() : texts::rate(m_samples.last());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, now.isEmpty() ? tr("idle") : now);

    // The lines of the scale run through the middle of its numbers.
    const int half = fontMetrics().height() / 2;
    const QRectF area = QRectF(rect()).adjusted(textWidth, half, -scaleWidth - metrics::tiny, -half);
    drawAxes(painter, area);
    if (m_samples.size() < 2)
        return;
    const double step = area.width() / (RateHistory::capacity - 1);
    const auto place = [&](qsizetype i) {
        const double x = area.right() - step * static_cast<double>(m_samples.size() - 1 - i);
        return QPointF(x, area.bottom() - area.height() * qBound(0.0, m_samples.at(i) / top, 1.0));
    };
    // What is not known parts the curve.
    for (qsizetype first = 0; first < m_samples.size(); ++first) {
        if (std::isnan(m_samples.at(first)))
            continue;
        QPainterPath curve(place(first));
        qsizetype last = first;
        while (last + 1 < m_samples.size() && !std::isnan(m_samples.at(last + 1)))
            curve.lineTo(place(++last));
        QPainterPath filled = curve;
        filled.lineTo(place(last).x(), area.bottom());
        filled.lineTo(place(first).x(), area.bottom());
        painter.fillPath(filled, toneFill(Tone::Accent, palette()));
        painter.setPen(QPen(toneColor(Tone::Accent, palette()), 1.5));
        painter.drawPath(curve);
        first = last;
    }
}

// Nothing, the top of the scale, and a tick for every minute.
void Sparkline::drawAxes(QPainter& painter, const QRectF& area) const
{
    constexpr int minutes = RateHistory::capacity / 60;
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    for (int minute = 0; minute <= minutes; ++minute) {
        const double x = area.left() + area.width() * minute / minutes;
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + metrics::tiny));
    }
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    painter.drawLine(area.topLeft(), area.topRight());
}

} // namespace sallyport
