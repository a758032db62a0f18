// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/policy/policy.h"

#include <QDir>

namespace sallyport
{

// What belongs to the folder as a whole. Whoever calls these holds its lock (FolderLock), but for controlSocketOf().

// Makes the first policy in a folder that nothing was kept in yet. An error where there is no policy beside things that
// a service leaves behind: a policy was lost, and no default may stand in for it. The policy comes first and as a
// whole, so that a first start that is killed at any moment leaves a new folder or one with a policy.
Status readyPolicy(const QDir& folder, const Policy& first, TimePoint now);

// Where the service that works in the folder listens; for those who only know the folder.
Status noteControlSocket(const QDir& folder, const QString& path);
void forgetControlSocket(const QDir& folder);
QString controlSocketOf(const QDir& folder); // the usual place where nothing is noted

} // namespace sallyport
