// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace sallyport
{

// Fusion with our own lists and lines. Cells and headers stand 8 px off their column's edges, so that columns never run
// together; a list without a frame starts where its pane's title does; headers are flat and as high as a row. Fields,
// buttons and boxes have an outline that is seen, the focus a ring; icons stay legible on every selection.
class ListStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    ListStyle();

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(
        ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    void drawControl(
        ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
};

} // namespace sallyport
