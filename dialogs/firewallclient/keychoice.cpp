// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/keychoice.h"

#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "models/items/applicationtexts.h"

#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QScreen>
#include <QStandardItemModel>
#include <QTreeView>

namespace sallyport
{

KeyChoice::KeyChoice(QWidget* parent)
    : QComboBox(parent)
{
    auto* model = new QStandardItemModel(this);
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        auto* name = new QStandardItem(spec.name);
        auto* meaning = new QStandardItem(texts::keyMeaning(spec.key));
        for (QStandardItem* item : {name, meaning})
            item->setToolTip(texts::keyMeaning(spec.key));
        model->appendRow({name, meaning});
    }
    setEditable(true);
    setInsertPolicy(NoInsert);
    setModel(model);
    setModelColumn(0);
    auto* list = new QTreeView;
    prepareList(list);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setTextElideMode(Qt::ElideRight);
    list->setHeaderHidden(true);
    setView(list);
    setMaxVisibleItems(static_cast<int>(applicationKeySpecs().size()));
    // Completed in the line itself: "D" becomes Disable, going on typing finds the others.
    auto* completer = new QCompleter(model, this);
    completer->setCompletionMode(QCompleter::InlineCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
    lineEdit()->setObjectName(QStringLiteral("keyLine"));
    lineEdit()->setAccessibleName(tr("Key"));
}

void KeyChoice::showPopup()
{
    auto* list = static_cast<QTreeView*>(view());
    list->resizeColumnToContents(0);
    int longest = 0;
    for (int row = 0; row < count(); ++row)
        longest = qMax(longest, fontMetrics().horizontalAdvance(model()->index(row, 1).data().toString()));
    const int wanted = list->columnWidth(0) + longest + 4 * metrics::section;
    list->setMinimumWidth(qMin(wanted, screen()->availableGeometry().width() - 2 * metrics::section));
    QComboBox::showPopup();
}

} // namespace sallyport
