// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/folderlock.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport
{

namespace
{

// SQLite takes no longer names (MAX_PATHNAME of its unix VFS); our longest file adds "/records.db-journal".
constexpr qsizetype longestName = 512 - 20;

QString accountName(uid_t user)
{
    const passwd* entry = getpwuid(user);
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(user);
}

// What the system said of the folder, and what to do about it.
Error systemError(const QString& path, int number)
{
    const auto error = [&](ErrorCode code, const QString& remedy) {
        return Error{code, path,
            QStringLiteral("can't be used (%1); %2").arg(QString::fromLocal8Bit(std::strerror(number)), remedy)};
    };
    switch (number) {
    case EACCES:
    case EPERM:
        return error(ErrorCode::PermissionDenied,
            QStringLiteral("let %1 write there, or choose another --data").arg(accountName(geteuid())));
    case EROFS:
        return error(ErrorCode::Io, QStringLiteral("mount it writable, or choose another --data"));
    case ENOSPC:
    case EDQUOT:
        return error(ErrorCode::Io, QStringLiteral("the disk is full: free some space, or choose another --data"));
    case ENAMETOOLONG:
        return error(ErrorCode::InvalidValue, QStringLiteral("choose a shorter --data"));
    case ENOTDIR:
    case EEXIST:
        return error(ErrorCode::Io, QStringLiteral("a file stands where a folder should; choose another --data"));
    default:
        return error(ErrorCode::Io, QStringLiteral("choose another --data"));
    }
}

Error takenError(const QString& path, int descriptor)
{
    // The owner's words; whoever holds the lock has written them.
    std::array<char, 256> words{};
    const ssize_t size = pread(descriptor, words.data(), words.size(), 0);
    const QList<QByteArray> lines = QByteArray(words.data(), std::max<ssize_t>(size, 0)).split('\n');
    const QString who = lines.size() > 2 && lines.at(0).toLongLong() > 0
        ? QStringLiteral(" (process %1 on %2)").arg(QString::fromLatin1(lines.at(0)), QString::fromUtf8(lines.at(2)))
        : QString();
    return {ErrorCode::Duplicate, path,
        QStringLiteral("another sallyportd works in this folder%1; stop it or choose another --data").arg(who)};
}

// `closed`: the bits of its mode that must not be set.
Status ownedAlone(const QString& path, unsigned closed)
{
    struct stat status {
    };
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return systemError(path, errno);
    if (status.st_uid != geteuid()) {
        return Error{ErrorCode::PermissionDenied, path,
            QStringLiteral("belongs to %1, not to %2; run this as its owner (runuser -u %1 -- …), or chown it")
                .arg(accountName(status.st_uid), accountName(geteuid()))};
    }
    if (status.st_mode & closed) {
        const bool folder = S_ISDIR(status.st_mode);
        return Error{ErrorCode::PermissionDenied, path,
            QStringLiteral("has mode %1, so others may %2; make sure that nobody did, then chmod %3")
                .arg(status.st_mode & 07777, 4, 8, QLatin1Char('0'))
                .arg(folder ? QStringLiteral("change what is in it") : QStringLiteral("read or change it"),
                    folder ? QStringLiteral("700") : QStringLiteral("600"))};
    }
    return {};
}

Status makeFolder(const QDir& dir)
{
    const auto length = QFile::encodeName(dir.path()).size();
    if (length > longestName) {
        return Error{ErrorCode::InvalidValue, dir.path(),
            QStringLiteral("this name is too long (%1 bytes, databases take %2); choose a shorter --data")
                .arg(length)
                .arg(longestName)};
    }
    errno = EIO;
    if (!QDir().mkpath(dir.path()))
        return systemError(dir.path(), QFile::exists(dir.path()) ? ENOTDIR : errno);
    return ownedAlone(dir.path(), S_IWGRP | S_IWOTH);
}

// A key that others can read lets them play this service; files of another owner can't be written, which the databases
// would say in words of their own.
Status checkFiles(const QDir& dir)
{
    for (const auto& [name, closed] : {std::pair("service.key", 077U), {"policy.db", 022U}, {"records.db", 022U}}) {
        const QString file = dir.filePath(QLatin1StringView(name));
        if (!QFile::exists(file))
            continue;
        if (const Status owned = ownedAlone(file, closed); !owned)
            return owned;
    }
    return {};
}

bool isAt(int descriptor, const QByteArray& name)
{
    struct stat open {
    };
    struct stat there {
    };
    return descriptor >= 0 && fstat(descriptor, &open) == 0 && stat(name.constData(), &there) == 0
        && open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

} // namespace

Result<FolderLock> FolderLock::take(const QString& folder, std::chrono::milliseconds patience)
{
    const QDir dir(QDir(folder).absolutePath());
    if (const Status made = makeFolder(dir); !made)
        return made.error();
    const QByteArray name = QFile::encodeName(dir.filePath(QStringLiteral("sallyportd.lock")));
    const QDeadlineTimer deadline(patience);
    FolderLock lock(-1);
    // A file that somebody took away meanwhile locks nothing: older versions remove theirs when they end.
    while (!isAt(lock.m_descriptor, name)) {
        if (lock.m_descriptor >= 0)
            close(lock.m_descriptor);
        lock.m_descriptor = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
        if (lock.m_descriptor < 0)
            return systemError(dir.path(), errno);
        while (flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK)
                return systemError(dir.path(), errno);
            if (deadline.hasExpired())
                return takenError(dir.path(), lock.m_descriptor);
            QThread::msleep(20);
        }
    }
    const int descriptor = lock.m_descriptor;
    // For people and for takenError(); that a full disk takes no more of it costs nothing.
    const QByteArray words
        = QByteArray::number(getpid()) + "\nsallyportd\n" + QSysInfo::machineHostName().toUtf8() + '\n';
    if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, words.constData(), size_t(words.size()), 0) < 0)
        qInfo("%s: can't be written (%s)", name.constData(), std::strerror(errno));
    if (const Status files = checkFiles(dir); !files)
        return files.error();
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

} // namespace sallyport
