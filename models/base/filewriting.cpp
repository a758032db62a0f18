// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/filewriting.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>
#include <QUuid>

#include <filesystem>

namespace sallyport
{

namespace
{

constexpr int mostLinks = 40; // as Linux follows

bool isBelowProc(const QFileInfo& file)
{
    return QFileInfo(file.path()).canonicalFilePath().startsWith(QLatin1StringView("/proc/"));
}

// Everybody may put names into it, sticky or not.
bool isShared(const QString& folder)
{
    std::error_code unknown;
    const auto found = std::filesystem::status(QFileInfo(folder).filesystemFilePath(), unknown);
    return (found.permissions() & std::filesystem::perms::others_write) != std::filesystem::perms::none
        && found.type() == std::filesystem::file_type::directory;
}

bool hasOtherNames(const QFileInfo& file)
{
    std::error_code unknown;
    return std::filesystem::hard_link_count(file.filesystemFilePath(), unknown) != 1;
}

// What stands at the end of the links, there or not. Links below /proc are no paths: the kernel opens what a process
// has open, and to replace a file of that name would miss it.
Result<QString> endOfLinks(const QString& path)
{
    QString end = path;
    for (int i = 0; i < mostLinks; ++i) {
        const QFileInfo info(end);
        if (!info.isSymLink() || isBelowProc(info))
            break;
        if (isShared(info.path()))
            return Error{ErrorCode::PermissionDenied, path,
                QStringLiteral("\"%1\" is a link in a folder that everybody may write to; name the file that is meant")
                    .arg(end)};
        end = info.symLinkTarget();
    }
    return end;
}

// Whose files are this process's, in a folder that takes a new one; and whose the folder's.
struct Owners {
    bool known = false;
    uint user = 0;
    uint group = 0;
};

Owners ownersIn(const QString& folder)
{
    QTemporaryFile probe(folder + QStringLiteral("/.sallyport-XXXXXX"));
    if (!probe.open())
        return {};
    const QFileInfo ours(probe.fileName());
    return {true, ours.ownerId(), ours.groupId()};
}

// In a folder that everybody may write to, a file may be there for whoever writes to it next.
Status checkStranger(const QString& path, const QFileInfo& file)
{
    if (!file.exists() || isBelowProc(file) || !isShared(file.path()))
        return {};
    const Owners ours = ownersIn(file.path());
    const bool isOurs = ours.known && file.ownerId() == ours.user;
    if (!isOurs && file.ownerId() != QFileInfo(file.path()).ownerId())
        return Error{ErrorCode::PermissionDenied, path,
            QStringLiteral("belongs to another user, in a folder that everybody may write to; name another file")};
    if (file.isFile() && hasOtherNames(file))
        return Error{ErrorCode::PermissionDenied, path,
            QStringLiteral("has other names, and is in a folder that everybody may write to; name another file")};
    return {};
}

bool isReplaceable(const QFileInfo& file)
{
    if (isBelowProc(file))
        return false;
    if (!file.exists())
        return !file.isSymLink();
    if (!file.isFile() || hasOtherNames(file))
        return false;
    const Owners ours = ownersIn(file.path());
    return ours.known && ours.user == file.ownerId() && ours.group == file.groupId();
}

} // namespace

Status writeWholeFile(const QString& path, const QByteArray& bytes, FileAccess access)
{
    const auto end = endOfLinks(path);
    if (!end)
        return end.error();
    const QFileInfo target(*end);
    if (target.isDir())
        return Error{ErrorCode::Io, path, QStringLiteral("is a folder; name a file")};
    if (const Status known = checkStranger(path, target); !known)
        return known;
    const bool replaced = access == FileAccess::OwnerOnly || isReplaceable(target);
    // Whoever else may write there can put a link in the file's place at any time, which a renaming replaces.
    const bool renamed = replaced && isShared(target.path());
    QSaveFile whole(renamed
            ? target.path() + QStringLiteral("/.sallyport-") + QUuid::createUuid().toString(QUuid::Id128)
            : target.filePath());
    // Without a buffer the last write fails where the disk is full, not the closing that says nothing.
    QFile through(target.filePath());
    QFileDevice& file = replaced ? static_cast<QFileDevice&>(whole) : through;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly | (replaced ? QIODevice::NotOpen : QIODevice::Unbuffered))
        || (access == FileAccess::OwnerOnly && !file.setPermissions(owner))
        || (access == FileAccess::Usual && renamed && target.exists() && !file.setPermissions(target.permissions()))
        || file.write(bytes) != bytes.size() || (replaced && !whole.commit()))
        return Error{ErrorCode::Io, path, file.errorString()};
    std::error_code failed;
    if (renamed)
        std::filesystem::rename(QFileInfo(whole.fileName()).filesystemFilePath(), target.filesystemFilePath(), failed);
    if (!failed)
        return {};
    QFile::remove(whole.fileName());
    return Error{ErrorCode::Io, path, QString::fromStdString(failed.message())};
}

} // namespace sallyport
