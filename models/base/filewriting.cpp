// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/filewriting.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <filesystem>

namespace sallyport
{

namespace
{

constexpr int mostLinks = 40; // as Linux follows

// What stands at the end of the links, there or not. Links below /proc are no paths: the kernel opens what a process
// has open, and to replace a file of that name would miss it.
QString endOfLinks(const QString& path)
{
    QString end = path;
    for (int i = 0; i < mostLinks; ++i) {
        const QFileInfo info(end);
        if (!info.isSymLink() || QFileInfo(info.path()).canonicalFilePath().startsWith(QLatin1StringView("/proc/")))
            break;
        end = info.symLinkTarget();
    }
    return end;
}

bool isReplaceable(const QFileInfo& file)
{
    if (QFileInfo(file.path()).canonicalFilePath().startsWith(QLatin1StringView("/proc/")))
        return false;
    if (!file.exists())
        return !file.isSymLink();
    if (!file.isFile())
        return false;
    std::error_code unknown;
    if (std::filesystem::hard_link_count(file.filesystemFilePath(), unknown) != 1)
        return false;
    QTemporaryFile probe(file.path() + QStringLiteral("/.sallyport-XXXXXX"));
    if (!probe.open())
        return false;
    const QFileInfo ours(probe.fileName());
    return ours.ownerId() == file.ownerId() && ours.groupId() == file.groupId();
}

} // namespace

Status writeWholeFile(const QString& path, const QByteArray& bytes, FileAccess access)
{
    const QFileInfo target(endOfLinks(path));
    const bool replaced = access == FileAccess::OwnerOnly || isReplaceable(target);
    QSaveFile whole(target.filePath());
    // Without a buffer the last write fails where the disk is full, not the closing that says nothing.
    QFile through(target.filePath());
    QFileDevice& file = replaced ? static_cast<QFileDevice&>(whole) : through;
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (target.isDir())
        return Error{ErrorCode::Io, path, QStringLiteral("is a folder; name a file")};
    if (!file.open(QIODevice::WriteOnly | (replaced ? QIODevice::NotOpen : QIODevice::Unbuffered))
        || (access == FileAccess::OwnerOnly && !file.setPermissions(owner)) || file.write(bytes) != bytes.size()
        || (replaced && !whole.commit()))
        return Error{ErrorCode::Io, path, file.errorString()};
    return {};
}

} // namespace sallyport
