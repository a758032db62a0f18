// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/serverlist.h"

#include "models/base/filewriting.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QSysInfo>

namespace sallyport
{

namespace
{
constexpr char certificateEnd[] = "-----END CERTIFICATE-----\n";
}

ServerList::ServerList(const QString& dataFolder)
    : m_identityFile(QDir(dataFolder).filePath(QStringLiteral("console.pem")))
{
}

QList<ServerEntry> ServerList::load() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("servers"));
    QList<ServerEntry> entries;
    const QStringList keys = settings.childGroups();
    for (const QString& key : keys) {
        settings.beginGroup(key);
        ServerEntry entry{key, settings.value(QStringLiteral("name")).toString(), {}};
        entry.endpoint.host = settings.value(QStringLiteral("host")).toString();
        entry.endpoint.port = static_cast<quint16>(settings.value(QStringLiteral("port")).toUInt());
        entry.endpoint.serverFingerprint = settings.value(QStringLiteral("fingerprint")).toString();
        // An entry without a pin would be let in unseen.
        if (!entry.endpoint.host.isEmpty() && entry.endpoint.port && !entry.endpoint.serverFingerprint.isEmpty())
            entries.append(entry);
        settings.endGroup();
    }
    return entries;
}

void ServerList::save(const ServerEntry& entry)
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("servers/") + entry.key);
    settings.setValue(QStringLiteral("name"), entry.name);
    settings.setValue(QStringLiteral("host"), entry.endpoint.host);
    settings.setValue(QStringLiteral("port"), entry.endpoint.port);
    settings.setValue(QStringLiteral("fingerprint"), entry.endpoint.serverFingerprint);
}

void ServerList::remove(const QString& key)
{
    QSettings().remove(QStringLiteral("servers/") + key);
}

Result<TlsIdentity> ServerList::identity()
{
    if (m_identity)
        return *m_identity;
    QFile file(m_identityFile);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray pem = file.readAll();
        const qsizetype end = pem.indexOf(certificateEnd) + static_cast<qsizetype>(sizeof(certificateEnd)) - 1;
        const Result<TlsIdentity> read = readIdentity(pem.left(end), pem.mid(end));
        if (!read) {
            return Error{ErrorCode::Corrupt, m_identityFile,
                read.error().detail
                    + QStringLiteral("; bring the file back from a backup, or remove it and add the servers again")};
        }
        // Restored from a backup, for one, it may have become readable by others.
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_identity = *read;
        return read;
    }
    if (file.exists())
        return Error{ErrorCode::Io, m_identityFile, file.errorString()};
    const Result<TlsIdentity> made = makeIdentity(QSysInfo::machineHostName());
    if (!made)
        return made;
    if (const Status folder = makeOwnFolder(QFileInfo(m_identityFile).path()); !folder)
        return folder.error();
    const Status written
        = writeWholeFile(m_identityFile, made->certificatePem + made->privateKeyPem, FileAccess::OwnerOnly);
    if (!written)
        return written.error();
    m_identity = *made;
    return made;
}

Status ServerList::complete(ServerEntry& entry)
{
    const Result<TlsIdentity> own = identity();
    if (!own)
        return own.error();
    entry.endpoint.certificatePem = own->certificatePem;
    entry.endpoint.privateKeyPem = own->privateKeyPem;
    return {};
}

Status addKnownServers(Console& console)
{
    ServerList servers(console.dataFolder());
    Status status;
    const QList<ServerEntry> known = servers.load();
    for (ServerEntry entry : known) {
        if (const Status completed = servers.complete(entry); !completed)
            status = completed;
        console.addServer(entry);
    }
    return status;
}

} // namespace sallyport
