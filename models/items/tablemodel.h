// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/listroles.h"
#include "models/policy/filter.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <algorithm>
#include <numeric>
#include <span>

namespace sallyport
{

// How a row or value wants to be seen; views draw a shape and a colour for it, the text says it in a word.
enum class Mark { None, Good, Attention, Bad };

// The shape in a word, for who hears the list; empty for none.
QString markWord(Mark mark);
// Empty for Pending::None.
QString pendingWords(Pending pending);

// A column as its model tells of it.
struct ColumnSpec {
    const char* title; // QT_TR_NOOP, in a function of the model
    const char* filterName = nullptr; // the English word that a filter knows it by; none: its title alone
    Filter::Field::Kind kind = Filter::Field::Kind::Text; // what it holds
};

// What all flat models of the console share: headers, roles, alignment. Columns that hold numbers and times sort, copy
// and are filtered by what they hold; times, bytes and rates show it whole in a tool tip.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1, // raw value for sorting
        IdRole, // stable key of the row, a string
        MarkRole, // sallyport::Mark as int
        InertRole, // bool: without effect, to be greyed; the tooltip says why
    };

    using QAbstractTableModel::QAbstractTableModel;

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // What ages are reckoned from. Signals the change of the columns that hold times alone.
    void setNow(TimePoint now);
    // The row with that key, or -1.
    int rowOf(const QString& id) const;

protected:
    using FieldKind = Filter::Field::Kind;

    // One for each column, in their order; a model whose columns are known only as it runs answers the four below.
    virtual std::span<const ColumnSpec> specs() const { return {}; }
    virtual int columns() const { return static_cast<int>(specs().size()); }
    virtual QString header(int column) const;
    virtual QString filterName(int column) const;
    virtual FieldKind kind(int column) const;
    virtual QString text(int row, int column) const = 0;
    virtual QString id(int row) const = 0;
    virtual TimePoint time(int, int) const { return {}; } // of a column that holds times
    virtual QVariant sortValue(int row, int column) const;
    virtual QString copyText(int row, int column) const;
    virtual QString program(int) const { return {}; }
    virtual Pending pending(int) const { return Pending::None; }
    virtual QString toolTip(int row, int column) const;
    virtual Mark mark(int, int) const { return Mark::None; }
    virtual bool inert(int, int) const { return false; }
    // As filterValueRole says; texts that are shown fit as well.
    virtual QVariant filterValue(int row, int column) const;
    TimePoint now() const { return m_now; }

private:
    QVariant alignment(int column) const;
    QString seenOnly(int row, int column) const;

    TimePoint m_now{};
};

// Rows of one type. setRows() signals the smallest change by key, so that selection and scroll stay.
template <typename Row> class RowsModel : public TableModel
{
public:
    using TableModel::TableModel;

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    const QList<Row>& rows() const { return m_rows; }
    const Row* row(int row) const { return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr; }

    // Takes time in proportion to the rows. Rows of equal keys are told apart by their order.
    void setRows(const QList<Row>& next)
    {
        const QHash<QString, int> places = placesOf(next);
        QList<int> targets; // where each row kept goes; -1 for the others
        const QHash<QString, int> olds = placesOf(m_rows);
        targets.fill(-1, m_rows.size());
        for (auto it = olds.cbegin(); it != olds.cend(); ++it)
            targets[it.value()] = places.value(it.key(), -1);
        removeGone(targets);
        if (!std::is_sorted(targets.cbegin(), targets.cend()))
            reorder(targets);
        insertFresh(targets, next);
        m_rows = next;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columns() - 1));
    }

protected:
    virtual QString keyOf(const Row& row) const = 0;
    QString id(int row) const override { return keyOf(m_rows.at(row)); }

private:
    // Up to so many separate places are signalled one by one, so that views choose neighbours; more cost a reordering.
    static constexpr int maxRuns = 32;

    QHash<QString, int> placesOf(const QList<Row>& rows) const
    {
        QHash<QString, int> places;
        QHash<QString, int> repeats;
        places.reserve(rows.size());
        for (int i = 0; i < rows.size(); ++i) {
            QString key = keyOf(rows.at(i));
            if (places.contains(key))
                key += QChar(u'\0') + QString::number(++repeats[key]);
            places.insert(key, i);
        }
        return places;
    }

    // How many neighbourhoods of `count` rows fit the test.
    template <typename Test> static int runs(int count, Test test)
    {
        int found = 0;
        for (int i = 0; i < count; ++i)
            found += test(i) && (i == 0 || !test(i - 1)) ? 1 : 0;
        return found;
    }

    void removeGone(QList<int>& targets)
    {
        const auto gone = [&targets](int i) { return targets.at(i) < 0; };
        if (runs(static_cast<int>(targets.size()), gone) > maxRuns)
            reorder(targets); // puts them last
        for (int end = static_cast<int>(targets.size()); end > 0;) {
            if (!gone(end - 1)) {
                --end;
                continue;
            }
            int start = end - 1;
            while (start > 0 && gone(start - 1))
                --start;
            beginRemoveRows({}, start, end - 1);
            m_rows.remove(start, end - start);
            targets.remove(start, end - start);
            endRemoveRows();
            end = start;
        }
    }

    // `targets` ascend: they say which rows of `next` are here already.
    void insertFresh(QList<int> targets, const QList<Row>& next)
    {
        const int count = static_cast<int>(next.size());
        QList<bool> known(count, false);
        for (const int target : std::as_const(targets))
            known[target] = true;
        const auto fresh = [&known](int i) { return !known.at(i); };
        const int total = count - static_cast<int>(targets.size());
        if (runs(count, fresh) > maxRuns) {
            const int at = static_cast<int>(targets.size());
            beginInsertRows({}, at, at + total - 1);
            for (int i = 0; i < count; ++i) {
                if (fresh(i)) {
                    targets.append(i);
                    m_rows.append(next.at(i));
                }
            }
            endInsertRows();
            reorder(targets);
            return;
        }
        for (int start = 0; start < count; ++start) {
            if (!fresh(start))
                continue;
            int end = start + 1;
            while (end < count && fresh(end))
                ++end;
            beginInsertRows({}, start, end - 1);
            m_rows.insert(start, end - start, next.at(start));
            std::copy(next.begin() + start + 1, next.begin() + end, m_rows.begin() + start + 1);
            endInsertRows();
            start = end - 1;
        }
    }

    // Into ascending order of `targets`, negative ones last.
    void reorder(QList<int>& targets)
    {
        QList<int> order(targets.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&targets](int a, int b) {
            return static_cast<unsigned>(targets.at(a)) < static_cast<unsigned>(targets.at(b));
        });
        emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        QList<Row> rows;
        QList<int> sorted;
        QList<int> rowAfter(order.size());
        rows.reserve(order.size());
        sorted.reserve(order.size());
        for (int row = 0; row < order.size(); ++row) {
            rows.append(m_rows.at(order.at(row)));
            sorted.append(targets.at(order.at(row)));
            rowAfter[order.at(row)] = row;
        }
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex& old : before)
            after.append(index(rowAfter.at(old.row()), old.column()));
        m_rows = rows;
        targets = sorted;
        changePersistentIndexList(before, after);
        emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    QList<Row> m_rows;
};

} // namespace sallyport
