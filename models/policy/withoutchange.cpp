// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/diff.h"
#include "models/policy/difflists.h"
#include "models/policy/fields.h"
#include "models/policy/programname.h"

#include <algorithm>

namespace sallyport
{

namespace
{

using Entries = QList<ApplicationEntry>;

// Back to where it stood: behind the nearest one before it that is still there.
template <typename T, typename Same>
void putBack(QList<T>& list, const QList<T>& base, qsizetype index, const Same& same)
{
    for (qsizetype before = index - 1; before >= 0; --before) {
        const auto found
            = std::find_if(list.begin(), list.end(), [&](const T& one) { return same(one, base[before]); });
        if (found != list.end()) {
            list.insert(found - list.begin() + 1, base[index]);
            return;
        }
    }
    list.prepend(base[index]);
}

template <typename T>
bool dropOfList(QLatin1StringView path, const PolicyChange& change, const QList<T>& base, QList<T>& list)
{
    if (change.path == path) {
        list = base;
        return true;
    }
    const auto isIt = [&](const T& item) { return change.path == QString(path + u'[' + listItemText(item) + u']'); };
    if (change.kind == ChangeKind::Added)
        return list.removeIf(isIt) > 0;
    const auto found = std::find_if(base.begin(), base.end(), isIt);
    if (change.kind != ChangeKind::Removed || found == base.end())
        return false;
    putBack(list, base, found - base.begin(), std::equal_to<T>());
    return true;
}

bool sameId(const ApplicationEntry& a, const ApplicationEntry& b)
{
    return a.id == b.id;
}

const ApplicationEntry* withId(const Entries& entries, const QString& id)
{
    const auto found
        = std::find_if(entries.begin(), entries.end(), [&id](const ApplicationEntry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

// In the order of `base`, as far as it has them; `keyOf` tells two apart.
template <typename T, typename KeyOf> void orderLike(QList<T>& list, const QList<T>& base, const KeyOf& keyOf)
{
    const auto place = [&](const T& item) {
        const auto found
            = std::find_if(base.begin(), base.end(), [&](const T& one) { return keyOf(one) == keyOf(item); });
        return found - base.begin();
    };
    std::stable_sort(list.begin(), list.end(), [&](const T& a, const T& b) { return place(a) < place(b); });
}

void dropOfEntry(const PolicyChange& change, const QString& path, const ApplicationEntry& base, ApplicationEntry& entry)
{
    const auto keyOf = [](const ApplicationSetting& setting) { return setting.key; };
    if (change.path == QString(path + QLatin1StringView(".name")))
        entry.name = base.name;
    else if (change.path == QString(path + QLatin1StringView(".settings")))
        orderLike(entry.settings, base.settings, keyOf);
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        if (change.path != QString(path + u'.' + spec.name))
            continue;
        const std::optional<QString> old = base.value(spec.key);
        if (old)
            entry.setValue(spec.key, *old);
        else
            entry.remove(spec.key);
        if (change.kind == ChangeKind::Removed)
            orderLike(entry.settings, base.settings, keyOf);
    }
}

void dropOfEntries(const PolicyChange& change, const Entries& base, Entries& entries)
{
    static const QLatin1StringView list("client.applications");
    if (change.path == list) {
        orderLike(entries, base, [](const ApplicationEntry& entry) { return entry.id; });
        return;
    }
    const auto pathOf = [](const ApplicationEntry& entry) { return QString(list + u'[' + entry.name + u']'); };
    if (change.kind == ChangeKind::Removed) {
        for (qsizetype i = 0; i < base.size(); ++i) {
            if (change.path != pathOf(base[i]) || withId(entries, base[i].id))
                continue;
            // A program has one entry: the one made since gives way.
            const QString key = programKey(base[i].name);
            entries.removeIf([&key](const ApplicationEntry& entry) { return programKey(entry.name) == key; });
            putBack(entries, base, i, sameId);
            return;
        }
    }
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString path = pathOf(entries[i]);
        const ApplicationEntry* old = withId(base, entries[i].id);
        if (!old && change.kind == ChangeKind::Added && change.path == path) {
            entries.removeAt(i);
            return;
        }
        if (old)
            dropOfEntry(change, path, *old, entries[i]);
    }
}

} // namespace

Policy withoutChange(const Policy& base, const Policy& draft, const PolicyChange& change)
{
    Policy policy = draft;
    for (const PolicyField& field : policyFields()) {
        if (change.path == field.path) {
            field.copy(policy, base);
            return policy;
        }
    }
    const bool done = dropOfList(QLatin1StringView("client.serverAddresses"), change, base.client.serverAddresses,
                          policy.client.serverAddresses)
        || dropOfList(QLatin1StringView("localAddresses"), change, base.localAddresses, policy.localAddresses)
        || dropOfList(QLatin1StringView("localDomains"), change, base.localDomains, policy.localDomains);
    if (!done)
        dropOfEntries(change, base.client.applications, policy.client.applications);
    return policy;
}

} // namespace sallyport
