// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <QList>
#include <QString>

#include <optional>

namespace sallyport
{

// What writing, reading and editing of mspclnt.ini share: the sections the server itself owns and how their values
// look.

inline constexpr QLatin1StringView commonSection("Common");
inline constexpr QLatin1StringView serversSection("Servers Ip Addresses");
inline constexpr QLatin1StringView ipxSection("Servers Ipx Addresses"); // Proxy Server's; nothing of ours
inline constexpr QLatin1StringView masterSection("Master Config");
inline constexpr QLatin1StringView myConfigSection("My Config"); // later name of the same
inline constexpr QLatin1StringView internalSection("Internal");

// Sections that are no program's.
bool isServerSection(QStringView name);

inline constexpr QLatin1StringView serverNameKey("Name");
inline constexpr QLatin1StringView serverAddressPrefix("Addr"); // Addr1, Addr2 …
inline constexpr QLatin1StringView masterPathKey("Path1");
inline constexpr QLatin1StringView oldMasterPathKey("Path");
// The number N of "AddrN", 0 for other keys.
int serverAddressNumber(QStringView key);

// \\HOST\mspclnt\ of [Master Config], empty while no server is named.
QString masterPath(const ClientConfiguration& client);
// The host of such a path, empty when it is none.
QString masterPathHost(QStringView path);

// The fields of [Common], in the order of the file. `visitor` has number(key, int &, least, most), flag(key, bool &),
// text(key, QString &), url(key, client) and domains(key, QStringList &); client and localDomains may be const.
template <typename Visitor, typename Client, typename Domains>
void visitCommon(Visitor&& visitor, Client& client, Domains& localDomains)
{
    using namespace Qt::Literals::StringLiterals;
    constexpr int minutesOfDay = 1440;
    visitor.number("Port"_L1, client.port, 1, 65535);
    visitor.number("Configuration Refresh Time (Hours)"_L1, client.refreshHours, 1, 168);
    visitor.number(
        "Re-check Inaccessible Server Time (Minutes)"_L1, client.recheckInaccessibleMinutes, 1, minutesOfDay);
    visitor.number("Refresh Give Up Time (Minutes)"_L1, client.refreshGiveUpMinutes, 1, minutesOfDay);
    visitor.number("Inaccessible Servers Give Up Time (Minutes)"_L1, client.inaccessibleGiveUpMinutes, 1, minutesOfDay);
    visitor.text("WWW-Proxy"_L1, client.webProxyName);
    visitor.number("WebProxyPort"_L1, client.webProxyPort, 1, 65535);
    visitor.flag("Set Browsers to use Proxy"_L1, client.setBrowsersToUseProxy);
    visitor.flag("Set Browsers to use Auto Config"_L1, client.setBrowsersToUseAutoConfig);
    visitor.flag("Set Browsers to use Auto Detect"_L1, client.setBrowsersToUseAutoDetect);
    visitor.url("Configuration Url"_L1, client);
    visitor.flag("AutoDetect ISA Servers"_L1, client.autoDetectServers);
    visitor.domains("LocalDomains"_L1, localDomains);
}

} // namespace sallyport
