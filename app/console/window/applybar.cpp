// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/applybar.h"

#include "app/console/draft/applier.h"
#include "app/console/link/server.h"
#include "app/console/panes/elidedlabel.h"
#include "app/console/panes/wrapline.h"
#include "app/console/window/keytips.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <QLabel>
#include <QPushButton>

namespace sallyport
{

namespace
{
constexpr int changesNamed = 2; // in the bar itself; the rest is in Review
constexpr int leastCharacters = 24; // of what is said of them, before the buttons go into a second line
} // namespace

// Every revision since the one the draft grew from; the service counts them by one.
QString ApplyBar::whatOthersApplied(RevisionNumber base, const Revision& newest)
{
    const QString author = visibleText(newest.author);
    const QString last = QString::number(newest.number);
    const QString comment = visibleText(newest.comment).trimmed();
    if (base == 0 || newest.number <= base + 1) {
        return comment.isEmpty() ? tr("%1 applied revision %2 meanwhile.").arg(author, last)
                                 : tr("%1 applied revision %2 meanwhile (%3).").arg(author, last, comment);
    }
    const QString first = QString::number(base + 1);
    if (newest.number == base + 2) {
        return comment.isEmpty()
            ? tr("Revisions %1 and %2 were applied meanwhile, the last by %3.").arg(first, last, author)
            : tr("Revisions %1 and %2 were applied meanwhile, the last by %3 (%4).").arg(first, last, author, comment);
    }
    return comment.isEmpty()
        ? tr("Revisions %1 to %2 were applied meanwhile, the last by %3.").arg(first, last, author)
        : tr("Revisions %1 to %2 were applied meanwhile, the last by %3 (%4).").arg(first, last, author, comment);
}

ApplyBar::ApplyBar(QWidget* parent)
    : QFrame(parent)
    , m_shape(plainLabel({}, this))
    , m_changes(new ElidedLabel(this))
    , m_impact(richLabel({}, this))
    , m_merge(new QPushButton(icon(QLatin1StringView("merge")), tr("&Merge"), this))
    , m_review(new QPushButton(tr("Revie&w…"), this))
    , m_discard(new QPushButton(tr("&Discard"), this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
    , m_apply(new QPushButton(tr("A&pply"), this))
{
    setObjectName(QStringLiteral("applyBar"));
    setAccessibleName(tr("Changes not applied"));
    setAutoFillBackground(true);
    m_shape->setObjectName(QStringLiteral("applyShape"));
    m_changes->setObjectName(QStringLiteral("applyChanges"));
    m_impact->setObjectName(QStringLiteral("applyImpact"));
    m_merge->setObjectName(QStringLiteral("merge"));
    m_review->setObjectName(QStringLiteral("review"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_cancel->setObjectName(QStringLiteral("cancelApply"));
    m_cancel->setToolTip(tr("Do not wait any longer; what was not sent yet is not sent"));
    m_apply->setObjectName(QStringLiteral("apply"));
    m_impact->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_impact->setFocusPolicy(Qt::TabFocus);
    m_impact->setToolTip(tr("Review lists them"));
    for (QPushButton* button : {m_merge, m_review, m_discard, m_cancel, m_apply}) {
        button->setAutoDefault(true); // Enter presses the one that has the focus
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys in the list
    }
    m_review->setToolTip(tr("What would change, and whom it would cut off"));
    m_review->setProperty(keyOf, QStringLiteral("reviewChanges"));
    m_discard->setProperty(keyOf, QStringLiteral("discardChanges"));
    m_apply->setProperty(keyOf, QStringLiteral("applyChanges"));
    m_changes->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_merge->setToolTip(tr("Put your changes on top of theirs"));

    m_changes->setMinimumWidth(fontMetrics().averageCharWidth() * leastCharacters);
    auto* layout = new WrapLine(this);
    layout->setContentsMargins(metrics::section, metrics::small, metrics::section, metrics::small);
    layout->setSpacing(metrics::small);
    layout->add(m_shape);
    layout->add(m_changes, true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_impact, m_merge, m_review, m_discard, m_cancel, m_apply})
        layout->add(widget);
    connect(m_merge, &QPushButton::clicked, this, &ApplyBar::mergeWanted);
    connect(m_review, &QPushButton::clicked, this, &ApplyBar::reviewWanted);
    connect(m_discard, &QPushButton::clicked, this, &ApplyBar::discard);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_applier->cancel(); });
    connect(m_apply, &QPushButton::clicked, this,
        [this] { m_applier->apply(m_server->draft().proposal(), m_applier->comment()); });
    connect(m_impact, &QLabel::linkActivated, this, &ApplyBar::reviewWanted);
    hide();
}

void ApplyBar::show(Server* server, Applier* applier)
{
    if (m_server) {
        m_server->disconnect(this);
        m_server->draft().disconnect(this);
        m_applier->disconnect(this);
    }
    m_server = server;
    m_applier = applier;
    if (m_server) {
        connect(m_server, &Server::policyChanged, this, &ApplyBar::load);
        connect(m_server, &Server::reachChanged, this, &ApplyBar::load);
        connect(&m_server->draft(), &PolicyDraft::changed, this, &ApplyBar::load);
        connect(m_applier, &Applier::refusedChanged, this, &ApplyBar::load);
        connect(m_applier, &Applier::busyChanged, this, &ApplyBar::load);
    }
    load();
}

void ApplyBar::load()
{
    if (!m_server || m_server->draft().isClean()) {
        hide();
        return;
    }
    const QList<PolicyChange>& changes = m_server->draft().changes();
    QStringList named;
    for (const PolicyChange& change : changes.mid(0, changesNamed))
        named.append(texts::change(change));
    if (changes.size() > changesNamed)
        named.append(QStringLiteral("…"));
    QString text = tr("%n change(s) not applied: %1", nullptr, static_cast<int>(changes.size()))
                       .arg(named.join(QStringLiteral(", ")));
    const QList<Problem>& problems = m_server->draft().problems();
    const bool errors = hasErrors(problems);
    Tone tone = Tone::Accent;
    if (const std::optional<Revision> newer = m_server->newer()) {
        tone = Tone::Attention;
        text = whatOthersApplied(m_server->draft().baseRevision(), *newer);
        text += u' ' + tr("Your %n change(s) are kept.", nullptr, static_cast<int>(changes.size()));
    } else if (!problems.isEmpty()) {
        tone = errors ? Tone::Refused : Tone::Attention;
        text += u' '
            + (errors ? tr("· %n problem(s)", nullptr, static_cast<int>(problems.size()))
                      : tr("· %n warning(s)", nullptr, static_cast<int>(problems.size())));
    }
    m_changes->setText(text);
    m_changes->setToolTip(plainTip(text));
    showTone(*m_shape, tone);
    m_shape->setAccessibleName(tone == Tone::Refused ? tr("Errors") : tr("Changes"));
    setToneFill(*this, QPalette::Window, tone);

    const auto refused = static_cast<int>(m_applier->refused().size());
    const std::optional<Error>& unknown = m_applier->refusedUnknown();
    m_impact->setVisible(refused > 0 || unknown);
    const QString impact = unknown ? tr("Not known which connections it would refuse")
                                   : tr("%Ln live connection(s) would be refused", nullptr, refused);
    m_impact->setText(QStringLiteral("<a href=\"#\">%1</a>").arg(impact.toHtmlEscaped()));
    m_impact->setAccessibleName(impact);
    m_impact->setToolTip(unknown ? plainTip(boundedWords(tr("%1 Review asks again.").arg(texts::error(*unknown))))
                                 : tr("Review lists them"));
    m_merge->setVisible(m_server->newer().has_value());
    const QString obstacle = m_applier->obstacle();
    m_apply->setEnabled(obstacle.isEmpty());
    m_apply->setToolTip(obstacle.isEmpty() ? tr("Put the changes in force") : plainTip(obstacle));
    m_apply->setText(m_applier->isBusy() ? tr("Applying…") : tr("A&pply"));
    m_discard->setEnabled(!m_applier->isBusy());
    m_discard->setToolTip(m_applier->isBusy() ? plainTip(obstacle) : tr("Back to what is in force"));
    m_cancel->setVisible(m_applier->isBusy());
    QFrame::show();
}

void ApplyBar::discard()
{
    if (!m_server || m_server->draft().isClean() || m_applier->isBusy())
        return;
    PolicyDraft& draft = m_server->draft();
    const auto count = static_cast<int>(draft.changes().size());
    draft.discard();
    emit reported({tr("%n change(s) discarded.", nullptr, count), Tone::Confirmed, draft.undoOfLastChange()});
}

} // namespace sallyport
