// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/reviewdialog.h"

#include "dialogs/review/changelist.h"
#include "dialogs/review/refusedlist.h"
#include "dialogs/sheet/problemlabel.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/screenfit.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/problemsmodel.h"
#include "models/policy/validate.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport
{

ReviewDialog::ReviewDialog(const QList<PolicyChange>& changes, const QList<Problem>& problems, QWidget* parent)
    : QDialog(parent)
    , m_replaced(new ProblemLabel(this))
    , m_changesHeading(sectionHeading({}))
    , m_changes(new DraftChanges)
    , m_problemsHeading(sectionHeading({}))
    , m_problemsModel(new ProblemsModel(this))
    , m_problems(changeList(m_problemsModel, QStringLiteral("problems"), tr("Problems"), 3))
    , m_comment(new QLineEdit)
    , m_liveHeading(sectionHeading(tr("Live connections")))
    , m_impact(plainLabel())
    , m_refused(new RefusedList)
    , m_apply(new QPushButton)
    , m_nothingLeft(new ProblemLabel(m_apply))
{
    setObjectName(QStringLiteral("reviewDialog"));
    setWindowTitle(tr("Review Changes"));
    setMinimumWidth(metrics::sheetWidth + 200);
    QVBoxLayout* layout = dialogLayout(this);
    m_replaced->setObjectName(QStringLiteral("replaced"));
    m_apply->setObjectName(QStringLiteral("apply"));
    layout->addWidget(m_replaced);
    layout->addWidget(m_changesHeading);
    layout->addWidget(m_changes, 2);
    layout->addWidget(m_nothingLeft);
    layout->addWidget(m_problemsHeading);
    layout->addWidget(m_problems, 1);
    m_impact->setObjectName(QStringLiteral("impact"));
    m_impact->setWordWrap(true);
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setAccessibleName(tr("Connections to disconnect"));
    layout->addWidget(m_liveHeading);
    layout->addWidget(m_impact);
    layout->addWidget(m_refused, 2);

    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setPlaceholderText(tr("why, for the history"));
    m_comment->setMaxLength(500);
    addLabelled(layout, tr("&Comment:"), m_comment);
    addButtons(layout, this, m_apply, tr("Cancel"));
    connect(m_refused, &RefusedList::tickedChanged, this, &ReviewDialog::showTicked);
    connect(m_changes, &DraftChanges::dropWanted, this, [this](const QList<PolicyChange>& dropped) {
        if (m_drop)
            m_drop(dropped);
    });
    connect(m_changes, &DraftChanges::goToWanted, this, [this](const QString& path) {
        done(WentToRow);
        if (m_goTo)
            m_goTo(path);
    });
    setChanges(changes, problems);
    showTicked();
    m_comment->setFocus();
}

void ReviewDialog::setChanges(const QList<PolicyChange>& changes, const QList<Problem>& problems)
{
    const bool errors = hasErrors(problems);
    const bool nothing = changes.isEmpty();
    m_blocked = errors || nothing;
    m_changesHeading->setText(tr("%n change(s)", nullptr, static_cast<int>(changes.size())));
    m_changes->setChanges(changes);
    m_nothingLeft->setProblem(
        nothing ? tr("Every change was dropped; nothing is left to apply.") : QString(), Tone::Attention);
    m_problemsHeading->setText(
        errors ? tr("Problems; errors keep the policy from being applied") : tr("Worth a look before applying"));
    m_problemsModel->setRows(problems);
    m_problemsHeading->setVisible(!problems.isEmpty());
    m_problems->setVisible(!problems.isEmpty());
    fitColumns(m_problems);
    m_apply->setEnabled(!m_blocked);
    m_liveHeading->setVisible(!nothing);
    m_impact->setVisible(!nothing);
    showWords(*m_impact, tr("Looking for live connections that the new policy would refuse…"));
    m_refused->hide();
    m_refused->setRefused({});
}

void ReviewDialog::setRefused(const QList<RefusedConnection>& refused, TimePoint now)
{
    showWords(*m_impact,
        refused.isEmpty() ? tr("No live connection would be refused.")
                          : tr("The new policy would refuse %n of them. The ticked ones are ended once "
                               "it is in force; the others live on until they "
                               "end by themselves.",
                              nullptr, int(refused.size())));
    m_refused->setVisible(!refused.isEmpty());
    m_refused->setRefused(refused, now);
    // The list came after the dialog had its size; wrapped text needs the height that goes with its width, as far as
    // the screen has it.
    const QSize room = roomOnScreen(*this);
    const int wide = std::min(room.width(), std::max(width(), layout()->totalSizeHint().width()));
    const int high = std::max(height(), layout()->totalHeightForWidth(wide));
    resize(wide, std::min(room.height(), high));
}

void ReviewDialog::setRefusedUnknown(const Error& error)
{
    showWords(*m_impact, tr("It is not known which live connections would be refused. %1").arg(texts::error(error)));
}

QString ReviewDialog::comment() const
{
    return m_comment->text().trimmed();
}

bool ReviewDialog::isCommentTyped() const
{
    return m_comment->isModified();
}

void ReviewDialog::setComment(const QString& comment)
{
    if (!isCommentTyped())
        m_comment->setText(comment);
}

void ReviewDialog::setReplaced(int changes)
{
    m_replaced->setProblem(changes == 0
            ? QString()
            : tr("Replaces your %n change(s) that are not applied; Undo brings them back.", nullptr, changes),
        Tone::Attention);
}

void ReviewDialog::showTicked()
{
    const int count = int(m_refused->ticked().size());
    m_apply->setText(count > 0 ? tr("&Apply and disconnect %n", nullptr, count) : tr("&Apply"));
}

void ReviewDialog::accept()
{
    if (m_blocked)
        return;
    if (m_handler)
        m_handler({comment(), m_refused->ticked()});
    QDialog::accept();
}

} // namespace sallyport
