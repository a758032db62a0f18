// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/serverbook.h"

#include "models/base/visibletext.h"
#include "models/control/memberreader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QSysInfo>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

QString fileName(const QString& folder, const char* name)
{
    return QDir(folder).filePath(QLatin1StringView(name));
}

Result<KnownServer> serverFromJson(const QJsonObject& json)
{
    MemberReader reader(json, QStringLiteral("servers[]"));
    KnownServer server;
    server.name = reader.text(Name("name"));
    server.host = reader.text(Name("host"));
    server.port = quint16(reader.number(Name("port"), 1, 65535));
    server.fingerprint = reader.text(Name("fingerprint"));
    if (const Status read = reader.finish(); !read)
        return read.error();
    return server;
}

} // namespace

ServerBook::ServerBook(const QString& folder)
    : m_folder(folder)
{
}

QString ServerBook::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/sallyport");
}

Result<QList<KnownServer>> ServerBook::servers() const
{
    QFile file(fileName(m_folder, "servers.json"));
    if (!file.exists())
        return QList<KnownServer>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, file.fileName(), file.errorString()};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error{ErrorCode::Corrupt, file.fileName(), QStringLiteral("is not a JSON object; repair or remove it")};
    QList<KnownServer> servers;
    const QJsonArray list = document.object().value(Name("servers")).toArray();
    for (const QJsonValue& entry : list) {
        const auto server = serverFromJson(entry.toObject());
        if (!server)
            return Error{ErrorCode::Corrupt, file.fileName(), server.error().text()};
        servers.append(*server);
    }
    return servers;
}

Result<KnownServer> ServerBook::server(const QString& name) const
{
    const auto known = servers();
    if (!known)
        return known.error();
    for (const KnownServer& server : *known) {
        if (server.name == name)
            return server;
    }
    return Error{ErrorCode::NotFound, name,
        QStringLiteral("no such server; \"sallyportctl servers\" lists them, \"enrol\" adds one")};
}

Result<PendingFile> ServerBook::add(const KnownServer& server) const
{
    auto known = servers();
    if (!known)
        return known.error();
    for (const KnownServer& other : *known) {
        if (other.name == server.name && (other.host != server.host || other.port != server.port))
            return Error{ErrorCode::Duplicate, server.name,
                QStringLiteral("is the name of %1 port %2; give another one by --name, or take that server out of %3")
                    .arg(visibleText(other.host))
                    .arg(other.port)
                    .arg(fileName(m_folder, "servers.json"))};
    }
    known->removeIf([&server](const KnownServer& other) { return other.name == server.name; });
    known->append(server);
    QJsonArray list;
    for (const KnownServer& entry : std::as_const(*known)) {
        list.append(QJsonObject{{Name("name"), entry.name}, {Name("host"), entry.host}, {Name("port"), entry.port},
            {Name("fingerprint"), entry.fingerprint}});
    }
    if (const Status made = makeOwnFolder(m_folder); !made)
        return made.error();
    return PendingFile::write(fileName(m_folder, "servers.json"),
        QJsonDocument(QJsonObject{{Name("servers"), list}}).toJson(), FileAccess::OwnerOnly);
}

Result<TlsIdentity> ServerBook::identity() const
{
    QFile certificate(fileName(m_folder, "identity.crt"));
    QFile key(fileName(m_folder, "identity.key"));
    // Written last, it says that both are there; an identity that can't be read is none to write over.
    if (certificate.exists()) {
        for (QFile* file : {&certificate, &key}) {
            if (!file->open(QIODevice::ReadOnly))
                return Error{ErrorCode::Io, file->fileName(), file->errorString()};
        }
        auto identity = readIdentity(certificate.readAll(), key.readAll());
        if (!identity)
            return Error{ErrorCode::Corrupt, certificate.fileName(),
                QStringLiteral("%1; bring it and identity.key back from a backup, or remove both and enrol again")
                    .arg(identity.error().detail)};
        return identity;
    }
    if (const Status made = makeOwnFolder(m_folder); !made)
        return made.error();
    const auto made = makeIdentity(QSysInfo::machineHostName());
    if (!made)
        return made;
    if (const Status saved = writeWholeFile(key.fileName(), made->privateKeyPem, FileAccess::OwnerOnly); !saved)
        return saved.error();
    if (const Status saved = writeWholeFile(certificate.fileName(), made->certificatePem, FileAccess::OwnerOnly);
        !saved)
        return saved.error();
    return made;
}

Result<ControlEndpoint> ServerBook::endpoint(const KnownServer& server) const
{
    const auto own = identity();
    if (!own)
        return own.error();
    ControlEndpoint endpoint;
    endpoint.host = server.host;
    endpoint.port = server.port;
    endpoint.serverFingerprint = server.fingerprint;
    endpoint.certificatePem = own->certificatePem;
    endpoint.privateKeyPem = own->privateKeyPem;
    return endpoint;
}

} // namespace sallyport
