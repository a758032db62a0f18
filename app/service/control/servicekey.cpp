// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/servicekey.h"

#include "models/base/filewriting.h"

#include <QDir>
#include <QFile>

namespace sallyport
{

namespace
{

Error ioError(const QFileDevice& file)
{
    return {ErrorCode::Io, file.fileName(), file.errorString()};
}

Result<QByteArray> readFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return ioError(file);
    return file.readAll();
}

Result<TlsIdentity> newIdentity(const QString& keyFile, const QString& certificateFile, const QString& serverName)
{
    auto identity = makeIdentity(serverName);
    if (!identity)
        return identity;
    // The certificate last: a pair is whole exactly when the certificate is there.
    if (const Status kept = writeWholeFile(keyFile, identity->privateKeyPem, FileAccess::OwnerOnly); !kept)
        return kept.error();
    if (const Status kept = writeWholeFile(certificateFile, identity->certificatePem, FileAccess::OwnerOnly); !kept)
        return kept.error();
    return identity;
}

} // namespace

Result<TlsIdentity> serviceIdentity(const QString& folder, const QString& serverName)
{
    const QDir dir(folder);
    const QString keyFile = dir.filePath(QStringLiteral("service.key"));
    const QString certificateFile = dir.filePath(QStringLiteral("service.crt"));
    if (!QFile::exists(certificateFile))
        return newIdentity(keyFile, certificateFile, serverName);
    const auto certificate = readFile(certificateFile);
    if (!certificate)
        return certificate.error();
    const auto key = readFile(keyFile);
    if (!key)
        return key.error();
    auto identity = readIdentity(*certificate, *key);
    if (!identity) {
        return Error{ErrorCode::Corrupt, certificateFile,
            QStringLiteral("%1; restore both files, or remove both to make a new identity and enrol the consoles again")
                .arg(identity.error().detail)};
    }
    return identity;
}

} // namespace sallyport
