// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/draft/undo.h"
#include "dialogs/style/theme.h"

#include <QString>

#include <functional>

namespace sallyport
{

// The outcome of an action, for the quiet line at the bottom of the window.
struct Report {
    QString text;
    Tone tone = Tone::Confirmed;
    Undo undo; // offered as a link while there is one
    QString unreached = {}; // the key of the server that it says can't be reached: over once that is
    std::function<bool()> isOver = {}; // what it says is not so any more; asked when a draft changes
    QString reached = {}; // what it says once the unreached server is reached, instead of being over
    QString link = {}; // what the link says where it leads to another try and not back
};

} // namespace sallyport
