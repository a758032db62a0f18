// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/review/refusedlist.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/lists.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/ticking.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QHeaderView>

#include <algorithm>

namespace sallyport
{

namespace
{

enum RefusedColumn { Program, User, Computer, Destination, OpenFor, Because, RefusedColumnCount };

QTreeWidgetItem* itemFor(const RefusedConnection& refused, TimePoint now)
{
    const Session& session = refused.session;
    const QString program = session.application.isEmpty() ? texts::sessionType(session.type) : session.application;
    const QString user = session.user.isEmpty() ? RefusedList::tr("anonymous") : session.user;
    const QString computer = session.computer.isEmpty() ? session.client.toString() : session.computer;
    auto* item = new QTreeWidgetItem({visibleText(program), visibleText(user), visibleText(computer),
        QStringLiteral("%1:%2").arg(visibleText(refused.connection.host), QString::number(refused.connection.port)),
        texts::duration(now - refused.connection.start), texts::reason(refused.decision)});
    item->setData(Program, Qt::UserRole, QVariant::fromValue<qulonglong>(refused.connection.id));
    item->setCheckState(Program, Qt::Checked);
    item->setToolTip(Because, item->text(Because));
    item->setToolTip(Computer, session.client.toString());
    item->setToolTip(OpenFor, texts::exactTime(refused.connection.start));
    item->setIcon(Because, toneIcon(Tone::Refused));
    return item;
}

} // namespace

RefusedList::RefusedList(QWidget* parent)
    : QTreeWidget(parent)
{
    setColumnCount(RefusedColumnCount);
    setHeaderLabels(
        {tr("Program"), tr("User"), tr("Computer"), tr("Destination"), tr("Open for"), tr("Why it would be refused")});
    prepareList(this);
    setMinimumHeight(metrics::rowHeight * 4);
    connect(this, &QTreeWidget::itemChanged, this, &RefusedList::itemEdited);
}

void RefusedList::setRefused(const QList<RefusedConnection>& refused, TimePoint now)
{
    QList<QTreeWidgetItem*> items;
    for (const RefusedConnection& one : refused)
        items.append(itemFor(one, now));
    m_filling = true;
    clear();
    addTopLevelItems(items);
    m_filling = false;
    setColumnHidden(OpenFor, now == TimePoint{});
    for (int column = 0; column < Because; ++column)
        resizeColumnToContents(column);
    emit tickedChanged();
}

QList<ConnectionId> RefusedList::ticked() const
{
    QList<ConnectionId> ids;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        if (topLevelItem(row)->checkState(Program) == Qt::Checked)
            ids.append(topLevelItem(row)->data(Program, Qt::UserRole).toULongLong());
    }
    return ids;
}

QSize RefusedList::sizeHint() const
{
    constexpr int most = 60 * metrics::section;
    int width = 2 * frameWidth() + metrics::section; // room for a scroll bar
    for (int column = 0; column < RefusedColumnCount; ++column)
        width += isColumnHidden(column) ? 0 : std::max(sizeHintForColumn(column), header()->sectionSizeHint(column));
    return {std::min(width, most), QTreeWidget::sizeHint().height()};
}

void RefusedList::itemEdited()
{
    if (!m_filling)
        emit tickedChanged();
}

void RefusedList::keyPressEvent(QKeyEvent* event)
{
    const std::optional<Ticking> ticking = tickingBy(*event, *this);
    if (!ticking) {
        QTreeWidget::keyPressEvent(event);
        return;
    }
    m_filling = true;
    for (const int row : ticking->rows)
        topLevelItem(row)->setCheckState(Program, ticking->ticked ? Qt::Checked : Qt::Unchecked);
    m_filling = false;
    emit tickedChanged();
}

} // namespace sallyport
