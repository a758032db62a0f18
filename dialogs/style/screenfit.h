// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace sallyport
{

// What a window may have of its screen, in pixels, its title bar not counted.
QSize roomOnScreen(const QWidget& window);

// Makes a window no larger than its screen has room for, title bar included, and moves it there whole. For a size that
// was chosen for another screen or another font; a window that can't be made that small stays as small as it can be.
void fitToScreen(QWidget& window);

} // namespace sallyport
