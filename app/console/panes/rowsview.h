// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QTableView>

#include <optional>

namespace sallyport
{

// A table of hundreds of thousands of rows of one height that come and go all the time. Whole rows are selected. Rows
// stand where arithmetic says, so that one that comes or goes costs the same however many there are; the table's own
// vertical header, which would count all of them each time, is kept empty. What is seen stays where it is: when rows
// above come or go, the row under the mouse (else the current row, else the first in sight) keeps its pixels, if need
// be with a little empty room above the first row or below the last until the mouse leaves or a key is pressed, which
// makes it a pointer that rests; never with much of it.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    explicit RowsView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

    // Said in the middle of the view while it has no row.
    void setEmptyText(const QString& text);
    const QString& emptyText() const { return m_emptyText; }

public slots:
    // Brings the scroll bar up to date after rows came and went; call it after a batch of them, before the event loop.
    void settle();
    // The first row at the top, whatever stood there.
    void showTop();

protected:
    // The row that keeps its place when others come or go; -1 without rows.
    int anchorRow() const;
    // While the next batch of rows comes or goes, this one keeps its place.
    void keepInPlace(int row) { m_anchor = row; }
    int topOf(int row) const { return row * m_rowHeight - m_offset; } // in pixels of the viewport
    // Scrolls, as far as there are rows, so that topOf(row) is `y`.
    void place(int row, int y);
    bool isRemoving() const { return m_removing; }

    void paintEvent(QPaintEvent* event) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    int verticalOffset() const override { return m_offset; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void keyboardSearch(const QString& search) override;
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool keepsRoom(int empty) const;
    void hold();
    void insertedRows(const QModelIndex& parent, int first, int last);
    void removedRows(const QModelIndex& parent, int first, int last);
    void moveAnchor(int rows);
    int rowAt(int y) const; // may be none
    int rows() const { return model() ? model()->rowCount() : 0; }
    void setRowHeight();
    void paintRow(QPainter& painter, QStyleOptionViewItem option, int row);

    QStringListModel m_noRows; // the vertical header's
    QString m_emptyText;
    int m_rowHeight = 1;
    int m_offset
        = 0; // from the first row's top to the viewport's, in pixels: the scroll bar's value but for empty room
    int m_anchor = -1; // kept in place while rows come and go; -1 between such times
    std::optional<QPoint> m_mouse; // over the viewport
    bool m_settling = false;
    bool m_removing = false;
};

} // namespace sallyport
