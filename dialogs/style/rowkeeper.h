// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPersistentModelIndex>
#include <QSet>

#include <functional>

class QAbstractItemModel;
class QAbstractItemView;

namespace sallyport
{

// Keeps a row of a list selected when all that were selected go: the one below them, else the one above. Rows of a
// TableModel that come back, by Undo or from behind a filter, are selected as they were. Both happen once the model has
// ended its work, and not where somebody has selected a row by then.
class RowKeeper final : public QObject
{
    Q_OBJECT

public:
    // Belongs to the list. To be made before the list gets the model, whose selection else forgets first what goes.
    RowKeeper(QAbstractItemView& list, const QAbstractItemModel& model);

    // Asked when rows go: whether another may be selected for them. Always, until said.
    void setMayStepOn(std::function<bool()> mayStepOn) { m_mayStepOn = std::move(mayStepOn); }

private:
    void rowsGo(int first, int last);
    void rowsCame(int first, int last);
    void settleLater();
    void settle();

    QAbstractItemView& m_list;
    const QAbstractItemModel& m_model;
    bool m_known = false; // rows have ids
    std::function<bool()> m_mayStepOn;
    QPersistentModelIndex m_next;
    QSet<QString> m_gone; // by id
    QList<QPersistentModelIndex> m_returned;
    bool m_waiting = false;
};

} // namespace sallyport
