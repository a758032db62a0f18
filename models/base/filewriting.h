// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

namespace sallyport
{

enum class FileAccess {
    Usual, // a new file as the umask has it; an existing one keeps its owner and mode
    OwnerOnly, // for keys: nobody else may read it, not even while it is being written
};

// The one way a program leaves a file that a user named. A regular file is replaced whole or not at all, so that a full
// disk costs nothing; where that would change its owner or part it from its other names, or its folder takes no new
// file, it is overwritten where it stands. A link is followed and stays. In a folder that everybody may write to (/tmp)
// nothing is written to that somebody else may have put there: links, files with several names, and what belongs to
// neither this process's user nor the folder's owner are ErrorCode::PermissionDenied. Everything else (devices, pipes,
// /dev/stdout, what bash makes of ">(…)") is written through. Errors name the path.
Status writeWholeFile(const QString& path, const QByteArray& bytes, FileAccess access = FileAccess::Usual);

} // namespace sallyport
