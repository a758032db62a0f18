// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/style/theme.h"

#include <QIcon>

class QLabel;

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

// Shows the shape of a tone in a label; it goes on following the theme, which a pixmap does not by itself.
void showTone(QLabel& label, Tone tone);
// To be called after the palette has changed: draws what showTone() showed anew.
void renewShownTones();

// All names there are, sorted.
QStringList iconNames();

} // namespace sallyport
