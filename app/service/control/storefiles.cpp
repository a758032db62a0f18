// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/storefiles.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace sallyport
{

namespace
{

bool look(const QString& file, struct stat& found)
{
    return ::stat(QFile::encodeName(file).constData(), &found) == 0;
}

Error lost(const QString& file, const QString& how)
{
    return {ErrorCode::Io, file,
        QStringLiteral(
            "%1 under the running service, which goes on with what it has in memory and keeps no change; save "
            "the policy in force (\"sallyportctl policy export\"), stop the service, put the file or a backup "
            "in its place and start it again")
            .arg(how)};
}

} // namespace

StoreFiles::StoreFiles(const QStringList& databases)
{
    for (const QString& database : databases) {
        for (const char* beside : {"", "-wal", "-shm"}) {
            const QString file = database + QLatin1StringView(beside);
            struct stat found {
            };
            if (look(file, found))
                m_seen.push_back({file, found.st_dev, found.st_ino, *beside == 0});
        }
    }
}

Status StoreFiles::inPlace() const
{
    for (const Seen& seen : m_seen) {
        struct stat found {
        };
        if (!look(seen.file, found))
            return lost(seen.file,
                errno == ENOENT || errno == ENOTDIR
                    ? QStringLiteral("was removed")
                    : QStringLiteral("got out of reach (%1)").arg(QString::fromLocal8Bit(std::strerror(errno))));
        if (found.st_dev != seen.device || found.st_ino != seen.inode)
            return lost(seen.file, QStringLiteral("was replaced"));
        if (seen.isDatabase && found.st_size == 0)
            return lost(seen.file, QStringLiteral("was emptied"));
    }
    return {};
}

} // namespace sallyport
