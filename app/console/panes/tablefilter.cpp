// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablefilter.h"

#include "models/items/tablemodel.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// Splits at spaces outside double quotes, which stay; an open quote runs to the end: the user is typing.
QStringList words(const QString& text)
{
    QStringList result(QString{});
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c.isSpace() && !quoted)
            result.append(QString());
        else
            result.last().append(c);
    }
    result.removeAll(QString());
    return result;
}

// As words of the sessions' filter are read.
SessionFilter::Term termOf(QString word, bool named)
{
    using Fit = SessionFilter::Fit;
    const bool exact = named && (word.startsWith(u'=') || word.startsWith(u'"'));
    const bool pattern = !exact && word.contains(u'*') && !word.contains(u'"');
    if (exact && word.startsWith(u'='))
        word.remove(0, 1);
    return {{}, SessionFilter::folded(word.remove(u'"')),
        exact         ? Fit::Exact
            : pattern ? Fit::Pattern
                      : Fit::Contains,
        {}};
}

} // namespace

TableFilter::TableFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QStringList TableFilter::columnNames() const
{
    QStringList names;
    for (int column = 0; column < columnCount(); ++column)
        names.append(headerData(column, Qt::Horizontal).toString().toCaseFolded().remove(u' '));
    return names;
}

Result<TableFilter::Term> TableFilter::term(const QString& word) const
{
    const qsizetype colon = word.indexOf(u':');
    // Addresses with ports, IPv6 addresses and quoted words have colons too: a column's name starts with a letter.
    const bool named = colon > 0 && word.at(0).isLetter() && word.indexOf(u':', colon + 1) < 0;
    if (!named)
        return Term{-1, termOf(word, false)};
    const QString head = word.left(colon).toCaseFolded();
    const QStringList names = columnNames();
    const auto found
        = std::find_if(names.begin(), names.end(), [&head](const QString& name) { return name.startsWith(head); });
    if (found == names.end()) {
        return Error{ErrorCode::UnknownWord, QStringLiteral("filter"),
            tr("\"%1\" is no column here; use one of %2, or a word without a colon.")
                .arg(word.left(colon), names.join(QStringLiteral(", ")))};
    }
    const SessionFilter::Term value = termOf(word.mid(colon + 1), true);
    if (value.value.isEmpty())
        return Error{ErrorCode::Missing, QStringLiteral("filter"), tr("\"%1:\" lacks a value.").arg(word.left(colon))};
    return Term{static_cast<int>(found - names.begin()), value};
}

Status TableFilter::setFilter(const QString& text)
{
    QList<Term> terms;
    for (const QString& word : words(text)) {
        Result<Term> read = term(word);
        if (!read)
            return read.error();
        terms.append(*read);
    }
    m_terms = terms;
    invalidateFilter();
    return {};
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto holds = [this, row, &parent](int column, const SessionFilter::Term& word) {
        return word.fits(SessionFilter::folded(sourceModel()->index(row, column, parent).data().toString()));
    };
    return std::all_of(m_terms.begin(), m_terms.end(), [this, &holds](const Term& term) {
        if (term.column >= 0)
            return holds(term.column, term.word);
        for (int column = 0; column < sourceModel()->columnCount(); ++column) {
            if (holds(column, term.word))
                return true;
        }
        return false;
    });
}

} // namespace sallyport
