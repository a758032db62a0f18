// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/methods.h"
#include "models/base/fault.h"

#include <QCryptographicHash>

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

struct HandedOut {
    QByteArray bytes;
    QString tag;
};

std::optional<HandedOut> handedOut(const HandOut& files, const QString& name)
{
    // The scripts are served without ETag; the same digest stands in for one here.
    const auto digest = [](const QByteArray& bytes) {
        return QString::fromLatin1(
            '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(32) + '"');
    };
    if (name == Name("mspclnt.ini"))
        return HandedOut{files.mspclnt, QString::fromStdString(files.mspclntTag)};
    if (name == Name("msplat.txt"))
        return HandedOut{files.msplat, QString::fromStdString(files.msplatTag)};
    if (name == Name("wspad.dat"))
        return HandedOut{files.wspad, digest(files.wspad)};
    if (name == Name("wpad.dat"))
        return HandedOut{files.pac, digest(files.pac)};
    return std::nullopt;
}

Outcome get(const ServiceParts& parts, const ControlCall& call)
{
    MemberReader params(call.params);
    const QString name = params.text(Name("file"));
    const auto inForce = parts.policy.current();
    const HandOut& files = inForce->handOut;
    const auto file = handedOut(files, name);
    if (!file && !params.failed())
        params.fail(makeError(Fault::NotHandedOut, QStringLiteral("file"), {name}));
    if (const auto bad = misfit(params))
        return *bad;
    return QJsonObject{{Name("text"), QString::fromLatin1(file->bytes)}, {Name("etag"), file->tag},
        {Name("revision"), qint64(files.revision)}};
}

} // namespace

void addIniMethods(Dispatcher& dispatcher, const ServiceParts& parts)
{
    dispatcher.add("ini.get", Dispatcher::Access::Viewer, Dispatcher::Effect::Reads,
        [&parts](const ControlCall& call) { return get(parts, call); });
}

} // namespace sallyport
