// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/base/ipaddress.h"
#include "models/policy/applicationkeys.h"
#include "models/policy/hostnames.h"
#include "models/policy/ports.h"

#include <map>

namespace sallyport
{

namespace
{

Error valueError(const ApplicationKeySpec& spec, Fault fault, const QStringList& arguments)
{
    return makeError(fault, spec.name, arguments);
}

Result<QString> canonicalSwitch(const ApplicationKeySpec& spec, const QString& text)
{
    if (text == QLatin1StringView("0") || text == QLatin1StringView("1"))
        return text;
    return valueError(spec, Fault::NotSwitch, {text});
}

Result<QString> canonicalChoice(const ApplicationKeySpec& spec, const QString& text)
{
    QStringList known;
    for (const QLatin1StringView choice : spec.choices) {
        if (text.compare(choice, Qt::CaseInsensitive) == 0)
            return QString(choice);
        known.append(choice);
    }
    return valueError(spec, Fault::NotAChoice, {text, known.join(QLatin1StringView(", "))});
}

Result<QString> canonicalPortList(const ApplicationKeySpec& spec, const QString& text)
{
    const Result<QList<PortRange>> ranges = parsePortList(text);
    if (!ranges)
        return valueError(spec, ranges.error().fault, ranges.error().arguments);
    return portListText(*ranges);
}

Result<QString> canonicalPortAddresses(const ApplicationKeySpec& spec, const QString& text)
{
    std::map<int, IpAddress> addresses;
    for (const QStringView part : QStringView(text).split(QLatin1Char(','))) {
        const QStringView item = part.trimmed();
        // IPv6 text has colons of its own, so only the first one divides.
        const qsizetype colon = item.indexOf(QLatin1Char(':'));
        const std::optional<int> port = colon < 0 ? std::nullopt : parsePort(item.left(colon).trimmed());
        const std::optional<IpAddress> address = port ? IpAddress::parse(item.mid(colon + 1).trimmed()) : std::nullopt;
        if (!address)
            return valueError(spec, Fault::NotPortAddress, {item.toString()});
        if (!addresses.emplace(*port, *address).second)
            return valueError(spec, Fault::PortTwice, {QString::number(*port)});
    }
    QStringList items;
    for (const auto& [port, address] : addresses)
        items.append(QStringLiteral("%1:%2").arg(port).arg(address.toString()));
    return items.join(QLatin1StringView(", "));
}

Result<QString> canonicalServer(const ApplicationKeySpec& spec, const QString& text)
{
    const QString rest = text.mid(2).trimmed();
    if (text.startsWith(QLatin1StringView("i:"), Qt::CaseInsensitive)) {
        if (const std::optional<IpAddress> address = IpAddress::parse(rest))
            return QString(QLatin1StringView("i:") + address->toString());
    } else if (text.startsWith(QLatin1StringView("n:"), Qt::CaseInsensitive) && isHostName(rest)) {
        return QString(QLatin1StringView("n:") + rest);
    }
    return valueError(spec, Fault::NotServer, {text});
}

} // namespace

Result<QString> canonicalApplicationValue(ApplicationKey key, const QString& text)
{
    const ApplicationKeySpec& spec = applicationKeySpec(key);
    const QString value = text.trimmed();
    if (value.isEmpty())
        return valueError(spec, Fault::ValueMissing, {});
    switch (spec.kind) {
    case ValueKind::Switch:
        return canonicalSwitch(spec, value);
    case ValueKind::Choice:
        return canonicalChoice(spec, value);
    case ValueKind::PortList:
        return canonicalPortList(spec, value);
    case ValueKind::PortAddressList:
        return canonicalPortAddresses(spec, value);
    case ValueKind::ServerChoice:
        return canonicalServer(spec, value);
    }
    return valueError(spec, Fault::UnknownApplicationKey, {spec.name});
}

} // namespace sallyport
