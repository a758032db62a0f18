// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"
#include "models/policy/applicationkeys.h"

#include <QList>
#include <QString>

namespace sallyport
{

// One line "Key=Value" of a program's section; `value` is canonical text.
struct ApplicationSetting {
    ApplicationKey key = ApplicationKey::Disable;
    QString value;

    bool operator==(const ApplicationSetting&) const = default;
};

// One section of mspclnt.ini: a program by its file name without extension. Two names are special:
// commonConfigurationName holds keys for every program without a section of its own, anyProgramName ("*") takes the
// DontRemote… keys only.
struct ApplicationEntry {
    QString id; // stable, unique
    QString name; // unique by programKey(); kept as written
    QList<ApplicationSetting> settings; // in file order, one per key

    std::optional<QString> value(ApplicationKey key) const;
    // Replaces or appends.
    void setValue(ApplicationKey key, const QString& value);
    bool remove(ApplicationKey key);
    // Which key says whether the program is taken off the Firewall Client: DisableEx where it stands, else Disable.
    ApplicationKey disablingKey() const;
    // Whether it is, by that key. Its other keys are then without effect.
    bool isDisabled() const;
    bool isWithoutEffect(ApplicationKey key) const;
    bool operator==(const ApplicationEntry&) const = default;
};

inline constexpr QLatin1StringView commonConfigurationName("Common Configuration");
inline constexpr QLatin1StringView anyProgramName("*");

// How clients are told to reach the server: [Servers Ip Addresses] Name= or Addr1=, Addr2= …
enum class ServerAddressing { ByName, ByAddress };
QString serverAddressingWord(ServerAddressing addressing); // "name", "address"
std::optional<ServerAddressing> serverAddressingFromWord(QStringView word);

// The server-owned settings of every Firewall Client ([Common] and its neighbours in mspclnt.ini).
struct ClientConfiguration {
    ServerAddressing addressing = ServerAddressing::ByName;
    QString serverName; // DNS name; used with ByName
    QList<IpAddress> serverAddresses; // used with ByAddress
    bool autoDetectServers = false; // AutoDetect ISA Servers
    int port = 1745; // 1-65535
    int refreshHours = 6; // Configuration Refresh Time, 1-168
    int recheckInaccessibleMinutes = 10; // Re-check Inaccessible Server Time, 1-1440
    int refreshGiveUpMinutes = 15; // Refresh Give Up Time, 1-1440
    int inaccessibleGiveUpMinutes = 2; // Inaccessible Servers Give Up Time, 1-1440
    QString webProxyName; // WWW-Proxy
    int webProxyPort = 8080; // WebProxyPort, 1-65535
    bool setBrowsersToUseProxy = true;
    bool setBrowsersToUseAutoConfig = false;
    bool setBrowsersToUseAutoDetect = false;
    QString configurationUrl; // empty: http://<webProxyName>:<webProxyPort>/array.dll?Get.Routing.Script
    QList<ApplicationEntry> applications; // names unique without case

    const ApplicationEntry* application(QStringView name) const; // by section name, without case
    ApplicationEntry* application(QStringView name);
    QString effectiveConfigurationUrl() const; // empty when neither a URL nor a Web Proxy is named
    bool operator==(const ClientConfiguration&) const = default;
};

} // namespace sallyport
