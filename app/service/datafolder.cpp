// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/datafolder.h"

#include "models/base/filewriting.h"
#include "models/base/places.h"
#include "models/store/policystore.h"

#include <QFile>

namespace sallyport
{

namespace
{

constexpr QLatin1StringView policyName("policy.db");
constexpr QLatin1StringView socketNote("control.path");

// What a service leaves in a folder only after it has a policy there; empty when nothing is.
QString trace(const QDir& folder)
{
    for (const char* name : {"service.key", "service.crt", "records.db", "log.db", "drafts.db", "policy.db-wal"}) {
        if (QFileInfo::exists(folder.filePath(QLatin1StringView(name))))
            return QLatin1StringView(name);
    }
    const QDir logs(folder.filePath(QStringLiteral("logs")));
    return logs.exists() && !logs.isEmpty() ? QStringLiteral("logs") : QString();
}

Error lostPolicy(const QString& file, const QString& how)
{
    return {ErrorCode::Corrupt, file,
        QStringLiteral("%1; put a backup in its place, without a -wal file beside it, or empty the folder to begin "
                       "with a new policy")
            .arg(how)};
}

Status makePolicy(const QDir& folder, const Policy& first, TimePoint now)
{
    const QString made = folder.filePath(policyName + QLatin1StringView(".new"));
    for (const char* leftover : {"", "-journal", "-wal", "-shm"})
        QFile::remove(made + QLatin1StringView(leftover)); // of a first start that was killed
    {
        const auto store = PolicyStore::open(made);
        if (!store)
            return store.error();
        const auto revision
            = (*store)->apply(0, first, QStringLiteral("sallyportd"), QStringLiteral("First start"), now);
        if (!revision)
            return revision.error();
    }
    if (QFileInfo(made + QStringLiteral("-wal")).size() > 0)
        return Error{ErrorCode::Io, made, QStringLiteral("can't be written whole; free some space on its disk")};
    if (!QFile::rename(made, folder.filePath(policyName)))
        return Error{
            ErrorCode::Io, made, QStringLiteral("can't be renamed to policy.db; check the folder's permissions")};
    // Until it is on the disk, a power failure could bring the files back that are made later, and not this one.
    return syncFolder(folder.path());
}

} // namespace

Status readyPolicy(const QDir& folder, const Policy& first, TimePoint now)
{
    const QFileInfo file(folder.filePath(policyName));
    if (file.exists())
        return file.size() > 0 ? Status() : lostPolicy(file.filePath(), QStringLiteral("the policy database is empty"));
    if (file.isSymLink())
        return lostPolicy(file.filePath(),
            QStringLiteral("the policy database should be \"%1\", which is not there").arg(file.symLinkTarget()));
    const QString found = trace(folder);
    return found.isEmpty()
        ? makePolicy(folder, first, now)
        : lostPolicy(file.filePath(),
            QStringLiteral("the policy database is missing, while %1 says that there was one").arg(found));
}

Status noteControlSocket(const QDir& folder, const QString& path)
{
    return writeWholeFile(folder.filePath(socketNote), path.toUtf8() + '\n');
}

void forgetControlSocket(const QDir& folder)
{
    QFile::remove(folder.filePath(socketNote));
}

QString controlSocketOf(const QDir& folder)
{
    QFile note(folder.filePath(socketNote));
    const QString noted = note.open(QIODevice::ReadOnly) ? QString::fromUtf8(note.read(4096)).trimmed() : QString();
    return noted.isEmpty() ? controlSocketIn(folder.path()) : noted;
}

} // namespace sallyport
