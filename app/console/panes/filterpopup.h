// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/filterhints.h"

#include <QTreeWidget>

namespace sallyport
{

// The list below a filter field that says how its word may go on. It never takes the focus: the field hands it the keys
// that are its own, and nothing is highlighted until one of them asks for it.
class FilterPopup final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FilterPopup(QWidget* field);

    // Below the field; hides for none.
    void showHints(const QList<FilterHint>& hints);
    // To the next or previous one; from the last on to none.
    void move(int by);
    // That is highlighted; null for none.
    const FilterHint* chosen() const;

signals:
    void picked(const sallyport::FilterHint& hint);

private:
    QWidget* m_field;
    QList<FilterHint> m_hints;
};

} // namespace sallyport
