// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/sessionfilter.h"

#include <QSortFilterProxyModel>

namespace sallyport
{

// Sorts by TableModel::SortRole and shows the rows that fit a filter of words: all must occur, without regard to case;
// a bare word in any column, "column:word" in that one, "two words" in quotes as they stand; column:=word,
// column:"word" and * as in SessionFilter. A column goes by its title
// without spaces, or by the beginning of it.
class TableFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TableFilter(QObject* parent = nullptr);

    // An error (UnknownWord, Missing) names the word and the columns there are; the filter stays as it was.
    Status setFilter(const QString& text);
    // The columns by the names they go by.
    QStringList columnNames() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    struct Term {
        int column = -1; // any
        SessionFilter::Term word;
    };

    Result<Term> term(const QString& word) const;

    QList<Term> m_terms;
};

} // namespace sallyport
