// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPersistentModelIndex>

#include <functional>

class QAbstractItemModel;
class QAbstractItemView;

namespace sallyport
{

// Keeps a row of a list selected when all that were selected go: the one below them, else the one above. Rows that
// somebody had selected are selected again when a TableModel gets them back, by Undo; from behind a filter they are
// only where nothing else is selected by then. All that happens once the model has ended its work.
class RowKeeper final : public QObject
{
    Q_OBJECT

public:
    // Belongs to the list. To be made before the list gets the model, whose selection else forgets first what goes.
    RowKeeper(QAbstractItemView& list, const QAbstractItemModel& model);

    // Asked when rows go: whether another may be selected for them. Always, until said.
    void setMayStepOn(std::function<bool()> mayStepOn) { m_mayStepOn = std::move(mayStepOn); }

private:
    QString idOf(int row) const;
    void rowsGo(int first, int last);
    void rowsCame(int first, int last);
    void settleLater();
    void settle();

    QAbstractItemView& m_list;
    const QAbstractItemModel& m_model;
    bool m_known = false; // rows have ids
    std::function<bool()> m_mayStepOn;
    QPersistentModelIndex m_next;
    QString m_stepped; // id of the row that was selected for others; nobody chose it
    QHash<QString, bool> m_gone; // by id: whether somebody had chosen it
    bool m_made = false; // rows come from the table itself, not from behind a filter
    QList<QPersistentModelIndex> m_returned;
    bool m_waiting = false;
};

} // namespace sallyport
