// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ini/samplepolicies.h"

#include "models/policy/hostnames.h"

#include <algorithm>
#include <array>

namespace sallyport::test
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString sampleValue(ApplicationKey key, QRandomGenerator& random)
{
    const ApplicationKeySpec& spec = applicationKeySpec(key);
    const auto port = [&random] { return QString::number(random.bounded(1, 60000)); };
    switch (spec.kind) {
    case ValueKind::Switch:
        return QString::number(random.bounded(2));
    case ValueKind::Choice:
        return spec.choices[static_cast<std::size_t>(random.bounded(static_cast<int>(spec.choices.size())))];
    case ValueKind::PortList: {
        const QString last = port(); // one draw a statement: compilers order them differently within one
        return *canonicalApplicationValue(key, QString(port() + u", "_s + last));
    }
    case ValueKind::PortAddressList: {
        const QString host = QString::number(random.bounded(1, 255));
        return *canonicalApplicationValue(key, QString(port() + u":192.0.2."_s + host));
    }
    case ValueKind::ServerChoice:
        return *canonicalApplicationValue(key, random.bounded(2) ? u"i:192.0.2.9"_s : u"n:branch-b"_s);
    }
    return {};
}

QString randomWord(QRandomGenerator& random)
{
    static constexpr QStringView letters = u"abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_+ ()äöüßéÿ";
    QString word(u'p');
    for (int i = random.bounded(1, 12); i > 0; --i)
        word += letters.at(random.bounded(letters.size()));
    return word + u'q';
}

QString wildText(QRandomGenerator& random)
{
    QString text;
    for (int i = random.bounded(6); i > 0; --i) {
        static constexpr std::array<char16_t, 23> odd{u' ', u'\t', u'\r', u'\n', u'"', u'\\', u'[', u']', u';', u'=',
            u',', u'#', u'\u2028', u'\uFEFF', 0xd800, 0xdc00, u'a', u'\u20ac', u'\u00fc', u'\0', 0x7f, u'u', u'n'};
        text += random.bounded(3) ? QChar(odd[static_cast<std::size_t>(random.bounded(static_cast<int>(odd.size())))])
                                  : QChar(static_cast<ushort>(random.bounded(1, 0xffff)));
    }
    return text;
}

IpAddress randomAddress(QRandomGenerator& random, bool v4)
{
    if (v4)
        return IpAddress::fromV4(random.generate());
    std::array<std::uint8_t, 16> bytes;
    for (std::uint8_t& byte : bytes)
        byte = static_cast<std::uint8_t>(random.bounded(1, 256));
    return IpAddress::fromV6(bytes);
}

AddressRange randomRange(QRandomGenerator& random)
{
    const bool v4 = random.bounded(2) != 0;
    IpAddress a = randomAddress(random, v4);
    IpAddress b = randomAddress(random, v4);
    if (b < a)
        std::swap(a, b);
    return {a, b};
}

void randomize(ClientConfiguration& client, QRandomGenerator& random)
{
    client.addressing = random.bounded(2) ? ServerAddressing::ByName : ServerAddressing::ByAddress;
    client.serverName = u"host%1.example"_s.arg(random.bounded(1000));
    for (int i = random.bounded(1, 4); i > 0; --i) {
        const IpAddress address = randomAddress(random, random.bounded(2) != 0);
        client.serverAddresses.append(
            isReachable(address) ? address : IpAddress::fromV4(0xc0000200 + static_cast<std::uint32_t>(i)));
    }
    client.autoDetectServers = random.bounded(2) != 0;
    client.port = random.bounded(1, 65536);
    client.refreshHours = random.bounded(1, 169);
    client.recheckInaccessibleMinutes = random.bounded(1, 1441);
    client.refreshGiveUpMinutes = random.bounded(1, 1441);
    client.inaccessibleGiveUpMinutes = random.bounded(1, 1441);
    client.webProxyName = random.bounded(3) ? u"proxy.example"_s : QString();
    client.webProxyPort = random.bounded(1, 65536);
    client.setBrowsersToUseProxy = random.bounded(2) != 0;
    client.setBrowsersToUseAutoConfig = random.bounded(2) != 0;
    client.setBrowsersToUseAutoDetect = random.bounded(2) != 0;
    client.configurationUrl = random.bounded(3) ? QString() : u"http://other.example/proxy.pac?a=b"_s;
}

} // namespace

Policy fullPolicy()
{
    QRandomGenerator random(7);
    Policy policy;
    policy.server = {u"branch-a"_s, u"Gateway of the branch office"_s};
    ClientConfiguration& client = policy.client;
    client.addressing = ServerAddressing::ByAddress;
    client.serverName = u"branch-a.example"_s;
    client.serverAddresses = {*IpAddress::parse(u"192.0.2.1"), *IpAddress::parse(u"2001:db8::1")};
    client.autoDetectServers = true;
    client.port = 11745;
    client.refreshHours = 2;
    client.recheckInaccessibleMinutes = 11;
    client.refreshGiveUpMinutes = 16;
    client.inaccessibleGiveUpMinutes = 3;
    client.webProxyName = u"proxy.example"_s;
    client.webProxyPort = 18080;
    client.setBrowsersToUseProxy = false;
    client.setBrowsersToUseAutoConfig = true;
    client.setBrowsersToUseAutoDetect = true;
    client.configurationUrl = u"http://proxy.example/own.pac"_s;
    ApplicationEntry every{u"id-every"_s, u"Everything"_s, {}};
    for (const ApplicationKeySpec& spec : applicationKeySpecs())
        every.setValue(spec.key, sampleValue(spec.key, random));
    client.applications = {every, {u"id-msmsgs"_s, u"msmsgs"_s, {{ApplicationKey::Disable, u"1"_s}}},
        {u"id-cafe"_s, u"Caf\u00e9"_s, {{ApplicationKey::Disable, u"1"_s}}},
        {u"id-common"_s, commonConfigurationName, {{ApplicationKey::NameResolution, u"R"_s}}},
        {u"id-any"_s, anyProgramName, {{ApplicationKey::DontRemoteOutboundTcpPorts, u"445"_s}}}};
    policy.localAddresses = {{*IpAddress::parse(u"10.0.0.0"), *IpAddress::parse(u"10.255.255.255")},
        {*IpAddress::parse(u"127.0.0.1"), *IpAddress::parse(u"127.0.0.1")},
        {*IpAddress::parse(u"fd00::"), *IpAddress::parse(u"fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")}};
    policy.localDomains = {u"intranet.example"_s, u"*.corp.example"_s};
    return policy;
}

Policy randomPolicy(QRandomGenerator& random)
{
    Policy policy;
    policy.server = {randomWord(random), randomWord(random)};
    randomize(policy.client, random);
    for (int i = random.bounded(8); i > 0; --i) {
        ApplicationEntry entry{newObjectId(), QString(randomWord(random) + QString::number(i)), {}};
        for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
            if (random.bounded(4) == 0)
                entry.setValue(spec.key, sampleValue(spec.key, random));
        }
        policy.client.applications.append(entry);
    }
    for (int i = random.bounded(4); i > 0; --i)
        policy.localAddresses.append(randomRange(random));
    for (int i = random.bounded(4); i > 0; --i)
        policy.localDomains.append(u"*.d%1.example"_s.arg(i));
    return policy;
}

Policy wildPolicy(QRandomGenerator& random)
{
    Policy policy = randomPolicy(random);
    policy.server = {wildText(random), wildText(random)};
    policy.listeners.webProxy
        = {random.bounded(2) != 0, randomAddress(random, false), static_cast<int>(random.generate())};
    policy.listeners.connectionLimit = -1;
    policy.filters.socks.address = IpAddress();
    policy.client.serverName = wildText(random);
    policy.client.webProxyName = wildText(random);
    policy.client.configurationUrl = wildText(random);
    int number = 0;
    for (ApplicationEntry& entry : policy.client.applications) {
        entry.name = wildText(random) + QString::number(++number);
        entry.id = u'x' + wildText(random);
    }
    for (QString& domain : policy.localDomains)
        domain = wildText(random);
    policy.unmatched = random.bounded(2) ? Verdict::Allow : Verdict::Deny;
    return policy;
}

Policy largePolicy(int count)
{
    Policy policy = defaultPolicy(u"branch-a"_s);
    policy.client.applications.clear();
    for (int i = 0; i < count; ++i)
        policy.client.applications.append({u"id-%1"_s.arg(i), u"program%1"_s.arg(i),
            {{ApplicationKey::Disable, u"1"_s}, {ApplicationKey::RemoteBindTcpPorts, u"7000-7022, 7100"_s}}});
    return policy;
}

Policy asFileSeesIt(Policy policy)
{
    ClientConfiguration& client = policy.client;
    if (client.addressing == ServerAddressing::ByName)
        client.serverAddresses.clear();
    const QString url = std::exchange(client.configurationUrl, QString());
    if (url != client.effectiveConfigurationUrl())
        client.configurationUrl = url;
    for (ApplicationEntry& entry : client.applications)
        entry.id.clear();
    Policy seen;
    seen.client = client;
    for (const QString& domain : policy.localDomains)
        seen.localDomains.append(domainSuffix(domain));
    return seen;
}

Policy sorted(Policy policy)
{
    std::sort(policy.client.applications.begin(), policy.client.applications.end(),
        [](const ApplicationEntry& a, const ApplicationEntry& b) {
            return a.name.toCaseFolded() < b.name.toCaseFolded();
        });
    for (ApplicationEntry& entry : policy.client.applications) {
        std::sort(entry.settings.begin(), entry.settings.end(),
            [](const ApplicationSetting& a, const ApplicationSetting& b) { return a.key < b.key; });
    }
    return policy;
}

} // namespace sallyport::test
