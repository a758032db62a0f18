// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/diff.h"

#include "models/policy/difflists.h"
#include "models/policy/fields.h"
#include "models/policy/policypath.h"
#include "models/policy/programname.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

using Entries = QList<ApplicationEntry>;

// Collects the conflicts and answers them.
class Decisions
{
public:
    explicit Decisions(const QSet<QString>& takeTheirs)
        : m_takeTheirs(takeTheirs)
    {
    }

    bool takesTheirs(const MergeConflict& conflict)
    {
        m_conflicts.append(conflict);
        return m_takeTheirs.contains(conflict.path);
    }

    QList<MergeConflict> take() { return std::move(m_conflicts); }

private:
    const QSet<QString>& m_takeTheirs;
    QList<MergeConflict> m_conflicts;
};

class EntryMerger
{
public:
    EntryMerger(const Entries& base, const Entries& mine, const Entries& theirs, Decisions& decisions)
        : m_merged(mine)
        , m_decisions(decisions)
    {
        for (qsizetype i = 0; i < m_merged.size(); ++i)
            m_places.insert(m_merged.at(i).id, i);
        const QHash<QString, const ApplicationEntry*> baseById = byId(base);
        const QHash<QString, const ApplicationEntry*> theirsById = byId(theirs);
        for (const ApplicationEntry& entry : base) {
            if (!theirsById.contains(entry.id))
                removed(entry);
        }
        for (const ApplicationEntry& entry : theirs) {
            if (const ApplicationEntry* old = baseById.value(entry.id))
                changed(*old, entry);
            else
                added(entry);
        }
        if (!m_gone.isEmpty()) {
            Entries kept;
            for (qsizetype i = 0; i < m_merged.size(); ++i) {
                if (!m_gone.contains(i))
                    kept.append(m_merged.at(i));
            }
            m_merged = kept;
        }
        takeOrder(base, mine, theirs);
    }

    Entries take() { return std::move(m_merged); }

private:
    static QHash<QString, const ApplicationEntry*> byId(const Entries& entries)
    {
        QHash<QString, const ApplicationEntry*> index;
        for (const ApplicationEntry& entry : entries)
            index.insert(entry.id, &entry);
        return index;
    }

    static QString text(const ApplicationEntry& entry)
    {
        QStringList texts;
        for (const ApplicationSetting& setting : entry.settings)
            texts.append(QString(applicationKeySpec(setting.key).name + QLatin1Char('=') + setting.value));
        return texts.join(QLatin1StringView("; "));
    }

    // Null where mine has none of that id.
    ApplicationEntry* find(const QString& id)
    {
        const auto place = m_places.constFind(id);
        return place == m_places.cend() || m_gone.contains(*place) ? nullptr : &m_merged[*place];
    }

    // The first of that program; looked for among all only once.
    ApplicationEntry* findName(const QString& name, const QString& exceptId)
    {
        if (m_named.isEmpty()) {
            for (qsizetype i = 0; i < m_merged.size(); ++i)
                m_named.insert(programKey(m_merged.at(i).name), i);
        }
        const QString key = programKey(name);
        qsizetype first = m_merged.size();
        for (auto it = m_named.constFind(key); it != m_named.cend() && it.key() == key; ++it) {
            const ApplicationEntry& entry = m_merged.at(*it);
            if (!m_gone.contains(*it) && entry.id != exceptId && programKey(entry.name) == key)
                first = std::min(first, *it);
        }
        return first == m_merged.size() ? nullptr : &m_merged[first];
    }

    void removed(const ApplicationEntry& base)
    {
        const ApplicationEntry* mine = find(base.id);
        if (!mine)
            return;
        if (*mine == base || m_decisions.takesTheirs({entryPath(mine->name), text(base), text(*mine), {}}))
            m_gone.insert(m_places.value(base.id));
    }

    void added(const ApplicationEntry& theirs)
    {
        // Both sides made an entry for one program: it stays one entry.
        if (ApplicationEntry* mine = findName(theirs.name, {})) {
            mergeSettings(mine->name, ApplicationEntry{mine->id, mine->name, {}}, *mine, theirs);
            return;
        }
        m_places.insert(theirs.id, m_merged.size());
        m_named.insert(programKey(theirs.name), m_merged.size());
        m_merged.append(theirs);
    }

    void changed(const ApplicationEntry& base, const ApplicationEntry& theirs)
    {
        if (base == theirs)
            return;
        ApplicationEntry* mine = find(base.id);
        if (!mine) {
            if (m_decisions.takesTheirs({entryPath(theirs.name), text(base), {}, text(theirs)}))
                added(theirs);
            return;
        }
        // Paths go by the name in the draft, whatever becomes of it: the same decision must meet the same path.
        const QString name = mine->name;
        if (theirs.name != base.name && mine->name != theirs.name) {
            const bool both = mine->name != base.name || findName(theirs.name, mine->id);
            if (!both || m_decisions.takesTheirs({entryPath(name, u"name"), base.name, mine->name, theirs.name})) {
                mine->name = theirs.name;
                if (!m_named.isEmpty())
                    m_named.insert(programKey(mine->name), m_places.value(base.id));
            }
        }
        mergeSettings(name, base, *mine, theirs);
    }

    void mergeSettings(
        const QString& name, const ApplicationEntry& base, ApplicationEntry& mine, const ApplicationEntry& theirs)
    {
        for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
            const std::optional<QString> old = base.value(spec.key);
            const std::optional<QString> other = theirs.value(spec.key);
            const std::optional<QString> own = mine.value(spec.key);
            if (other == old || other == own)
                continue;
            const QString place = entryPath(name, spec.name);
            if (own != old
                && !m_decisions.takesTheirs(
                    {place, old.value_or(QString()), own.value_or(QString()), other.value_or(QString())}))
                continue;
            if (other)
                mine.setValue(spec.key, *other);
            else
                mine.remove(spec.key);
        }
    }

    static QStringList ids(const Entries& entries)
    {
        QStringList list;
        for (const ApplicationEntry& entry : entries)
            list.append(entry.id);
        return list;
    }

    // Their order wins when mine has none of its own and both hold the same entries in the end.
    void takeOrder(const Entries& base, const Entries& mine, const Entries& theirs)
    {
        const QStringList order = ids(theirs);
        if (ids(mine) != ids(base) || m_merged.size() != theirs.size())
            return;
        QHash<QString, qsizetype> place;
        for (qsizetype i = 0; i < order.size(); ++i)
            place.insert(order.at(i), i);
        const auto isTheirs = [&place](const ApplicationEntry& entry) { return place.contains(entry.id); };
        if (std::all_of(m_merged.cbegin(), m_merged.cend(), isTheirs)) {
            std::sort(m_merged.begin(), m_merged.end(), [&place](const ApplicationEntry& a, const ApplicationEntry& b) {
                return place.value(a.id) < place.value(b.id);
            });
        }
    }

    Entries m_merged; // those gone are taken out at the end
    QHash<QString, qsizetype> m_places; // by id
    QMultiHash<QString, qsizetype> m_named; // by program; once one was looked for
    QSet<qsizetype> m_gone;
    Decisions& m_decisions;
};

} // namespace

PolicyMerge mergePolicies(const Policy& base, const Policy& mine, const Policy& theirs, const QSet<QString>& takeTheirs)
{
    PolicyMerge merge{mine, {}};
    Decisions decisions(takeTheirs);
    for (const PolicyField& field : policyFields()) {
        const QString old = field.text(base);
        const QString other = field.text(theirs);
        const QString own = field.text(mine);
        if (other == old || other == own)
            continue;
        if (own == old || decisions.takesTheirs({field.path, old, own, other}))
            field.copy(merge.merged, theirs);
    }
    merge.merged.client.serverAddresses
        = mergeLists(base.client.serverAddresses, mine.client.serverAddresses, theirs.client.serverAddresses);
    merge.merged.client.applications
        = EntryMerger(base.client.applications, mine.client.applications, theirs.client.applications, decisions).take();
    merge.merged.localAddresses = mergeLists(base.localAddresses, mine.localAddresses, theirs.localAddresses);
    merge.merged.localDomains = mergeLists(base.localDomains, mine.localDomains, theirs.localDomains);
    merge.conflicts = decisions.take();
    return merge;
}

} // namespace sallyport
