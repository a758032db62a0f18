// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/conflictdialog.h"

#include "dialogs/sheet/sections.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/items/texts.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sallyport
{

namespace
{

QTreeWidget* conflictList(const QList<PolicyChange>& conflicts, const QStringList& headers)
{
    auto* list = new QTreeWidget;
    list->setHeaderLabels(headers);
    prepareList(list);
    QList<QTreeWidgetItem*> items;
    for (const PolicyChange& conflict : conflicts) {
        auto* item = new QTreeWidgetItem({texts::changePath(conflict.path), conflict.before, conflict.after});
        item->setToolTip(0, conflict.path);
        items.append(item);
    }
    list->addTopLevelItems(items);
    list->resizeColumnToContents(0);
    list->resizeColumnToContents(1);
    list->setMinimumHeight(metrics::rowHeight * 5);
    return list;
}

} // namespace

ConflictDialog::ConflictDialog(
    const QList<PolicyChange>& conflicts, const Revision& head, const QString& age, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("conflictDialog"));
    setWindowTitle(tr("Changed Meanwhile"));
    setMinimumWidth(metrics::sheetWidth + 100);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::wide);
    layout->setSpacing(metrics::small);
    layout->addWidget(sectionHeading(
        tr("%1 applied revision %2 %3", "author, number, age").arg(head.author, QString::number(head.number), age)));
    auto* explanation = new QLabel;
    explanation->setObjectName(QStringLiteral("explanation"));
    explanation->setWordWrap(true);
    layout->addWidget(explanation);

    auto* mine = new QPushButton;
    mine->setObjectName(QStringLiteral("mine"));
    if (conflicts.isEmpty()) {
        explanation->setText(tr(
            "Your changes and theirs touch different settings. They go together; review the result before you apply."));
        mine->setText(tr("&Merge"));
    } else {
        explanation->setText(tr(
            "Both of you changed %n setting(s) differently. Everything else is merged. Decide which values the draft "
            "takes, then review it.",
            nullptr, int(conflicts.size())));
        mine->setText(tr("Keep &mine"));
        QTreeWidget* list = conflictList(conflicts, {tr("Setting"), tr("Theirs"), tr("Mine")});
        list->setObjectName(QStringLiteral("conflicts"));
        list->setAccessibleName(tr("Settings changed by both"));
        layout->addWidget(list, 1);
    }
    auto* theirs = new QPushButton(tr("Take &theirs"));
    theirs->setObjectName(QStringLiteral("theirs"));
    theirs->setAutoDefault(false);
    theirs->setVisible(!conflicts.isEmpty());
    addButtons(layout, this, nullptr, tr("Decide later"));
    auto* line = qobject_cast<QHBoxLayout*>(layout->itemAt(layout->count() - 1)->layout());
    line->insertWidget(1, mine);
    line->insertWidget(2, theirs);
    mine->setDefault(true);
    connect(mine, &QPushButton::clicked, this, &ConflictDialog::keepMine);
    connect(theirs, &QPushButton::clicked, this, &ConflictDialog::takeTheirs);
}

void ConflictDialog::keepMine()
{
    decide(Answer::KeepMine);
}

void ConflictDialog::takeTheirs()
{
    decide(Answer::TakeTheirs);
}

void ConflictDialog::decide(Answer answer)
{
    if (m_handler)
        m_handler(answer);
    accept();
}

} // namespace sallyport
