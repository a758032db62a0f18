// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/draftstore.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace sallyport
{

class PolicyDraft;

// Keeps one server's draft in the draft store with every edit, so that a crash costs nothing. A draft that takes long
// to write is written less often: a crash may then cost the edits of the last moment. Several keepers share one store.
// Another console over the same store works on the same draft: what it changes is taken over within a second, and
// joined with what was changed here, so that neither overwrites the other.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(
        std::shared_ptr<DraftStore> store, const QString& server, PolicyDraft& draft, QObject* parent = nullptr);
    ~DraftKeeper() override;

    // Takes up what was kept; true when there was something.
    bool resume();
    void saveNow();

signals:
    void failed(const sallyport::Error& error);
    void saved();
    // Another console changed the draft; `kept`: changes of both to one thing, of which those made here were kept.
    void takenOver(const QStringList& kept);

private:
    void later();
    void look();
    void takeUpKnown();
    void takeOver();

    std::shared_ptr<DraftStore> m_store;
    QString m_server;
    PolicyDraft& m_draft;
    QTimer m_timer;
    QTimer m_look;
    Draft m_known; // as it was last loaded or saved
    std::chrono::milliseconds m_lastSave{0};
    bool m_resuming = false;
    bool m_conflict = false; // what is here is not kept yet: takeOver() will join it with what another one kept
};

} // namespace sallyport
