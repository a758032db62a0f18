// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/reviewdialog.h"

#include "dialogs/review/changelist.h"
#include "dialogs/review/refusedlist.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/items/changesmodel.h"
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
    , m_comment(new QLineEdit)
    , m_impact(new QLabel(tr("Looking for live connections that the new policy would refuse…")))
    , m_refused(new RefusedList)
    , m_apply(new QPushButton)
    , m_blocked(hasErrors(problems))
{
    setObjectName(QStringLiteral("reviewDialog"));
    setWindowTitle(tr("Review Changes"));
    setMinimumWidth(metrics::sheetWidth + 200);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::small);

    auto* changesModel = new ChangesModel(this);
    changesModel->setRows(changes);
    layout->addWidget(sectionHeading(tr("%n change(s)", nullptr, int(changes.size()))));
    layout->addWidget(changeList(changesModel, QStringLiteral("changes"), tr("Changes"), 5), 2);
    if (!problems.isEmpty()) {
        auto* problemsModel = new ProblemsModel(this);
        problemsModel->setRows(problems);
        layout->addWidget(sectionHeading(m_blocked ? tr("Problems; errors keep the policy from being applied")
                                                   : tr("Worth a look before applying")));
        layout->addWidget(changeList(problemsModel, QStringLiteral("problems"), tr("Problems"), 3), 1);
    }
    m_impact->setObjectName(QStringLiteral("impact"));
    m_impact->setWordWrap(true);
    m_refused->setObjectName(QStringLiteral("refused"));
    m_refused->setAccessibleName(tr("Connections to disconnect"));
    m_refused->hide();
    layout->addWidget(sectionHeading(tr("Live connections")));
    layout->addWidget(m_impact);
    layout->addWidget(m_refused, 2);

    m_comment->setObjectName(QStringLiteral("comment"));
    m_comment->setPlaceholderText(tr("why, for the history"));
    m_comment->setMaxLength(500);
    addLabelled(layout, tr("&Comment:"), m_comment);
    m_apply->setObjectName(QStringLiteral("apply"));
    m_apply->setEnabled(!m_blocked);
    addButtons(layout, this, m_apply, tr("Cancel"));
    connect(m_refused, &RefusedList::tickedChanged, this, &ReviewDialog::showTicked);
    showTicked();
    m_comment->setFocus();
}

void ReviewDialog::setRefused(const QList<RefusedConnection>& refused, TimePoint now)
{
    m_impact->setText(refused.isEmpty() ? tr("No live connection would be refused.")
                                        : tr("The new policy would refuse %n of them. The ticked ones are ended once "
                                             "it is in force; the others live on until they "
                                             "end by themselves.",
                                            nullptr, int(refused.size())));
    m_refused->setVisible(!refused.isEmpty());
    m_refused->setRefused(refused, now);
    // The list came after the dialog had its size; wrapped text needs the height that goes with this width.
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void ReviewDialog::setRefusedUnknown(const Error& error)
{
    m_impact->setText(tr("It is not known which live connections would be refused. %1").arg(texts::error(error)));
}

QString ReviewDialog::comment() const
{
    return m_comment->text().trimmed();
}

void ReviewDialog::setComment(const QString& comment)
{
    m_comment->setText(comment);
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
