// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/serverlist.h"

#include "models/base/fault.h"
#include "models/base/filewriting.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSysInfo>

#include <algorithm>

namespace sallyport
{

namespace
{
using Name = QLatin1StringView;

constexpr char certificateEnd[] = "-----END CERTIFICATE-----\n";

// An entry without a pin would be let in unseen.
bool isUsable(const ServerEntry& entry)
{
    return !entry.endpoint.host.isEmpty() && entry.endpoint.port && !entry.endpoint.serverFingerprint.isEmpty();
}

QList<ServerEntry> entriesOfTheSettings()
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
        if (isUsable(entry))
            entries.append(entry);
        settings.endGroup();
    }
    return entries;
}

} // namespace

ServerList::ServerList(const QString& dataFolder)
    : m_listFile(QDir(dataFolder).filePath(QStringLiteral("servers.json")))
    , m_identityFile(QDir(dataFolder).filePath(QStringLiteral("console.pem")))
{
}

Result<QList<ServerEntry>> ServerList::load() const
{
    QFile file(m_listFile);
    if (!file.exists())
        return entriesOfTheSettings();
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Fault::FileFailed, m_listFile, {file.errorString()});
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.object().value(Name("servers")).isArray())
        return makeError(Fault::ServerListDamaged, m_listFile);
    QList<ServerEntry> entries;
    for (const QJsonValue& value : document.object().value(Name("servers")).toArray()) {
        ServerEntry entry{value[Name("key")].toString(), value[Name("name")].toString(), {}};
        entry.endpoint.host = value[Name("host")].toString();
        entry.endpoint.port = static_cast<quint16>(value[Name("port")].toInt());
        entry.endpoint.serverFingerprint = value[Name("fingerprint")].toString();
        if (isUsable(entry))
            entries.append(entry);
    }
    return entries;
}

Status ServerList::write(const QList<ServerEntry>& entries) const
{
    QJsonArray list;
    for (const ServerEntry& entry : entries) {
        list.append(
            QJsonObject{{Name("key"), entry.key}, {Name("name"), entry.name}, {Name("host"), entry.endpoint.host},
                {Name("port"), entry.endpoint.port}, {Name("fingerprint"), entry.endpoint.serverFingerprint}});
    }
    if (const Status folder = makeOwnFolder(QFileInfo(m_listFile).path()); !folder)
        return folder;
    return writeWholeFile(
        m_listFile, QJsonDocument(QJsonObject{{Name("servers"), list}}).toJson(), FileAccess::OwnerOnly);
}

Status ServerList::save(const ServerEntry& entry)
{
    auto entries = load();
    if (!entries)
        return entries.error();
    const auto known = std::find_if(
        entries->begin(), entries->end(), [&entry](const ServerEntry& other) { return other.key == entry.key; });
    if (known != entries->end())
        *known = entry;
    else
        entries->append(entry);
    return write(*entries);
}

Status ServerList::remove(const QString& key)
{
    auto entries = load();
    if (!entries)
        return entries.error();
    entries->removeIf([&key](const ServerEntry& other) { return other.key == key; });
    return write(*entries);
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
        if (!read)
            return makeError(Fault::IdentityDamaged, m_identityFile);
        // Restored from a backup, for one, it may have become readable by others.
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_identity = *read;
        return read;
    }
    if (file.exists())
        return makeError(Fault::FileFailed, m_identityFile, {file.errorString()});
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
    const auto known = servers.load();
    if (!known)
        return known.error();
    Status status;
    for (ServerEntry entry : *known) {
        if (const Status completed = servers.complete(entry); !completed)
            status = completed;
        console.addServer(entry);
    }
    return status;
}

} // namespace sallyport
