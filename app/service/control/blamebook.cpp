// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/blamebook.h"

#include "models/base/fault.h"
#include "models/policy/difflists.h"
#include "models/policy/fields.h"
#include "models/policy/policypath.h"
#include "models/policy/programname.h"

#include <algorithm>

namespace sallyport
{

namespace
{

const ApplicationEntry* entryNamed(const Policy& policy, const QString& name)
{
    const QString key = programKey(name);
    const QList<ApplicationEntry>& all = policy.client.applications;
    const auto found = std::find_if(
        all.cbegin(), all.cend(), [&key](const ApplicationEntry& entry) { return programKey(entry.name) == key; });
    return found == all.cend() ? nullptr : &*found;
}

// Entries go by their id, which a new name does not change. Empty: there is no such entry.
QString keyOf(const QString& path, const Policy& policy)
{
    const auto parts = parseEntryPath(path);
    if (!parts)
        return path;
    const ApplicationEntry* entry = entryNamed(policy, parts->name);
    return entry ? entryPath(entry->id, parts->member) : QString();
}

bool listHolds(const QString& path, QLatin1StringView name, const QStringList& items)
{
    if (!path.startsWith(name))
        return false;
    const QString rest = path.sliced(name.size());
    return rest.isEmpty()
        || (rest.startsWith(u'[') && rest.endsWith(u']') && items.contains(rest.sliced(1, rest.size() - 2)));
}

bool stands(const Policy& policy, const QString& path)
{
    if (const auto parts = parseEntryPath(path)) {
        const ApplicationEntry* entry = entryNamed(policy, parts->name);
        if (!entry)
            return false;
        const auto holds = [&parts](const ApplicationSetting& setting) {
            return parts->member == applicationKeySpec(setting.key).name;
        };
        return parts->member.isEmpty() || parts->member == u"name"
            || std::any_of(entry->settings.cbegin(), entry->settings.cend(), holds);
    }
    const auto fields = policyFields();
    return path == entriesPath
        || listHolds(path, QLatin1StringView("client.serverAddresses"), listTexts(policy.client.serverAddresses))
        || listHolds(path, QLatin1StringView("localAddresses"), listTexts(policy.localAddresses))
        || listHolds(path, QLatin1StringView("localDomains"), policy.localDomains)
        || std::any_of(fields.begin(), fields.end(), [&path](const PolicyField& field) {
               return field.path == path || QString(field.path).startsWith(QString(path + u'.'));
           });
}

} // namespace

Result<BlameBook::Answer> BlameBook::ask(
    PolicyStore& store, const Revision& head, const Policy& policy, const QString& path)
{
    if (!stands(policy, path))
        return makeError(Fault::PlaceEmpty, path);
    const Deadline end = std::chrono::steady_clock::now() + m_limits.time;
    if (const Status status = catchUp(store, head, policy, end); !status)
        return status.error();
    const QString key = keyOf(path, policy);
    for (int looked = 0; known(key) == 0 && m_next.parent != 0; ++looked) {
        if (looked == m_limits.revisions || std::chrono::steady_clock::now() > end
            || m_touched.size() > m_limits.places)
            return Answer{std::nullopt, m_next.number};
        if (const Status status = lookBack(store); !status)
            return status.error();
    }
    // What no revision changed is as the first one had it.
    const RevisionNumber number = known(key) ? known(key) : m_next.number;
    const auto revision = store.revision(number);
    return revision ? Result<Answer>(Answer{*revision, 0}) : revision.error();
}

// What was added since is compared; a head that does not go on from the one known starts anew, since a backup was put
// back, and so does one that there is no time to go on to: the newest revisions are asked for first.
Status BlameBook::catchUp(PolicyStore& store, const Revision& head, const Policy& policy, Deadline end)
{
    if (head == m_head)
        return {};
    const auto before = store.revision(m_head.number);
    const bool goesOn = m_head.number > 0 && m_head.number < head.number && before && *before == m_head
        && head.number - m_head.number <= RevisionNumber(m_limits.revisions);
    if (!goesOn) {
        start(head, policy);
        return {};
    }
    auto old = store.policy(m_head.number);
    for (RevisionNumber number = m_head.number + 1; old && number <= head.number; ++number) {
        if (std::chrono::steady_clock::now() > end) {
            start(head, policy);
            return {};
        }
        const auto after = store.policy(number);
        if (!after)
            return after.error();
        note(diffPolicies(*old, *after), *after, number);
        *old = *after;
    }
    if (!old)
        return old.error();
    m_head = head;
    return {};
}

void BlameBook::start(const Revision& head, const Policy& policy)
{
    m_touched.clear();
    m_added.clear();
    m_head = m_next = head;
    m_nextPolicy = policy;
}

Status BlameBook::lookBack(PolicyStore& store)
{
    const auto parent = store.revision(m_next.parent);
    if (!parent)
        return parent.error();
    const auto before = store.policy(parent->number);
    if (!before)
        return before.error();
    note(diffPolicies(*before, m_nextPolicy), m_nextPolicy, m_next.number);
    m_next = *parent;
    m_nextPolicy = *before;
    return {};
}

// The newest that touched a place stays.
void BlameBook::note(const QList<PolicyChange>& changes, const Policy& after, RevisionNumber revision)
{
    const auto keep = [revision](QHash<QString, RevisionNumber>& book, const QString& key) {
        RevisionNumber& newest = book[key];
        newest = std::max(newest, revision);
    };
    QHash<QString, QString> ids; // of names; a policy may hold thousands
    for (const ApplicationEntry& entry : after.client.applications)
        ids.insert(entry.name, entry.id);
    for (const PolicyChange& change : changes) {
        QString key = change.path;
        if (const auto parts = parseEntryPath(change.path)) {
            const QString id = ids.value(parts->name);
            keep(m_touched, QStringLiteral("client"));
            keep(m_touched, entriesPath);
            if (id.isEmpty())
                continue; // it went
            key = entryPath(id);
            if (change.kind == ChangeKind::Added && parts->member.isEmpty())
                keep(m_added, key);
            keep(m_touched, key);
            if (parts->member.isEmpty())
                continue;
            key = entryPath(id, parts->member);
        } else {
            const qsizetype bracket = key.indexOf(u'[');
            const QString name = bracket < 0 ? key : key.first(bracket);
            for (qsizetype dot = name.indexOf(u'.'); dot >= 0; dot = name.indexOf(u'.', dot + 1))
                keep(m_touched, name.first(dot));
            keep(m_touched, name);
        }
        keep(m_touched, key);
    }
}

RevisionNumber BlameBook::known(const QString& key) const
{
    const auto entry = parseEntryPath(key);
    const RevisionNumber added = entry ? m_added.value(entryPath(entry->name)) : 0;
    return std::max(m_touched.value(key), added);
}

} // namespace sallyport
