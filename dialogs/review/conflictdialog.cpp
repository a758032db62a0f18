// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/conflictdialog.h"

#include "dialogs/review/changelist.h"
#include "dialogs/review/conflictlist.h"
#include "dialogs/sheet/sections.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"
#include "models/items/changesmodel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport
{

ConflictDialog::ConflictDialog(const QList<MergeConflict>& conflicts, const QList<PolicyChange>& others,
    const Revision& head, const QString& age, QWidget* parent)
    : QDialog(parent)
    , m_conflicts(new ConflictList(conflicts))
    , m_undecided(plainLabel())
    , m_merge(new QPushButton(tr("M&erge")))
{
    setObjectName(QStringLiteral("conflictDialog"));
    setWindowTitle(tr("Changed Meanwhile"));
    setMinimumWidth(metrics::sheetWidth + 200);
    QVBoxLayout* layout = dialogLayout(this);
    QLabel* heading = sectionHeading({});
    showWords(*heading,
        tr("%1 applied revision %2 %3", "author, number, age")
            .arg(visibleText(head.author), QString::number(head.number), age));
    layout->addWidget(heading);
    auto* explanation
        = plainLabel(tr("Both of you changed %n setting(s) differently. Take mine or theirs in each line: "
                        "click the value, or press Left or Right.",
            nullptr, static_cast<int>(conflicts.size())));
    explanation->setObjectName(QStringLiteral("explanation"));
    explanation->setWordWrap(true);
    layout->addWidget(explanation);
    m_conflicts->setObjectName(QStringLiteral("conflicts"));
    m_conflicts->setAccessibleName(tr("Settings changed by both"));
    layout->addWidget(m_conflicts, 2);

    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    auto* mine = new QPushButton(tr("All &mine"));
    auto* theirs = new QPushButton(tr("All &theirs"));
    mine->setObjectName(QStringLiteral("mine"));
    theirs->setObjectName(QStringLiteral("theirs"));
    mine->setAutoDefault(false);
    theirs->setAutoDefault(false);
    m_undecided->setObjectName(QStringLiteral("undecided"));
    line->addWidget(mine);
    line->addWidget(theirs);
    line->addSpacing(metrics::small);
    line->addWidget(m_undecided, 1);
    layout->addLayout(line);

    if (!others.isEmpty()) {
        auto* model = new ChangesModel(this);
        model->setRows(others);
        layout->addWidget(sectionHeading(
            tr("%n other change(s) of theirs, merged with yours", nullptr, static_cast<int>(others.size()))));
        layout->addWidget(changeList(model, QStringLiteral("others"), tr("Their other changes"), 3), 1);
    }
    m_merge->setObjectName(QStringLiteral("merge"));
    addButtons(layout, this, m_merge, tr("Decide &later"));
    connect(mine, &QPushButton::clicked, m_conflicts, [this] { m_conflicts->takeAll(ConflictList::Side::Mine); });
    connect(theirs, &QPushButton::clicked, m_conflicts, [this] { m_conflicts->takeAll(ConflictList::Side::Theirs); });
    connect(m_conflicts, &ConflictList::decided, this, &ConflictDialog::showUndecided);
    showUndecided();
    m_conflicts->setFocus();
}

void ConflictDialog::showUndecided()
{
    const int left = m_conflicts->undecided();
    m_undecided->setText(left ? tr("%n left to decide", nullptr, left) : tr("All decided; nothing is applied yet."));
    m_merge->setEnabled(left == 0);
}

void ConflictDialog::accept()
{
    if (m_conflicts->undecided() > 0)
        return;
    if (m_handler)
        m_handler(m_conflicts->theirs());
    QDialog::accept();
}

} // namespace sallyport
