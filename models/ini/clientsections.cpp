// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientsections.h"

#include "models/ini/iniscanner.h"

#include <algorithm>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// How Windows spells an IPv6 address in a path: colons are not allowed there.
constexpr QLatin1StringView ipv6PathSuffix(".ipv6-literal.net");

QString pathHost(const IpAddress& address)
{
    QString text = address.toString();
    if (!address.isV4())
        text = text.replace(u':', u'-') + ipv6PathSuffix;
    return text;
}

} // namespace

bool isServerSection(QStringView name)
{
    for (const QLatin1StringView section :
        {commonSection, serversSection, ipxSection, masterSection, myConfigSection, internalSection}) {
        if (name.compare(section, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

int serverAddressNumber(QStringView key)
{
    if (!key.startsWith(serverAddressPrefix, Qt::CaseInsensitive))
        return 0;
    bool ok = false;
    const int number = key.sliced(serverAddressPrefix.size()).toInt(&ok);
    return ok && number > 0 ? number : 0;
}

QString masterPath(const ClientConfiguration& client)
{
    QString host = client.serverName;
    if (host.isEmpty() && !client.serverAddresses.isEmpty())
        host = pathHost(client.serverAddresses.first());
    return host.isEmpty() ? QString() : u"\\\\"_s + host + u"\\mspclnt\\"_s;
}

QString masterPathHost(QStringView path)
{
    const auto isSlash = [](QChar c) { return c == u'\\' || c == u'/'; };
    if (path.size() < 2 || !isSlash(path.at(0)) || !isSlash(path.at(1)))
        return {};
    const QStringView rest = path.sliced(2);
    return QStringView(rest.begin(), std::find_if(rest.begin(), rest.end(), isSlash)).toString();
}

} // namespace sallyport
