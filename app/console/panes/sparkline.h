// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ratehistory.h"

#include <QWidget>

namespace sallyport
{

// A small curve of one rate over the last five minutes, with its name and present value. One scale for both curves is
// set from outside, so that they may be compared.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    // `name` is the object name; `caption` names the direction in a word.
    Sparkline(const QString& name, const QString& caption, QWidget* parent = nullptr);

    // Newest last, quiet NaNs where nothing is known; the scale reaches at least to `peak`, bytes per second.
    void setSamples(const QList<double>& samples, double peak);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    // The least 1, 2, 5, 10 … of KiB, MiB … per second that is not below `peak`.
    static double scaleTop(double peak);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawAxes(QPainter& painter, const QRectF& area) const;

    QString m_caption;
    QList<double> m_samples;
    double m_peak = 0;
};

} // namespace sallyport
