// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/tablemodel.h"

#include "models/base/visibletext.h"

namespace sallyport
{

QString markWord(Mark mark)
{
    switch (mark) {
    case Mark::Good:
        return TableModel::tr("Good");
    case Mark::Attention:
        return TableModel::tr("Attention");
    case Mark::Bad:
        return TableModel::tr("Problem");
    case Mark::None:
        break;
    }
    return {};
}

QString pendingWords(Pending pending)
{
    switch (pending) {
    case Pending::Added:
        return TableModel::tr("Not applied yet: new.");
    case Pending::Changed:
        return TableModel::tr("Not applied yet: changed.");
    case Pending::None:
        break;
    }
    return {};
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text(index.row(), index.column()));
    case Qt::ToolTipRole: {
        const QString tip = toolTip(index.row(), index.column());
        return tip.isEmpty() ? QVariant() : QVariant(visibleWords(tip));
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((numeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::AccessibleDescriptionRole:
        return seenOnly(index.row(), index.column());
    case SortRole:
        return sortValue(index.row(), index.column());
    case copyRole:
        return visibleText(copyText(index.row(), index.column()));
    case filterValueRole:
        return filterValue(index.row(), index.column());
    case programRole:
        return program(index.row());
    case pendingRole:
        return static_cast<int>(pending(index.row()));
    case IdRole:
        return id(index.row());
    case MarkRole:
        return static_cast<int>(mark(index.row(), index.column()));
    case InertRole:
        return inert(index.row(), index.column());
    default:
        return {};
    }
}

// What the eye sees by a shape, a bar or a grey.
QString TableModel::seenOnly(int row, int column) const
{
    QStringList words{markWord(mark(row, column)), inert(row, column) ? tr("Without effect") : QString(),
        column == 0 ? pendingWords(pending(row)) : QString()};
    words.removeAll(QString());
    return words.join(QStringLiteral(". "));
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns())
        return {};
    if (role == Qt::DisplayRole || role == copyRole)
        return header(section);
    if (role == filterNameRole)
        return filterColumn(section).name;
    if (role == filterKindRole)
        return static_cast<int>(filterColumn(section).kind);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((numeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

QVariant TableModel::filterValue(int row, int column) const
{
    const bool isText = filterColumn(column).kind <= Filter::Field::Kind::Program;
    return isText ? QVariant(text(row, column)) : sortValue(row, column);
}

int TableModel::rowOf(const QString& key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (id(row) == key)
            return row;
    }
    return -1;
}

} // namespace sallyport
