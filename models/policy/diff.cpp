// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/diff.h"

#include "models/policy/difflists.h"
#include "models/policy/fields.h"
#include "models/policy/policypath.h"

#include <QHash>

#include <algorithm>

namespace sallyport
{

namespace
{

QString settingsText(const ApplicationEntry& entry)
{
    QStringList texts;
    for (const ApplicationSetting& setting : entry.settings)
        texts.append(QString(applicationKeySpec(setting.key).name + QLatin1Char('=') + setting.value));
    return texts.join(QLatin1StringView("; "));
}

QStringList keyNames(const ApplicationEntry& entry)
{
    QStringList names;
    for (const ApplicationSetting& setting : entry.settings)
        names.append(applicationKeySpec(setting.key).name);
    return names;
}

void diffEntries(const ApplicationEntry& before, const ApplicationEntry& after, QList<PolicyChange>& changes)
{
    if (before == after)
        return;
    const qsizetype start = changes.size();
    if (before.name != after.name)
        changes.append({ChangeKind::Changed, entryPath(after.name, u"name"), before.name, after.name});
    const auto keyPath = [&after](ApplicationKey key) { return entryPath(after.name, applicationKeySpec(key).name); };
    for (const ApplicationSetting& setting : before.settings) {
        if (!after.value(setting.key))
            changes.append({ChangeKind::Removed, keyPath(setting.key), setting.value, {}});
    }
    for (const ApplicationSetting& setting : after.settings) {
        const std::optional<QString> old = before.value(setting.key);
        if (!old)
            changes.append({ChangeKind::Added, keyPath(setting.key), {}, setting.value});
        else if (*old != setting.value)
            changes.append({ChangeKind::Changed, keyPath(setting.key), *old, setting.value});
    }
    if (changes.size() == start) {
        changes.append({ChangeKind::Changed, entryPath(after.name, u"settings"),
            keyNames(before).join(QLatin1StringView(", ")), keyNames(after).join(QLatin1StringView(", "))});
    }
}

QHash<QString, qsizetype> indexById(const QList<ApplicationEntry>& entries)
{
    QHash<QString, qsizetype> index;
    index.reserve(entries.size());
    for (qsizetype i = 0; i < entries.size(); ++i)
        index.insert(entries.at(i).id, i);
    return index;
}

// A few names from the first that stands elsewhere: the whole list could be thousands.
QString orderText(const QList<ApplicationEntry>& entries, qsizetype from)
{
    QStringList names;
    for (qsizetype i = from; i < std::min(entries.size(), from + 3); ++i)
        names.append(entries.at(i).name);
    if (from + 3 < entries.size())
        names.append(QString(QChar(0x2026)));
    return names.join(QLatin1StringView(", "));
}

void diffApplications(
    const QList<ApplicationEntry>& before, const QList<ApplicationEntry>& after, QList<PolicyChange>& changes)
{
    const QHash<QString, qsizetype> oldIndex = indexById(before);
    const QHash<QString, qsizetype> newIndex = indexById(after);
    QList<ApplicationEntry> kept;
    for (const ApplicationEntry& entry : before) {
        if (newIndex.contains(entry.id))
            kept.append(entry);
        else
            changes.append({ChangeKind::Removed, entryPath(entry.name), settingsText(entry), {}});
    }
    QList<ApplicationEntry> stayed;
    for (const ApplicationEntry& entry : after) {
        const auto old = oldIndex.constFind(entry.id);
        if (old == oldIndex.constEnd()) {
            changes.append({ChangeKind::Added, entryPath(entry.name), {}, settingsText(entry)});
        } else {
            diffEntries(before.at(*old), entry, changes);
            stayed.append(entry);
        }
    }
    const auto sameId = [](const ApplicationEntry& a, const ApplicationEntry& b) { return a.id == b.id; };
    const auto moved = std::mismatch(kept.cbegin(), kept.cend(), stayed.cbegin(), stayed.cend(), sameId);
    if (moved.first != kept.cend() || moved.second != stayed.cend()) {
        const qsizetype from = moved.first - kept.cbegin();
        changes.append({ChangeKind::Changed, entriesPath, orderText(kept, from), orderText(stayed, from)});
    }
}

} // namespace

QString listItemText(const IpAddress& address)
{
    return address.toString();
}

QString listItemText(const AddressRange& range)
{
    return QString(range.first.toString() + QLatin1Char('-') + range.last.toString());
}

QString listItemText(const QString& text)
{
    return text;
}

void diffLists(
    QLatin1StringView path, const QStringList& before, const QStringList& after, QList<PolicyChange>& changes)
{
    if (before == after)
        return;
    const QSet<QString> old(before.begin(), before.end());
    const QSet<QString> now(after.begin(), after.end());
    if (old == now) {
        changes.append(
            {ChangeKind::Changed, path, before.join(QLatin1StringView(", ")), after.join(QLatin1StringView(", "))});
        return;
    }
    const auto itemPath
        = [path](const QString& item) { return QString(path + QLatin1Char('[') + item + QLatin1Char(']')); };
    for (const QString& item : before) {
        if (!now.contains(item))
            changes.append({ChangeKind::Removed, itemPath(item), item, {}});
    }
    for (const QString& item : after) {
        if (!old.contains(item))
            changes.append({ChangeKind::Added, itemPath(item), {}, item});
    }
}

QList<PolicyChange> diffPolicies(const Policy& before, const Policy& after)
{
    QList<PolicyChange> changes;
    for (const PolicyField& field : policyFields()) {
        const QString old = field.text(before);
        const QString now = field.text(after);
        if (old != now)
            changes.append({ChangeKind::Changed, field.path, old, now});
    }
    diffLists(QLatin1StringView("client.serverAddresses"), listTexts(before.client.serverAddresses),
        listTexts(after.client.serverAddresses), changes);
    diffApplications(before.client.applications, after.client.applications, changes);
    diffLists(QLatin1StringView("localAddresses"), listTexts(before.localAddresses), listTexts(after.localAddresses),
        changes);
    diffLists(QLatin1StringView("localDomains"), before.localDomains, after.localDomains, changes);
    return changes;
}

} // namespace sallyport
