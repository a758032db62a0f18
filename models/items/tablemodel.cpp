// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/tablemodel.h"

#include "models/base/visibletext.h"
#include "models/items/texts.h"

#include <QCoreApplication>

#include <cmath>

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
        return alignment(index.column());
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
        return filterName(section);
    if (role == filterKindRole)
        return static_cast<int>(kind(section));
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return {};
}

QVariant TableModel::alignment(int column) const
{
    const FieldKind what = kind(column);
    const bool isNumber = what == FieldKind::Count || what == FieldKind::Bytes || what == FieldKind::Rate;
    return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void TableModel::setNow(TimePoint now)
{
    m_now = now;
    for (int column = 0; column < columns() && rowCount() > 0; ++column) {
        if (kind(column) == FieldKind::Time)
            emit dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    }
}

QString TableModel::header(int column) const
{
    const auto all = specs();
    return all.empty()
        ? QString()
        : QCoreApplication::translate(metaObject()->className(), all[static_cast<std::size_t>(column)].title);
}

QString TableModel::filterName(int column) const
{
    const auto all = specs();
    return all.empty() ? QString() : QString::fromLatin1(all[static_cast<std::size_t>(column)].filterName);
}

Filter::Field::Kind TableModel::kind(int column) const
{
    const auto all = specs();
    return all.empty() ? FieldKind::Text : all[static_cast<std::size_t>(column)].kind;
}

QVariant TableModel::sortValue(int row, int column) const
{
    if (kind(column) == FieldKind::Time)
        return static_cast<qlonglong>(time(row, column).time_since_epoch().count());
    return text(row, column);
}

QString TableModel::copyText(int row, int column) const
{
    switch (kind(column)) {
    case FieldKind::Time:
        return texts::isoTime(time(row, column));
    case FieldKind::Count:
    case FieldKind::Bytes:
        return sortValue(row, column).toString();
    case FieldKind::Rate:
        return QString::number(std::llround(sortValue(row, column).toDouble()));
    default:
        return text(row, column);
    }
}

QString TableModel::toolTip(int row, int column) const
{
    switch (kind(column)) {
    case FieldKind::Time:
        return texts::exactTime(time(row, column));
    case FieldKind::Bytes:
        return texts::exactBytes(sortValue(row, column).toULongLong());
    case FieldKind::Rate:
        return texts::exactRate(sortValue(row, column).toDouble());
    default:
        return {};
    }
}

QVariant TableModel::filterValue(int row, int column) const
{
    switch (kind(column)) {
    case FieldKind::Text:
    case FieldKind::Program:
        return text(row, column);
    case FieldKind::Time:
        return TableModel::sortValue(row, column);
    default:
        return sortValue(row, column);
    }
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
