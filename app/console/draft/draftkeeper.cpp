// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/draft/draftkeeper.h"

#include "app/console/draft/policydraft.h"

namespace sallyport
{

DraftKeeper::DraftKeeper(std::shared_ptr<DraftStore> store, const QString& server, PolicyDraft& draft, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_server(server)
    , m_draft(draft)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(300);
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
    m_draft.resume((*kept)->base, (*kept)->basePolicy, (*kept)->policy);
    m_timer.stop();
    return true;
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    // Even without changes the base is kept: it is what an offline console works on.
    const Status status = m_draft.baseRevision() == 0
        ? Status()
        : m_store->save({m_server, m_draft.baseRevision(), m_draft.base(), m_draft.policy()});
    if (!status)
        emit failed(status.error());
}

} // namespace sallyport
