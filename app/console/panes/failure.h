// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"
#include "models/base/error.h"

namespace sallyport
{

class Server;

// The outcome that is an error of something asked of a server. `text`: for people; it goes once the server is reached
// again, where that it could not be reached is the error.
Report failure(const Server& server, const Error& error, const QString& text);

// What is said of a change that ended with an error, each for people: `notDone` that it was not carried out, with why
// as %1, and `unknown` that nobody can tell, with why as %1.
struct ChangeWords {
    QString notDone;
    QString unknown;
};
Report changeFailure(const Server& server, const Error& error, const ChangeWords& words);

// Of connections that were to be ended.
Report disconnectFailure(const Server& server, const Error& error);

} // namespace sallyport
