// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/listview.h"
#include "models/policy/session.h"

#include <QSet>

namespace sallyport
{

class SessionsModel;

// The live tree of sessions. Ended rows fade. When the model starts anew (a snapshot, another filter), selection,
// expansion and scroll are found again by the sessions' ids.
class SessionsView final : public ListView
{
    Q_OBJECT

public:
    explicit SessionsView(QWidget* parent = nullptr);

    void setSessions(SessionsModel& model);
    // Alive and selected; a selected session covers its connections.
    QList<SessionId> selectedSessions() const;
    QList<ConnectionId> selectedConnections() const;

private:
    void remember();
    void restore();

    SessionsModel* m_sessions = nullptr;
    QSet<SessionId> m_expanded;
    QList<SessionId> m_selected;
    QList<ConnectionId> m_selectedConnections;
    SessionId m_current = 0;
    SessionId m_top = 0;
};

// Fades rows that ended.
class FadeDelegate final : public MarkDelegate
{
    Q_OBJECT

public:
    using MarkDelegate::MarkDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace sallyport
