// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/draftkeeper.h"

#include "app/console/draft/policydraft.h"

using namespace std::chrono_literals;

namespace sallyport
{

namespace
{
constexpr auto quickSave = 20ms; // not felt while typing
constexpr auto slowPause = 300ms;
constexpr auto lookEvery = 1s; // whether another console changed it
} // namespace

DraftKeeper::DraftKeeper(std::shared_ptr<DraftStore> store, const QString& server, PolicyDraft& draft, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_server(server)
    , m_draft(draft)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(slowPause);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
    connect(&m_draft, &PolicyDraft::changed, this, &DraftKeeper::later);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &DraftKeeper::look);
    m_look.start();
}

DraftKeeper::~DraftKeeper()
{
    if (m_timer.isActive())
        saveNow();
    if (!m_conflict)
        return;
    takeOver(); // there is no later turn of the event loop for it
    if (m_timer.isActive())
        saveNow();
}

void DraftKeeper::later()
{
    if (m_resuming)
        return;
    // At once: what the console says is in the draft must be there after a crash. Only where writing takes long, a
    // burst of edits is written together; the timer is not restarted by each, or it might not fire at all.
    if (m_lastSave <= quickSave)
        saveNow();
    else if (!m_timer.isActive())
        m_timer.start();
}

bool DraftKeeper::resume()
{
    const auto kept = m_store->load(m_server);
    if (!kept) {
        emit failed(kept.error());
        return false;
    }
    if (!kept->has_value())
        return false;
    m_known = **kept;
    takeUpKnown();
    return true;
}

void DraftKeeper::takeUpKnown()
{
    m_resuming = true;
    m_draft.resume(m_known.base, m_known.basePolicy, m_known.policy);
    m_resuming = false;
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    if (m_draft.baseRevision() == 0)
        return;
    const auto begun = std::chrono::steady_clock::now();
    // Even without changes the base is kept: it is what an offline console works on.
    const Draft draft{m_server, m_draft.baseRevision(), m_draft.base(), m_draft.policy()};
    const Status status = m_store->save(draft);
    m_lastSave = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    if (status) {
        m_known = draft;
        emit saved();
    } else if (status.error().code != ErrorCode::Conflict) {
        emit failed(status.error());
    } else if (!std::exchange(m_conflict, true)) {
        QMetaObject::invokeMethod(this, &DraftKeeper::takeOver, Qt::QueuedConnection); // this may be within a step
    }
}

void DraftKeeper::look()
{
    if (const auto changed = m_store->changedElsewhere(m_server); changed && *changed)
        takeOver();
}

void DraftKeeper::takeOver()
{
    m_conflict = false;
    const auto loaded = m_store->load(m_server);
    if (!loaded) {
        emit failed(loaded.error());
        return;
    }
    const Draft before = std::exchange(m_known, loaded->value_or(Draft()));
    if (!loaded->has_value()) { // taken away altogether: what is here is all there is
        saveNow();
        return;
    }
    if (m_draft.baseRevision() == 0) { // nothing is known here yet, which is not an empty policy
        takeUpKnown();
        return;
    }
    const Draft& theirs = m_known;
    const Policy& common = before.base ? before.policy : theirs.basePolicy;
    const Policy mine = m_draft.policy();
    QStringList kept;
    Policy joined = theirs.policy;
    if (mine != common && mine != theirs.policy) {
        const PolicyMerge merge = mergePolicies(common, mine, theirs.policy);
        joined = merge.merged;
        for (const MergeConflict& conflict : merge.conflicts)
            kept.append(conflict.path);
    }
    if (joined != mine || theirs.basePolicy != m_draft.base())
        m_draft.takeOver(tr("Change in another window"), theirs.base, theirs.basePolicy, joined);
    else if (joined != theirs.policy)
        saveNow();
    if (m_draft.policy() != mine || !kept.isEmpty())
        emit takenOver(kept);
}

} // namespace sallyport
