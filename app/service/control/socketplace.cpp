// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/socketplace.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace sallyport
{

namespace
{

constexpr int connectMilliseconds = 1000;

QString kindOf(const struct stat& entry)
{
    if (S_ISLNK(entry.st_mode))
        return QStringLiteral("a symbolic link");
    if (S_ISDIR(entry.st_mode))
        return QStringLiteral("a directory");
    return S_ISREG(entry.st_mode) ? QStringLiteral("a file") : QStringLiteral("a device or pipe");
}

bool isOurs(const struct stat& entry, const QString& path)
{
    struct stat folder {
    };
    return entry.st_uid == geteuid()
        || (stat(QFile::encodeName(QFileInfo(path).path()).constData(), &folder) == 0 && entry.st_uid == folder.st_uid);
}

} // namespace

Status clearSocketPlace(const QString& path)
{
    struct stat entry {
    };
    const QByteArray name = QFile::encodeName(path);
    if (lstat(name.constData(), &entry) != 0) {
        if (errno == ENOENT)
            return {};
        return Error{ErrorCode::Io, path, QString::fromLocal8Bit(strerror(errno))};
    }
    if (!S_ISSOCK(entry.st_mode)) {
        return Error{ErrorCode::Duplicate, path,
            QStringLiteral(
                "there is %1, which a control socket does not replace; choose another --control, or remove it")
                .arg(kindOf(entry))};
    }
    QLocalSocket probe;
    probe.connectToServer(path);
    if (probe.waitForConnected(connectMilliseconds))
        return Error{ErrorCode::Duplicate, path,
            QStringLiteral("another service listens there; stop it or choose another --control")};
    // Only a refusal says that nobody listens; a queue that is full, or a socket of another kind, does not.
    if (probe.error() != QLocalSocket::ConnectionRefusedError || !isOurs(entry, path)) {
        return Error{ErrorCode::Duplicate, path,
            QStringLiteral("there is a socket that another program may use; choose another --control, or remove it")};
    }
    if (unlink(name.constData()) != 0)
        return Error{ErrorCode::Io, path, QString::fromLocal8Bit(strerror(errno))};
    return {};
}

} // namespace sallyport
