// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/addressmask.h"
#include "models/policy/hostnames.h"
#include "models/policy/validator.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace sallyport
{

namespace
{

void validateServerAddresses(const ClientConfiguration& client, Validator& out)
{
    const QString list = QStringLiteral("client.serverAddresses");
    if (client.addressing == ServerAddressing::ByAddress && client.serverAddresses.isEmpty()) {
        out.error(Fault::ClientServerWithoutAddress, list);
    }
    QSet<QString> seen;
    for (qsizetype i = 0; i < client.serverAddresses.size(); ++i) {
        const IpAddress& address = client.serverAddresses.at(i);
        const QString text = address.toString();
        const QString path = QStringLiteral("%1[%2]").arg(list).arg(i);
        if (!isReachable(address))
            out.error(Fault::AddressNotReachable, path, {text}, text);
        if (seen.contains(text))
            out.error(Fault::AddressTwice, path, {text}, text);
        seen.insert(text);
    }
}

void validateConfigurationUrl(const QString& text, Validator& out)
{
    if (!text.isEmpty() && !isWebUrl(text))
        out.error(Fault::NotWebUrl, QStringLiteral("client.configurationUrl"), {text}, text);
}

void validateWebProxy(const ClientConfiguration& client, Validator& out)
{
    const QString path = QStringLiteral("client.webProxyName");
    if (!client.webProxyName.isEmpty()) {
        out.host(path, client.webProxyName);
    } else if (client.setBrowsersToUseProxy) {
        out.error(Fault::BrowsersWithoutProxy, path);
    } else if (client.setBrowsersToUseAutoConfig && client.configurationUrl.isEmpty()) {
        out.error(Fault::BrowsersWithoutScript, path);
    }
}

// The addresses that some ranges cover together. Tables of a hundred thousand ranges are checked in one pass.
class Coverage
{
public:
    // False when the range touched what was covered before.
    bool add(AddressRange range)
    {
        auto next = m_ranges.upper_bound(range.last);
        bool fresh = true;
        while (next != m_ranges.begin()) {
            const auto before = std::prev(next);
            if (before->second < range.first)
                break;
            range = {std::min(before->first, range.first), std::max(before->second, range.last)};
            next = m_ranges.erase(before);
            fresh = false;
        }
        m_ranges.emplace_hint(next, range.first, range.last);
        return fresh;
    }

private:
    std::map<IpAddress, IpAddress> m_ranges; // first address to last one; none overlap
};

} // namespace

void validateClient(const ClientConfiguration& client, Validator& out)
{
    if (client.addressing == ServerAddressing::ByName && client.serverName.isEmpty()) {
        out.error(Fault::ClientServerUnnamed, QStringLiteral("client.serverName"));
    } else if (!client.serverName.isEmpty()) {
        out.host(QStringLiteral("client.serverName"), client.serverName);
    }
    validateServerAddresses(client, out);
    out.range(QStringLiteral("client.port"), client.port, 1, 65535);
    out.range(QStringLiteral("client.refreshHours"), client.refreshHours, 1, 168);
    out.range(QStringLiteral("client.recheckInaccessibleMinutes"), client.recheckInaccessibleMinutes, 1, 1440);
    out.range(QStringLiteral("client.refreshGiveUpMinutes"), client.refreshGiveUpMinutes, 1, 1440);
    out.range(QStringLiteral("client.inaccessibleGiveUpMinutes"), client.inaccessibleGiveUpMinutes, 1, 1440);
    validateWebProxy(client, out);
    out.range(QStringLiteral("client.webProxyPort"), client.webProxyPort, 1, 65535);
    validateConfigurationUrl(client.configurationUrl, out);
    validateApplications(client.applications, out);
}

void validateLocalAddresses(const QList<AddressRange>& ranges, Validator& out)
{
    const QString list = QStringLiteral("localAddresses");
    const IpAddress loopback = IpAddress::fromV4(0x7f000001);
    bool coversLoopback = false;
    Coverage covered;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        const AddressRange& range = ranges.at(i);
        const QString path = QStringLiteral("%1[%2]").arg(list).arg(i);
        const QString text = QString(range.first.toString() + QLatin1Char('-') + range.last.toString());
        if (range.first.isV4() != range.last.isV4()) {
            out.error(Fault::RangeMixed, path, {text}, text);
        } else if (range.last < range.first) {
            out.error(Fault::RangeBackwards, path, {text}, text);
        } else if (const QStringList meant = meantByMask(range); !meant.isEmpty()) {
            out.warning(Fault::RangeMask, path, meant, text);
        } else if (const QString everything = everythingText(range); !everything.isEmpty()) {
            out.warning(Fault::RangeEverything, path, {text, everything}, text);
        }
        if (range.first <= range.last && !covered.add(range))
            out.warning(Fault::RangeOverlaps, path, {text}, text);
        coversLoopback = coversLoopback || range.contains(loopback);
    }
    if (!coversLoopback)
        out.warning(Fault::LoopbackMissing, list);
}

void validateLocalDomains(const QStringList& domains, Validator& out)
{
    QSet<QString> written;
    QSet<QString> suffixes;
    for (qsizetype i = 0; i < domains.size(); ++i) {
        const QString& domain = domains.at(i);
        const QString path = QStringLiteral("localDomains[%1]").arg(i);
        const QString suffix = domainSuffix(domain);
        if (suffix.isEmpty())
            out.error(Fault::NotDomain, path, {domain}, domain);
        else if (written.contains(domain.toCaseFolded()))
            out.error(Fault::DomainTwice, path, {domain}, domain);
        else if (suffixes.contains(suffix))
            out.warning(Fault::DomainCovered, path, {domain}, domain);
        written.insert(domain.toCaseFolded());
        suffixes.insert(suffix);
    }
}

} // namespace sallyport
