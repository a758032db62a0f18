// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sallyport
{

// Where the programs of one user find each other when nothing on their command lines says otherwise. Whatever a program
// calls itself makes no difference; $XDG_DATA_HOME does. All empty without a home folder.

// What the console keeps: drafts, its key, and the private service below it. The folder of its first versions,
// Sallyport/sallyport, goes on being the place where a console used that one and never this.
QString userDataFolder();
// Of the service of "this computer", the console's or one started by hand: databases, logs, key.
QString privateServiceFolder();
// The local control socket of the service of this folder, unless its --control named another.
QString controlSocketIn(const QString& serviceFolder);
// Of the service that the system runs for everybody, by its unit.
QString systemControlSocket();

} // namespace sallyport
