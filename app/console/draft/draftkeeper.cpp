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
}

DraftKeeper::~DraftKeeper()
{
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
    m_resuming = true;
    m_draft.resume((*kept)->base, (*kept)->basePolicy, (*kept)->policy);
    m_resuming = false;
    return true;
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    const auto begun = std::chrono::steady_clock::now();
    // Even without changes the base is kept: it is what an offline console works on.
    const Status status = m_draft.baseRevision() == 0
        ? Status()
        : m_store->save({m_server, m_draft.baseRevision(), m_draft.base(), m_draft.policy()});
    m_lastSave = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    if (!status)
        emit failed(status.error());
}

} // namespace sallyport
