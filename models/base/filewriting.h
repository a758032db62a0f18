// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace sallyport
{

enum class FileAccess {
    Usual, // a new file as the umask has it; an existing one keeps its owner and mode
    OwnerOnly, // for keys: nobody else may read it, not even while it is being written
};

// The one way a program leaves a whole file. A regular file is replaced whole or not at all, so that a full disk costs
// nothing; where that would change its owner or part it from its other names, its folder takes no new file, or it is
// mounted by itself, it is overwritten where it stands, once there is room for everything. A link is followed and
// stays. In a folder that everybody may write to (/tmp) nothing is written to that somebody else may have put there:
// links, files with several names, and what belongs to neither this process's user nor the folder's owner are
// ErrorCode::PermissionDenied. Everything else (devices, pipes, /dev/stdout, what bash makes of ">(…)") is written
// through. What succeeded is on the disk. Errors name the path. From any thread.
Status writeWholeFile(const QString& path, const QByteArray& bytes, FileAccess access = FileAccess::Usual);

// The same in two steps, for what may be there only once something else is done that can't be done twice: what is
// likely to fail has been done before. Dropped unless it is put.
class PendingFile
{
public:
    static Result<PendingFile> write(const QString& path, const QByteArray& bytes, FileAccess access);
    ~PendingFile();
    PendingFile(PendingFile&& other) noexcept;
    PendingFile& operator=(PendingFile&&) = delete;

    // Once at most.
    Status put();

private:
    PendingFile(const QString& path, const QString& target, const QByteArray& bytes, FileAccess access);
    Status writeBeside();
    Status writeThrough() const;

    QString m_path; // as it was given
    QString m_target; // at the end of the links
    QByteArray m_bytes;
    FileAccess m_access;
    QString m_beside; // has the bytes already and takes the target's place; empty: the target is written through
};

// A folder for its owner alone, unless it is there already: then its mode is its owner's choice.
Status makeOwnFolder(const QString& path);

// For what another library writes: the file, made empty if it is not there, is its owner's alone from now on. Does what
// it can; who opens the file meets what it could not.
void keepToOwner(const QString& path);

// What was renamed or made in it survives a power failure from now on.
Status syncFolder(const QString& folder);

} // namespace sallyport
