// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/outcomeline.h"

#include "app/console/panes/elidedlabel.h"
#include "app/console/window/linklabel.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>

namespace sallyport
{

namespace
{

constexpr int outcomesKept = 6;
constexpr int shownFor = 15000; // milliseconds
constexpr int undoShownFor = 60000;

} // namespace

OutcomeLine::OutcomeLine(QWidget* parent)
    : QWidget(parent)
    , m_shape(plainLabel({}, this))
    , m_text(new ElidedLabel(this))
    , m_undo(linkLabel(QStringLiteral("undoLink"), this))
    , m_earlier(linkLabel(QStringLiteral("earlierLink"), this))
    , m_dismiss(new QToolButton(this))
{
    setObjectName(QStringLiteral("outcomeLine"));
    m_shape->setObjectName(QStringLiteral("reportShape"));
    m_text->setObjectName(QStringLiteral("report"));
    m_text->setElideMode(Qt::ElideMiddle); // what happened stands at its beginning, the remedy at its end
    m_dismiss->setObjectName(QStringLiteral("dismiss"));
    m_dismiss->setIcon(icon(QLatin1StringView("clear")));
    m_dismiss->setAutoRaise(true);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    m_dismiss->setToolTip(tr("Dismiss this message"));
    m_dismiss->setAccessibleName(m_dismiss->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tiny);
    layout->addWidget(m_shape);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addSpacing(metrics::tiny);
    layout->addWidget(m_earlier);
    layout->addWidget(m_dismiss);
    connect(m_undo, &QLabel::linkActivated, this, [this] { runUndo(m_outcomes.constFirst().number); });
    connect(m_earlier, &QLabel::linkActivated, this, &OutcomeLine::openEarlier);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { drop(m_outcomes.constFirst().number); });
    load();
}

QString OutcomeLine::linkOf(const Report& report)
{
    return report.link.isEmpty() ? tr("Undo") : report.link;
}

void OutcomeLine::report(const Report& report)
{
    Outcome outcome{++m_made, report};
    outcome.report.text = visibleText(report.text, u"\u00a0\u202f"); // one line, whatever it speaks of
    m_outcomes.prepend(outcome);
    while (m_outcomes.size() > outcomesKept)
        m_outcomes.removeLast();
    load();
    // What went wrong stays until something else happens; somebody who looked away must still find it.
    if (report.tone == Tone::Confirmed)
        QTimer::singleShot(report.undo ? undoShownFor : shownFor, this, [this, number = m_made] {
            m_outcomes.removeIf([number](const Outcome& one) {
                const bool failure = one.report.tone == Tone::Refused || one.report.tone == Tone::Attention;
                return one.number == number || (failure && one.number < number);
            });
            load();
        });
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString OutcomeLine::text() const
{
    return m_outcomes.isEmpty() ? QString() : m_outcomes.constFirst().report.text;
}

void OutcomeLine::dropUndone()
{
    dropOver();
    if (m_outcomes.removeIf([](const Outcome& one) { return one.report.undo.isOver(); }))
        load();
}

void OutcomeLine::dropOver()
{
    if (m_outcomes.removeIf([](const Outcome& one) { return one.report.isOver && one.report.isOver(); }))
        load();
}

bool OutcomeLine::dropUnreached(const QString& server)
{
    bool replaced = false;
    for (Outcome& one : m_outcomes) {
        Report& report = one.report;
        if (report.unreached != server || report.reached.isEmpty())
            continue;
        report.text = visibleText(std::exchange(report.reached, {}), u"\u00a0\u202f");
        report.tone = Tone::Attention;
        report.unreached.clear();
        replaced = true;
    }
    const bool dropped = m_outcomes.removeIf([&server](const Outcome& one) { return one.report.unreached == server; });
    if (dropped || replaced)
        load();
    return dropped && !replaced;
}

void OutcomeLine::drop(int number)
{
    m_outcomes.removeIf([number](const Outcome& one) { return one.number == number; });
    load();
}

void OutcomeLine::runUndo(int number)
{
    for (const Outcome& one : std::as_const(m_outcomes)) {
        if (one.number != number)
            continue;
        const Undo undo = one.report.undo;
        drop(number);
        if (const QString kept = undo(); !kept.isEmpty())
            report({kept, Tone::Attention, {}});
        return;
    }
}

void OutcomeLine::load()
{
    const Report shown = m_outcomes.isEmpty() ? Report() : m_outcomes.constFirst().report;
    showTone(*m_shape, shown.tone);
    m_text->setText(shown.text);
    m_text->setToolTip(plainTip(shown.text));
    m_text->setAccessibleName(shown.text);
    showLink(*m_undo, linkOf(shown));
    m_undo->setVisible(static_cast<bool>(shown.undo));
    const auto earlier = static_cast<int>(m_outcomes.size()) - 1;
    showLink(*m_earlier, tr("%n earlier", nullptr, earlier));
    m_earlier->setVisible(earlier > 0);
    setVisible(!m_outcomes.isEmpty());
}

// Each earlier one on a line of its own, with its Undo; Esc or a click elsewhere closes it.
void OutcomeLine::openEarlier()
{
    auto* list = new QFrame(this, Qt::Popup);
    list->setObjectName(QStringLiteral("earlierOutcomes"));
    list->setAccessibleName(tr("Earlier messages"));
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->setFrameShape(QFrame::StyledPanel);
    auto* grid = new QGridLayout(list);
    for (qsizetype i = 1; i < m_outcomes.size(); ++i) {
        const Outcome& one = m_outcomes.at(i);
        const auto row = static_cast<int>(i);
        auto* shape = plainLabel({}, list);
        showTone(*shape, one.report.tone);
        auto* text = plainLabel(boundedWords(one.report.text), list);
        text->setObjectName(QStringLiteral("earlier%1").arg(row));
        text->setWordWrap(true);
        text->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
        grid->addWidget(shape, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        if (!one.report.undo)
            continue;
        QLabel* undo = linkLabel(QStringLiteral("undoEarlier%1").arg(row), list);
        showLink(*undo, linkOf(one.report));
        undo->setAccessibleDescription(one.report.text);
        grid->addWidget(undo, row, 2, Qt::AlignTop);
        connect(undo, &QLabel::linkActivated, this, [this, list, number = one.number] {
            list->close();
            runUndo(number);
        });
    }
    list->adjustSize();
    list->move(m_earlier->mapToGlobal(QPoint(m_earlier->width() - list->width(), -list->height())));
    list->show();
    const QRegularExpression links(QStringLiteral("^undoEarlier"));
    if (const QList<QLabel*> found = list->findChildren<QLabel*>(links); !found.isEmpty())
        found.constFirst()->setFocus(Qt::TabFocusReason);
}

} // namespace sallyport
