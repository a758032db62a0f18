// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/filewriting.h"

#include "models/base/fault.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

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
            return makeError(Fault::FileBehindLink, path, {end});
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
        return makeError(Fault::FileOfAnother, path);
    if (file.isFile() && hasOtherNames(file))
        return makeError(Fault::FileOtherNames, path);
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

class Descriptor
{
public:
    Descriptor(const QString& path, int flags, mode_t mode = 0)
        : m_descriptor(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NOCTTY, mode))
    {
    }
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    operator int() const { return m_descriptor; }
    // Some file systems say only now that there was no room.
    bool close() { return ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
    int m_descriptor;
};

Error systemError(const QString& path)
{
    return makeError(Fault::FileFailed, path, {QString::fromStdString(std::generic_category().message(errno))});
}

bool writeAll(int file, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(file, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    return true;
}

// Pipes and the like have no disk.
bool syncFile(int file)
{
    return ::fsync(file) == 0 || errno == EINVAL || errno == EROFS;
}

// Room for everything first, so that a full disk leaves a file as it was.
bool overwrite(int file, const QByteArray& bytes)
{
    struct stat before {
    };
    if (::fstat(file, &before) != 0)
        return false;
    if (!S_ISREG(before.st_mode))
        return writeAll(file, bytes);
    if (!bytes.isEmpty() && ::fallocate(file, 0, 0, bytes.size()) != 0 && errno != EOPNOTSUPP && errno != ENOSYS) {
        const int why = errno;
        if (::ftruncate(file, before.st_size) == 0)
            errno = why;
        return false;
    }
    return writeAll(file, bytes) && ::ftruncate(file, bytes.size()) == 0;
}

} // namespace

Status syncFolder(const QString& folder)
{
    const Descriptor opened(folder, O_RDONLY | O_DIRECTORY);
    return opened < 0 || syncFile(opened) ? Status() : systemError(folder);
}

Status makeOwnFolder(const QString& path)
{
    const QFileInfo folder(QDir(path).absolutePath());
    if (folder.isDir())
        return {};
    QDir().mkpath(folder.path());
    return ::mkdir(QFile::encodeName(folder.filePath()).constData(), 0700) == 0 ? Status() : systemError(path);
}

void keepToOwner(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    // Never opened where it is there: closing it would drop the locks that a database has on it.
    if (::chmod(name.constData(), 0600) != 0 && errno == ENOENT)
        (void)Descriptor(path, O_WRONLY | O_CREAT | O_EXCL, 0600);
}

PendingFile::PendingFile(const QString& path, const QString& target, const QByteArray& bytes, FileAccess access)
    : m_path(path)
    , m_target(target)
    , m_bytes(bytes)
    , m_access(access)
{
}

PendingFile::~PendingFile()
{
    if (!m_beside.isEmpty())
        QFile::remove(m_beside);
}

PendingFile::PendingFile(PendingFile&& other) noexcept
    : m_path(other.m_path)
    , m_target(other.m_target)
    , m_bytes(other.m_bytes)
    , m_access(other.m_access)
    , m_beside(std::exchange(other.m_beside, {}))
{
}

Result<PendingFile> PendingFile::write(const QString& path, const QByteArray& bytes, FileAccess access)
{
    const auto end = endOfLinks(path);
    if (!end)
        return end.error();
    const QFileInfo target(*end);
    if (target.isDir())
        return makeError(Fault::FileIsFolder, path);
    if (const Status known = checkStranger(path, target); !known)
        return known.error();
    PendingFile file(path, target.filePath(), bytes, access);
    if (access == FileAccess::OwnerOnly || isReplaceable(target)) {
        if (const Status written = file.writeBeside(); !written)
            return written.error();
    }
    return file;
}

Status PendingFile::writeBeside()
{
    const QString name
        = QFileInfo(m_target).path() + QStringLiteral("/.sallyport-") + QUuid::createUuid().toString(QUuid::Id128);
    struct stat before {
    };
    const bool keepsMode
        = m_access == FileAccess::Usual && ::stat(QFile::encodeName(m_target).constData(), &before) == 0;
    Descriptor file(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, m_access == FileAccess::Usual ? 0666 : 0600);
    if (file < 0)
        return systemError(m_path);
    m_beside = name;
    const bool written = (!keepsMode || ::fchmod(file, before.st_mode & 07777) == 0) && writeAll(file, m_bytes)
        && syncFile(file) && file.close();
    return written ? Status() : systemError(m_path);
}

Status PendingFile::put()
{
    if (m_beside.isEmpty())
        return writeThrough();
    if (::rename(QFile::encodeName(m_beside).constData(), QFile::encodeName(m_target).constData()) == 0) {
        m_beside.clear();
        Status synced = syncFolder(QFileInfo(m_target).path());
        if (!synced)
            synced = makeError(synced.error().fault, m_path, synced.error().arguments);
        return synced;
    }
    // Where one file is mounted by itself, as containers have it, nothing else takes its name.
    return errno == EBUSY ? writeThrough() : systemError(m_path);
}

Status PendingFile::writeThrough() const
{
    Descriptor file(m_target, O_WRONLY | O_CREAT, 0666);
    const bool written = file >= 0 && (m_access == FileAccess::Usual || ::fchmod(file, 0600) == 0)
        && overwrite(file, m_bytes) && syncFile(file) && file.close();
    return written ? Status() : systemError(m_path);
}

Status writeWholeFile(const QString& path, const QByteArray& bytes, FileAccess access)
{
    auto file = PendingFile::write(path, bytes, access);
    return file ? file->put() : file.error();
}

} // namespace sallyport
