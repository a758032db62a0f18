// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/storefiles.h"

#include <QFile>

#include <sys/stat.h>

namespace sallyport
{

namespace
{

QString howItChanged(bool emptied)
{
    return emptied ? QStringLiteral("was emptied") : QStringLiteral("was changed by another program");
}

} // namespace

StoreFile::StoreFile(const QString& database, const QString& consequence)
    : m_database(database)
    , m_consequence(consequence)
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

std::optional<Error> StoreFile::whatIsLost() const
{
    const std::lock_guard lock(m_lostMutex);
    return m_lost;
}

Status StoreFile::lost(const QString& name, const QString& how)
{
    const std::lock_guard lock(m_lostMutex);
    if (!m_lost) {
        m_lost = Error{ErrorCode::Io, name,
            QStringLiteral(
                "%1 under the running service, %2; stop the service, then put a backup in its place, without "
                "a -wal file beside it, and start it again")
                .arg(how, m_consequence)};
    }
    return *m_lost;
}

Status StoreFile::compare(Own changed)
{
    if (const auto before = whatIsLost())
        return *before;
    for (int file = 0; file < FileCount; ++file) {
        const Seen& seen = m_seen.at(static_cast<std::size_t>(file));
        if (!seen.there)
            continue;
        const QString name = nameOf(file);
        const Seen now = look(name);
        if (!now.there)
            return lost(name, QStringLiteral("was removed"));
        if (now.device != seen.device || now.inode != seen.inode)
            return lost(name, QStringLiteral("was replaced"));
        const bool emptied = now.bytes == 0 && seen.bytes > 0;
        // When the log was written tells nothing: disks say it late.
        const bool same = file == Index || (file == Database && changed == Own::Everything && !emptied)
            || (file == Log && changed != Own::Nothing)
            || (now.bytes == seen.bytes && (file == Log || now.written == seen.written));
        if (!same)
            return lost(name, howItChanged(emptied));
    }
    return {};
}

Status StoreFile::inPlace()
{
    if (const auto before = whatIsLost())
        return *before;
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    return lock && m_connections > 0 ? compare(Own::Nothing) : Status();
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
    m_mutex.lock();
    const Status inPlace = compare(Own::Nothing);
    if (!inPlace)
        m_mutex.unlock();
    return inPlace;
}

Status StoreFile::committing()
{
    return compare(Own::Log);
}

Status StoreFile::ended()
{
    const std::lock_guard lock(m_mutex, std::adopt_lock);
    const Status inPlace = compare(Own::Everything);
    if (inPlace)
        remember();
    return inPlace;
}

} // namespace sallyport
