// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/diff.h"
#include "models/policy/difflists.h"
#include "models/policy/fields.h"
#include "models/policy/policypath.h"
#include "models/policy/programname.h"

#include <QHash>

#include <algorithm>

namespace sallyport
{

namespace
{

using Entries = QList<ApplicationEntry>;

QString idOf(const ApplicationEntry& entry)
{
    return entry.id;
}

// In the order of `base`, as far as it has them; `keyOf` tells two apart.
template <typename T, typename KeyOf> void orderLike(QList<T>& list, const QList<T>& base, const KeyOf& keyOf)
{
    QHash<decltype(keyOf(base.first())), qsizetype> places;
    places.reserve(base.size());
    for (qsizetype i = 0; i < base.size(); ++i)
        places.insert(keyOf(base[i]), i);
    const auto place = [&](const T& item) { return places.value(keyOf(item), base.size()); };
    std::stable_sort(list.begin(), list.end(), [&](const T& a, const T& b) { return place(a) < place(b); });
}

// Those of `base` that `isWanted` says, back to where they stood: each behind the nearest one before it that is still
// there.
template <typename T, typename KeyOf, typename IsWanted>
void putBack(QList<T>& list, const QList<T>& base, const KeyOf& keyOf, const IsWanted& isWanted)
{
    QSet<QString> there;
    there.reserve(list.size());
    for (const T& item : std::as_const(list))
        there.insert(keyOf(item));
    QList<T> result;
    QHash<QString, QList<T>> behind;
    QList<T>* place = &result; // the head of the list, then behind the last one that is there
    for (const T& item : base) {
        const QString key = keyOf(item);
        if (there.contains(key))
            place = &behind[key];
        else if (isWanted(item))
            place->append(item);
    }
    for (const T& item : std::as_const(list)) {
        result.append(item);
        result.append(behind.take(keyOf(item)));
    }
    list = std::move(result);
}

// By their paths.
struct Dropped {
    QSet<QString> added;
    QSet<QString> removed;
    QSet<QString> changed;

    explicit Dropped(const QList<PolicyChange>& changes)
    {
        for (const PolicyChange& change : changes) {
            (change.kind == ChangeKind::Added            ? added
                    : change.kind == ChangeKind::Removed ? removed
                                                         : changed)
                .insert(change.path);
        }
    }
};

template <typename T>
void dropOfList(QLatin1StringView path, const Dropped& dropped, const QList<T>& base, QList<T>& list)
{
    if (list == base)
        return;
    if (dropped.changed.contains(path)) {
        list = base;
        return;
    }
    const auto textOf = [](const T& item) { return listItemText(item); };
    const auto pathOf = [path](const T& item) { return QString(path + u'[' + listItemText(item) + u']'); };
    if (!dropped.added.isEmpty())
        list.removeIf([&](const T& item) { return dropped.added.contains(pathOf(item)); });
    if (!dropped.removed.isEmpty())
        putBack(list, base, textOf, [&](const T& item) { return dropped.removed.contains(pathOf(item)); });
}

// Changes of what stands in one entry, by member.
using Members = QHash<QString, ChangeKind>;

void dropOfEntry(const Members& members, const ApplicationEntry& base, ApplicationEntry& entry)
{
    const auto keyOf = [](const ApplicationSetting& setting) { return setting.key; };
    bool isReordered = members.contains(QStringLiteral("settings"));
    if (members.contains(QStringLiteral("name")))
        entry.name = base.name;
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        const auto change = members.constFind(QString(spec.name));
        if (change == members.cend())
            continue;
        const std::optional<QString> old = base.value(spec.key);
        if (old)
            entry.setValue(spec.key, *old);
        else
            entry.remove(spec.key);
        isReordered = isReordered || *change == ChangeKind::Removed;
    }
    if (isReordered)
        orderLike(entry.settings, base.settings, keyOf);
}

// A program has one entry. For those that return, one that was renamed to it gets its own name back, which may be the
// next to return; one made since gives way.
void makeWay(Entries& entries, const QHash<QString, const ApplicationEntry*>& olds, QSet<QString>& returned)
{
    const auto isInTheWay = [&](const ApplicationEntry& entry, const ApplicationEntry* old) {
        return (!old || old->name != entry.name) && returned.contains(programKey(entry.name));
    };
    for (qsizetype known = 0; known != returned.size();) {
        known = returned.size();
        for (ApplicationEntry& entry : entries) {
            const ApplicationEntry* old = olds.value(entry.id);
            if (!old || !isInTheWay(entry, old))
                continue;
            entry.name = old->name;
            returned.insert(programKey(entry.name));
        }
    }
    entries.removeIf([&](const ApplicationEntry& entry) { return isInTheWay(entry, olds.value(entry.id)); });
}

void dropOfEntries(const QList<PolicyChange>& changes, const Dropped& dropped, const Entries& base, Entries& entries)
{
    QHash<QString, Members> membersOf; // by the name of their entry
    QSet<QString> added;
    QSet<QString> removed;
    for (const PolicyChange& change : changes) {
        const auto path = parseEntryPath(change.path);
        if (!path)
            continue;
        if (!path->member.isEmpty())
            membersOf[path->name].insert(path->member, change.kind);
        else if (change.kind == ChangeKind::Added)
            added.insert(path->name);
        else if (change.kind == ChangeKind::Removed)
            removed.insert(path->name);
    }
    QHash<QString, const ApplicationEntry*> olds;
    olds.reserve(base.size());
    for (const ApplicationEntry& entry : base)
        olds.insert(entry.id, &entry);
    entries.removeIf(
        [&](const ApplicationEntry& entry) { return added.contains(entry.name) && !olds.contains(entry.id); });
    QSet<QString> returned; // programs whose entry is there again, by this name or at all
    if (!membersOf.isEmpty()) {
        for (ApplicationEntry& entry : entries) {
            const auto members = membersOf.constFind(entry.name);
            const ApplicationEntry* old = members == membersOf.cend() ? nullptr : olds.value(entry.id);
            if (!old)
                continue;
            if (members->contains(QStringLiteral("name")))
                returned.insert(programKey(old->name));
            dropOfEntry(*members, *old, entry);
        }
    }
    QSet<QString> there;
    for (const ApplicationEntry& entry : std::as_const(entries))
        there.insert(entry.id);
    const auto isGone
        = [&](const ApplicationEntry& entry) { return removed.contains(entry.name) && !there.contains(entry.id); };
    for (const ApplicationEntry& entry : base) {
        if (isGone(entry))
            returned.insert(programKey(entry.name));
    }
    makeWay(entries, olds, returned);
    if (!removed.isEmpty())
        putBack(entries, base, idOf, isGone);
    if (dropped.changed.contains(entriesPath))
        orderLike(entries, base, idOf);
}

} // namespace

Policy withoutChanges(const Policy& base, const Policy& draft, const QList<PolicyChange>& changes)
{
    const Dropped dropped(changes);
    Policy policy = draft;
    for (const PolicyField& field : policyFields()) {
        if (dropped.changed.contains(field.path))
            field.copy(policy, base);
    }
    dropOfList(QLatin1StringView("client.serverAddresses"), dropped, base.client.serverAddresses,
        policy.client.serverAddresses);
    dropOfList(QLatin1StringView("localAddresses"), dropped, base.localAddresses, policy.localAddresses);
    dropOfList(QLatin1StringView("localDomains"), dropped, base.localDomains, policy.localDomains);
    dropOfEntries(changes, dropped, base.client.applications, policy.client.applications);
    return policy;
}

} // namespace sallyport
