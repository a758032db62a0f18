// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/refusedconnection.h"

#include <QTreeWidget>

namespace sallyport
{

// Live connections that a policy would refuse, each with the reason, all ticked to begin with. Space ticks the
// selected.
class RefusedList final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit RefusedList(QWidget* parent = nullptr);

    // For how long each is open shows against `now`; not at all where that is not told.
    void setRefused(const QList<RefusedConnection>& refused, TimePoint now = {});
    QList<ConnectionId> ticked() const;
    // Wide enough for every column, within reason.
    QSize sizeHint() const override;

signals:
    void tickedChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private slots:
    void itemEdited();
    void fitReason();

private:
    bool m_filling = false;
};

} // namespace sallyport
