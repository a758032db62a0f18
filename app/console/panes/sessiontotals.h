// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ratehistory.h"

#include <QWidget>

class QLabel;

namespace sallyport
{

class SessionsModel;
class Sparkline;

// Above the list of sessions: how many there are and are shown, what a pause holds back, and a curve of the traffic
// each way. What it shows changes when it is told to look.
class SessionTotals final : public QWidget
{
    Q_OBJECT

public:
    // Both outlive it.
    SessionTotals(const SessionsModel& sessions, const RateHistory& rates, QWidget* parent = nullptr);

    // Where it is not known who is connected, an empty list counts nothing.
    void showCounts(bool isKnown);
    void showRates();
    // Not until it is known that there is room.
    void setCurvesVisible(bool visible);

private:
    QString heldText() const;

    const SessionsModel& m_sessions;
    const RateHistory& m_rates;
    QLabel* m_counts;
    QWidget* m_curves;
    Sparkline* m_out;
    Sparkline* m_in;
};

} // namespace sallyport
