// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/style/theme.h"

#include <QIcon>

namespace sallyport
{

// An icon of resources/icons by its file name without ".svg". It is drawn in the palette's colours of the moment
// (disabled and selected states included), so it needs no care when the appearance changes; pixmaps are cached by size
// and colour. An unknown name gives a null icon.
QIcon icon(QLatin1StringView name, Tone tone = Tone::Text);

// The shape that goes with a tone: a cross in a circle, a triangle, a tick in a circle, a ring.
QIcon toneIcon(Tone tone);

// The program's own, in its own colours.
QIcon programIcon();

// All names there are, sorted.
QStringList iconNames();

} // namespace sallyport
