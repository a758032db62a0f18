// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/metrics.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QScreen>

namespace sallyport::metrics
{

namespace
{

constexpr int usualLine = 16; // pixels, of a font of 10 pt at 96 dpi

int line()
{
    return QFontMetrics(QGuiApplication::font()).height();
}

} // namespace

int iconSizeNow()
{
    constexpr int grid = 16; // what the icons are drawn on
    return ::qMax(grid, line());
}

int rowHeightNow()
{
    constexpr int usual = 26;
    return ::qMax(usual, line() + small);
}

int branchNow()
{
    return iconSizeNow() + tiny;
}

int sheetWidthNow()
{
    constexpr int usual = 520;
    const QScreen* screen = QGuiApplication::primaryScreen();
    const int most = screen ? screen->availableGeometry().width() - 2 * section : usual;
    return ::qMin(most, ::qMax(usual, usual * line() / usualLine));
}

} // namespace sallyport::metrics
