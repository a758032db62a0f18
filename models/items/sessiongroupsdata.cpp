// SPDX-License-Identifier: GPL-3.0-or-later
// What SessionGroups says of its rows.
#include "models/base/visibletext.h"
#include "models/items/sessiongroups.h"
#include "models/items/texts.h"

namespace sallyport
{

QString SessionGroups::header(int column) const
{
    switch (static_cast<Column>(column)) {
    case Value:
        return m_field.title;
    case Sessions:
        return tr("Sessions");
    case Rate:
        return tr("Traffic");
    case ColumnCount:
        break;
    }
    return {};
}

QString SessionGroups::filterName(int column) const
{
    return column == Value ? m_field.name : QString();
}

TableModel::FieldKind SessionGroups::kind(int column) const
{
    switch (static_cast<Column>(column)) {
    case Sessions:
        return FieldKind::Count;
    case Rate:
        return FieldKind::Rate;
    case Value:
    case ColumnCount:
        break;
    }
    return m_field.kind;
}

QString SessionGroups::shownValue(const SessionGroup& group) const
{
    if (group.isAll)
        return tr("All");
    if (m_field.name == u"type") {
        const auto type = sessionTypeFromWord(group.value);
        return type ? texts::sessionType(*type) : group.value;
    }
    if (group.value.isEmpty())
        return m_field.name == u"user" ? tr("anonymous") : tr("none");
    return group.value;
}

QString SessionGroups::text(int row, int column) const
{
    const SessionGroup& group = rows().at(row);
    switch (static_cast<Column>(column)) {
    case Value:
        return shownValue(group);
    case Sessions:
        return texts::count(group.sessions);
    case Rate:
        return texts::rate(group.rate);
    case ColumnCount:
        break;
    }
    return {};
}

QString SessionGroups::keyOf(const SessionGroup& row) const
{
    return (row.isAll ? u'a' : u'g') + row.key;
}

QVariant SessionGroups::sortValue(int row, int column) const
{
    const SessionGroup& group = rows().at(row);
    if (column == Value)
        return shownValue(group);
    return column == Sessions ? QVariant(group.sessions) : QVariant(group.rate);
}

QVariant SessionGroups::filterValue(int row, int column) const
{
    return column == Value ? QVariant(rows().at(row).value) : sortValue(row, column);
}

QString SessionGroups::program(int row) const
{
    return m_field.name == u"program" ? rows().at(row).value : QString();
}

QStringList SessionGroups::values(const QList<int>& chosenRows) const
{
    QStringList values;
    for (const int row : chosenRows) {
        if (rows().at(row).isAll)
            return {};
        values.append(rows().at(row).value);
    }
    return values;
}

QStringList SessionGroups::toggled(int row) const
{
    const SessionGroup& toggled = rows().at(row);
    if (toggled.isAll)
        return {};
    QStringList values;
    bool isLetGo = false;
    const QList<SessionGroup> those = chosen();
    for (const SessionGroup& group : those) {
        if (group.key == toggled.key)
            isLetGo = true;
        else
            values.append(group.value);
    }
    if (!isLetGo)
        values.append(toggled.value);
    return values;
}

QVariant SessionGroups::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SessionGroup& group = rows().at(index.row());
    if (role == Qt::CheckStateRole && index.column() == Value)
        return group.isChosen ? Qt::Checked : Qt::Unchecked;
    if (role == filterFieldsRole && index.column() == Value)
        return group.isAll ? QStringList() : QStringList{m_field.name, visibleText(group.value)};
    return RowsModel::data(index, role);
}

Qt::ItemFlags SessionGroups::flags(const QModelIndex& index) const
{
    return RowsModel::flags(index) | (index.column() == Value ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

} // namespace sallyport
