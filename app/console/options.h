// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

namespace sallyport
{

// What the command line of the console says.
struct Options {
    QString panel; // "sessions"
    QString server; // by name, with panel
    QString controlSocket; // one service by its socket, instead of the private one
    QString dataFolder; // instead of the user's
    QString tourFolder; // run the tour, pictures go here
    bool startupTime = false; // print when the first picture stood
    QString message; // --help, --version: print and leave
};

// Errors name the option and the remedy.
Result<Options> parseOptions(const QStringList& arguments);

} // namespace sallyport
