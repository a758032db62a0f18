// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/style/theme.h"

#include <QString>

#include <functional>

namespace sallyport
{

// The outcome of an action, for the quiet line at the bottom of the window.
struct Report {
    QString text;
    Tone tone = Tone::Confirmed;
    std::function<void()> undo; // offered as a link when there is one
};

} // namespace sallyport
