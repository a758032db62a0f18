// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/sessiontotals.h"

#include "app/console/panes/sparkline.h"
#include "app/console/panes/wrapline.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/items/sessionsmodel.h"
#include "models/items/texts.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace sallyport
{

namespace
{
constexpr int countsCharacters = 30; // before the curves go into a line of their own
constexpr int curvesCharacters = 36; // of both, in the narrowest window
} // namespace

SessionTotals::SessionTotals(const SessionsModel& sessions, const RateHistory& rates, QWidget* parent)
    : QWidget(parent)
    , m_sessions(sessions)
    , m_rates(rates)
    , m_counts(richLabel({}, this))
    , m_curves(new QWidget(this))
    , m_out(new Sparkline(QStringLiteral("outCurve"), tr("Out, 5 min"), this))
    , m_in(new Sparkline(QStringLiteral("inCurve"), tr("In, 5 min"), this))
{
    setObjectName(QStringLiteral("totalsStrip"));
    auto* layout = new WrapLine(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::section);
    m_counts->setObjectName(QStringLiteral("totals"));
    m_counts->setWordWrap(true);
    m_counts->setMinimumWidth(fontMetrics().averageCharWidth() * countsCharacters);
    layout->add(m_counts, true);
    auto* beside = new QHBoxLayout(m_curves);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(metrics::section);
    beside->addWidget(m_out);
    beside->addWidget(m_in);
    m_curves->setMinimumWidth(fontMetrics().averageCharWidth() * curvesCharacters);
    layout->add(m_curves, true);
    m_curves->hide();
    showCounts(true);
    showRates();
}

void SessionTotals::setCurvesVisible(bool visible)
{
    m_curves->setVisible(visible);
}

void SessionTotals::showCounts(bool isKnown)
{
    const SessionBooks::Totals& totals = m_sessions.totals();
    const bool isFiltered = !m_sessions.filter().isEmpty();
    const SessionsModel::Shown& shown = m_sessions.shown();
    const auto withShown = [isFiltered](const QString& all, qint64 count) {
        return isFiltered ? tr("%1 · shown <b>%2</b>").arg(all, texts::count(count)) : all;
    };
    QString text = withShown(tr("<b>%Ln</b> session(s)", nullptr, int(totals.sessions)), shown.sessions);
    text += QStringLiteral(" — ")
        + withShown(tr("<b>%Ln</b> connection(s)", nullptr, int(totals.connections)), shown.connections);
    if (!isKnown && totals.sessions == 0)
        text = tr("Who is connected is not known.");
    if (m_sessions.isPaused())
        text += tr(" · <b>paused</b>") + heldText();
    if (text != m_counts->text())
        m_counts->setText(text);
}

// What the pause keeps from the screen.
QString SessionTotals::heldText() const
{
    const SessionsModel::Held held = m_sessions.held();
    if (held.anew)
        return tr(": the service was reached again, a new list waits");
    QStringList parts;
    if (held.started)
        parts.append(tr("%Ln started", nullptr, static_cast<int>(held.started)));
    if (held.ended)
        parts.append(tr("%Ln ended", nullptr, static_cast<int>(held.ended)));
    return parts.isEmpty() ? QString() : tr(": %1 held back").arg(parts.join(QStringLiteral(", ")));
}

void SessionTotals::showRates()
{
    QList<double> sent;
    QList<double> received;
    double peak = 1024;
    for (const RateHistory::Sample& sample : m_rates.samples()) {
        sent.append(sample.sent);
        received.append(sample.received);
        peak = std::max({peak, sample.sent, sample.received});
    }
    m_out->setSamples(sent, peak);
    m_in->setSamples(received, peak);
}

} // namespace sallyport
