// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>

namespace sallyport
{

// How a row or value wants to be seen; views draw a shape and a colour for it, the text says it in a word.
enum class Mark { None, Good, Attention, Bad };

// What all flat models of the console share: roles, alignment, header dispatch.
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

    // The row with that key, or -1.
    int rowOf(const QString& id) const;

protected:
    virtual int columns() const = 0;
    virtual QString header(int column) const = 0;
    virtual QString text(int row, int column) const = 0;
    virtual QString id(int row) const = 0;
    virtual QVariant sortValue(int row, int column) const { return text(row, column); }
    virtual QString toolTip(int, int) const { return {}; }
    virtual Mark mark(int, int) const { return Mark::None; }
    virtual bool inert(int, int) const { return false; }
    virtual bool numeric(int) const { return false; }
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

    void setRows(const QList<Row>& next)
    {
        QStringList keys;
        for (const Row& row : next)
            keys.append(keyOf(row));
        for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
            if (!keys.contains(keyOf(m_rows.at(i))))
                takeRow(i);
        }
        for (int i = 0; i < next.size(); ++i) {
            int at = i;
            while (at < m_rows.size() && keyOf(m_rows.at(at)) != keys.at(i))
                ++at;
            if (at == m_rows.size()) {
                beginInsertRows({}, i, i);
                m_rows.insert(i, next.at(i));
                endInsertRows();
            } else if (at != i) {
                beginMoveRows({}, at, at, {}, i);
                m_rows.move(at, i);
                endMoveRows();
            }
            m_rows[i] = next.at(i);
        }
        while (m_rows.size() > next.size())
            takeRow(static_cast<int>(m_rows.size()) - 1);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columns() - 1));
    }

protected:
    virtual QString keyOf(const Row& row) const = 0;
    QString id(int row) const override { return keyOf(m_rows.at(row)); }

private:
    void takeRow(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }

    QList<Row> m_rows;
};

} // namespace sallyport
