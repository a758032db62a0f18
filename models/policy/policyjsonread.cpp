// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/jsonreader.h"
#include "models/policy/policyjson.h"

#include <QJsonDocument>

namespace sallyport
{

namespace
{

using Member = QLatin1StringView;

Listener readListener(JsonReader& parent, Member member, QList<Problem>& problems)
{
    Listener listener;
    const auto json = parent.object(member);
    if (!json)
        return listener;
    JsonReader reader(*json, parent.path(member), problems);
    listener.enabled = reader.flag(Member("enabled"));
    listener.address = reader.address(Member("address"));
    listener.port = reader.number(Member("port"));
    reader.finish();
    return listener;
}

ServerIdentity readServer(const QJsonObject& json, QList<Problem>& problems)
{
    JsonReader reader(json, QStringLiteral("server"), problems);
    ServerIdentity server;
    server.name = reader.text(Member("name"));
    server.description = reader.text(Member("description"));
    reader.finish();
    return server;
}

Listeners readListeners(const QJsonObject& json, QList<Problem>& problems)
{
    JsonReader reader(json, QStringLiteral("listeners"), problems);
    Listeners listeners;
    listeners.webProxy = readListener(reader, Member("webProxy"), problems);
    listeners.firewallClient = readListener(reader, Member("firewallClient"), problems);
    listeners.connectTimeoutSeconds = reader.number(Member("connectTimeoutSeconds"));
    listeners.idleTimeoutSeconds = reader.number(Member("idleTimeoutSeconds"));
    listeners.connectionLimit = reader.number(Member("connectionLimit"));
    reader.finish();
    return listeners;
}

ApplicationEntry readApplication(const QJsonObject& json, const QString& path, QList<Problem>& problems)
{
    JsonReader reader(json, path, problems);
    ApplicationEntry entry;
    entry.id = reader.text(Member("id"));
    entry.name = reader.text(Member("name"));
    const QList<JsonReader::Item> settings = reader.objects(Member("settings"));
    for (const JsonReader::Item& item : settings) {
        JsonReader setting(item.json, item.path, problems);
        const auto key = setting.word<ApplicationKey>(Member("key"), applicationKeyFromName, Member(), {});
        const QString value = setting.text(Member("value"));
        setting.finish();
        // Equal meaning is equal text; what can't be read stays as it is, for validate() to name.
        const Result<QString> canonical = canonicalApplicationValue(key, value);
        entry.settings.append({key, canonical ? *canonical : value});
    }
    reader.finish();
    return entry;
}

QList<IpAddress> readAddresses(JsonReader& reader, Member member)
{
    QList<IpAddress> addresses;
    const QStringList texts = reader.texts(member);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const std::optional<IpAddress> address = IpAddress::parse(texts.at(i));
        if (address) {
            addresses.append(*address);
        } else {
            reader.report(Fault::NotAddress, QStringLiteral("%1[%2]").arg(reader.path(member)).arg(i),
                {jsonExcerpt(texts.at(i))}, texts.at(i));
        }
    }
    return addresses;
}

ClientConfiguration readClient(const QJsonObject& json, QList<Problem>& problems)
{
    JsonReader reader(json, QStringLiteral("client"), problems);
    ClientConfiguration client;
    client.addressing = reader.word(
        Member("addressing"), serverAddressingFromWord, Member("name, address"), ServerAddressing::ByName);
    client.serverName = reader.text(Member("serverName"));
    client.serverAddresses = readAddresses(reader, Member("serverAddresses"));
    client.autoDetectServers = reader.flag(Member("autoDetectServers"));
    client.port = reader.number(Member("port"));
    client.refreshHours = reader.number(Member("refreshHours"));
    client.recheckInaccessibleMinutes = reader.number(Member("recheckInaccessibleMinutes"));
    client.refreshGiveUpMinutes = reader.number(Member("refreshGiveUpMinutes"));
    client.inaccessibleGiveUpMinutes = reader.number(Member("inaccessibleGiveUpMinutes"));
    client.webProxyName = reader.text(Member("webProxyName"));
    client.webProxyPort = reader.number(Member("webProxyPort"));
    client.setBrowsersToUseProxy = reader.flag(Member("setBrowsersToUseProxy"));
    client.setBrowsersToUseAutoConfig = reader.flag(Member("setBrowsersToUseAutoConfig"));
    client.setBrowsersToUseAutoDetect = reader.flag(Member("setBrowsersToUseAutoDetect"));
    client.configurationUrl = reader.text(Member("configurationUrl"));
    const QList<JsonReader::Item> applications = reader.objects(Member("applications"));
    client.applications.reserve(applications.size());
    for (const JsonReader::Item& item : applications)
        client.applications.append(readApplication(item.json, item.path, problems));
    reader.finish();
    return client;
}

QList<AddressRange> readRanges(JsonReader& parent, Member member, QList<Problem>& problems)
{
    QList<AddressRange> ranges;
    const QList<JsonReader::Item> items = parent.objects(member);
    for (const JsonReader::Item& item : items) {
        JsonReader reader(item.json, item.path, problems);
        AddressRange range;
        range.first = reader.address(Member("first"));
        range.last = reader.address(Member("last"));
        reader.finish();
        ranges.append(range);
    }
    return ranges;
}

Policy readPolicy(const QJsonObject& json, QList<Problem>& problems)
{
    JsonReader reader(json, {}, problems);
    Policy policy;
    const qsizetype before = problems.size();
    const int format = reader.number(Member("format"));
    if (problems.size() == before && format != policyFormat) {
        // The members of another format mean nothing here, so this is the only problem to report.
        reader.report(Fault::UnknownFormat, QStringLiteral("format"),
            {QString::number(format), QString::number(policyFormat)}, format);
        return policy;
    }
    if (const auto server = reader.object(Member("server")))
        policy.server = readServer(*server, problems);
    if (const auto listeners = reader.object(Member("listeners")))
        policy.listeners = readListeners(*listeners, problems);
    if (const auto client = reader.object(Member("client")))
        policy.client = readClient(*client, problems);
    policy.localAddresses = readRanges(reader, Member("localAddresses"), problems);
    policy.localDomains = reader.texts(Member("localDomains"));
    if (const auto filters = reader.object(Member("filters"))) {
        JsonReader filterReader(*filters, QStringLiteral("filters"), problems);
        policy.filters.socks = readListener(filterReader, Member("socks"), problems);
        filterReader.finish();
    }
    policy.unmatched = reader.word(Member("unmatched"), verdictFromWord, Member("allow, deny"), Verdict::Deny);
    reader.finish();
    return policy;
}

// The value, or the first of the problems; all of them go to `out` when it is given.
template <typename T> Result<T> outcome(T value, const QList<Problem>& problems, QList<Problem>* out)
{
    if (out)
        out->append(problems);
    if (!problems.isEmpty())
        return problems.first().error;
    return value;
}

} // namespace

Result<ApplicationEntry> applicationFromJson(const QJsonObject& json, const QString& path, QList<Problem>* problems)
{
    QList<Problem> found;
    ApplicationEntry entry = readApplication(json, path, found);
    return outcome(std::move(entry), found, problems);
}

Result<Policy> policyFromJson(const QJsonObject& json, QList<Problem>* problems)
{
    QList<Problem> found;
    Policy policy = readPolicy(json, found);
    return outcome(std::move(policy), found, problems);
}

Result<Policy> policyFromJsonText(const QByteArray& utf8, QList<Problem>* problems)
{
    QList<Problem> found;
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject()) {
        const int line = 1 + static_cast<int>(utf8.left(parseError.offset).count('\n'));
        const QString where = QStringLiteral("line %1").arg(line);
        const Error error = parseError.error != QJsonParseError::NoError
            ? makeError(Fault::NotJson, where, {parseError.errorString()})
            : makeError(Fault::JsonNotObject, where);
        found.append({Severity::Error, error, {}, line});
        return outcome(Policy(), found, problems);
    }
    found = findDuplicateMembers(utf8);
    Policy policy = readPolicy(document.object(), found);
    return outcome(std::move(policy), found, problems);
}

} // namespace sallyport
