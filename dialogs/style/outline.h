// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/style/theme.h"

#include <optional>

class QStyleOption;

namespace sallyport
{

// The tone that setToneFill() gave a widget.
std::optional<Tone> toneOf(const QWidget& widget);
void keepTone(QWidget& widget, std::optional<Tone> tone);

// The line around fields, buttons and boxes; at least 3:1 on Base, Window and Button.
QColor outlineColor(const QPalette& palette);

// Fusion makes the outline of fields, buttons and boxes from the window colour, and that of the focus from the
// selection's: too faint to be seen for what they are. This is the palette that makes it draw outlineColor(), or the
// tone's border, and a focus that stands out; for drawing them alone.
QPalette outlined(const QPalette& palette, std::optional<Tone> tone = {});

} // namespace sallyport
