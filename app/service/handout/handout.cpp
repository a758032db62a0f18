// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handout/handout.h"

#include "models/ini/clientini.h"

#include <QCryptographicHash>

namespace sallyport
{

std::string entityTag(const QByteArray& bytes)
{
    // 128 bits of SHA-256: two different files of one server never meet, and the header stays short.
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).first(16).toHex();
    return '"' + hash.toStdString() + '"';
}

Result<std::shared_ptr<const Enforcement>> makeEnforcement(const Policy& policy, RevisionNumber revision)
{
    Result<std::shared_ptr<const CompiledPolicy>> compiled = compile(policy);
    if (!compiled)
        return compiled.error();
    auto enforcement = std::make_shared<Enforcement>();
    enforcement->policy = policy;
    enforcement->compiled = *std::move(compiled);
    HandOut& files = enforcement->handOut;
    files.mspclnt = writeClientIni(policy);
    files.msplat = writeLat(policy.localAddresses);
    files.wspad = writeWspad(policy);
    files.pac = writePac(policy);
    files.mspclntTag = entityTag(files.mspclnt);
    files.msplatTag = entityTag(files.msplat);
    files.revision = revision;
    return std::shared_ptr<const Enforcement>(std::move(enforcement));
}

} // namespace sallyport
