// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/storefiles.h"

#include "models/base/fault.h"

#include <QFile>

#include <sys/stat.h>

namespace sallyport
{

StoreFile::StoreFile(const QString& database, Fault loss)
    : m_database(database)
    , m_loss(loss)
{
}

QString StoreFile::nameOf(int file) const
{
    static constexpr std::array<QLatin1StringView, FileCount> beside{
        QLatin1StringView(""), QLatin1StringView("-wal"), QLatin1StringView("-shm")};
    return m_database + beside.at(static_cast<std::size_t>(file));
}

StoreFile::Seen StoreFile::look(const QString& name)
{
    struct stat found {
    };
    if (::stat(QFile::encodeName(name).constData(), &found) != 0)
        return {};
    return {true, found.st_dev, found.st_ino, found.st_size,
        qint64(found.st_mtim.tv_sec) * 1000000000 + found.st_mtim.tv_nsec};
}

void StoreFile::remember()
{
    for (int file = 0; file < FileCount; ++file)
        m_seen.at(static_cast<std::size_t>(file)) = look(nameOf(file));
}

Status StoreFile::lose(const QString& name)
{
    m_lost = makeError(m_loss, name);
    return *m_lost;
}

Status StoreFile::compare(Own changed)
{
    if (m_lost)
        return *m_lost;
    for (int file = 0; file < FileCount; ++file) {
        const Seen& seen = m_seen.at(static_cast<std::size_t>(file));
        if (!seen.there)
            continue;
        const QString name = nameOf(file);
        const Seen now = look(name);
        // When the log was written tells nothing: disks say it late.
        const bool same = now.there && now.device == seen.device && now.inode == seen.inode
            && (file == Index || (file == Database && changed == Own::Everything && (now.bytes > 0 || seen.bytes == 0))
                || (file == Log && changed != Own::Nothing)
                || (now.bytes == seen.bytes && (file == Log || now.written == seen.written)));
        if (!same)
            return lose(name);
    }
    return {};
}

Status StoreFile::inPlace()
{
    const std::lock_guard lock(m_mutex);
    if (m_lost)
        return *m_lost;
    return m_connections > 0 && !m_inTransaction ? compare(Own::Nothing) : Status();
}

void StoreFile::opened()
{
    const std::lock_guard lock(m_mutex);
    // Further ones change nothing.
    if (m_connections++ == 0)
        remember();
}

void StoreFile::closing()
{
    const std::lock_guard lock(m_mutex);
    --m_connections;
}

Status StoreFile::began()
{
    std::unique_lock lock(m_mutex);
    // SQLite lets the next one in before the last one has said how it ended.
    m_idle.wait(lock, [this] { return !m_inTransaction; });
    const Status inPlace = compare(Own::Nothing);
    m_inTransaction = inPlace.ok();
    return inPlace;
}

Status StoreFile::committing()
{
    const std::lock_guard lock(m_mutex);
    return compare(Own::Log);
}

Status StoreFile::ended()
{
    const std::lock_guard lock(m_mutex);
    const Status inPlace = compare(Own::Everything);
    if (inPlace)
        remember();
    m_inTransaction = false;
    m_idle.notify_one();
    return inPlace;
}

QString StoreFile::takeLogAway()
{
    const std::lock_guard lock(m_mutex);
    const auto isTheSame = [this](File file) {
        const Seen& seen = m_seen.at(file);
        const Seen now = look(nameOf(file));
        return seen.there && now.there && now.device == seen.device && now.inode == seen.inode;
    };
    if (!m_lost || m_connections > 0 || isTheSame(Database))
        return {};
    if (isTheSame(Index))
        QFile::remove(nameOf(Index));
    if (!isTheSame(Log))
        return {};
    if (look(nameOf(Log)).bytes == 0) {
        QFile::remove(nameOf(Log));
        return {};
    }
    QString aside;
    int number = 0;
    do
        aside = nameOf(Log) + QStringLiteral(".lost") + (number++ > 0 ? QString::number(number) : QString());
    while (look(aside).there);
    return QFile::rename(nameOf(Log), aside) ? aside : QString();
}

} // namespace sallyport
