// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policyparts.h"

#include "models/policy/fields.h"
#include "models/policy/policypath.h"

#include <QHash>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr QLatin1StringView serverAddressesPath("client.serverAddresses");
constexpr QLatin1StringView localAddressesPath("localAddresses");
constexpr QLatin1StringView localDomainsPath("localDomains");

QString partOf(const QString& path)
{
    if (const auto entry = parseEntryPath(path))
        return entryPath(entry->name);
    const qsizetype open = path.indexOf(u'[');
    return open < 0 ? path : path.first(open);
}

QHash<QString, const ApplicationEntry*> byId(const QList<ApplicationEntry>& entries)
{
    QHash<QString, const ApplicationEntry*> index;
    for (const ApplicationEntry& entry : entries)
        index.insert(entry.id, &entry);
    return index;
}

QList<ApplicationEntry> withEntries(
    const QList<ApplicationEntry>& before, const QList<ApplicationEntry>& after, const QSet<QString>& paths)
{
    const auto olds = byId(before);
    const auto news = byId(after);
    QList<ApplicationEntry> result;
    for (const ApplicationEntry& entry : before) {
        // A renamed entry goes by its new name, as in diffPolicies().
        const ApplicationEntry* other = news.value(entry.id);
        if (!paths.contains(entryPath(other ? other->name : entry.name)))
            result.append(entry);
        else if (other)
            result.append(*other);
    }
    for (const ApplicationEntry& entry : after) {
        if (!olds.contains(entry.id) && paths.contains(entryPath(entry.name)))
            result.append(entry);
    }
    if (!paths.contains(entriesPath))
        return result;
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < after.size(); ++i)
        places.insert(after.at(i).id, i);
    const auto place = [&](const ApplicationEntry& entry) { return places.value(entry.id, after.size()); };
    std::stable_sort(result.begin(), result.end(),
        [&](const ApplicationEntry& a, const ApplicationEntry& b) { return place(a) < place(b); });
    return result;
}

} // namespace

QList<PolicyPart> changedParts(const Policy& before, const Policy& after)
{
    QList<PolicyPart> parts;
    QHash<QString, qsizetype> places;
    for (const PolicyChange& change : diffPolicies(before, after)) {
        const QString path = partOf(change.path);
        const auto known = places.constFind(path);
        if (known != places.cend()) {
            parts[*known].changes.append(change);
        } else {
            places.insert(path, parts.size());
            parts.append({path, {change}});
        }
    }
    return parts;
}

Policy withParts(const Policy& before, const Policy& after, const QSet<QString>& paths)
{
    const QList<PolicyPart> parts = changedParts(before, after);
    if (std::all_of(parts.begin(), parts.end(), [&paths](const PolicyPart& part) { return paths.contains(part.path); }))
        return after;
    Policy result = before;
    for (const PolicyField& field : policyFields()) {
        if (paths.contains(field.path))
            field.copy(result, after);
    }
    if (paths.contains(serverAddressesPath))
        result.client.serverAddresses = after.client.serverAddresses;
    if (paths.contains(localAddressesPath))
        result.localAddresses = after.localAddresses;
    if (paths.contains(localDomainsPath))
        result.localDomains = after.localDomains;
    result.client.applications = withEntries(before.client.applications, after.client.applications, paths);
    return result;
}

} // namespace sallyport
