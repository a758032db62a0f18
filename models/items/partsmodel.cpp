// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/partsmodel.h"

#include "models/items/changesmodel.h"
#include "models/items/texts.h"

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

// What a change within a part changes: "Disable" of an entry; empty for an item of a list, which names itself.
QString memberOf(const PolicyPart& part, const PolicyChange& change)
{
    const QString rest = change.path.mid(part.path.size());
    return rest.startsWith(u'.') ? rest.sliced(1) : QString();
}

QString joined(const PolicyPart& part, bool after)
{
    QStringList texts;
    for (const PolicyChange& change : part.changes) {
        const bool stands = change.kind == ChangeKind::Changed || (change.kind == ChangeKind::Added) == after;
        if (!stands)
            continue;
        const QString& value = after ? change.after : change.before;
        const QString member = memberOf(part, change);
        texts.append(member.isEmpty() ? value : member + u'=' + value);
    }
    return texts.join(QLatin1StringView("; "));
}

// Of all its changes; what is partly added and partly removed is changed.
ChangeKind kindOf(const PolicyPart& part)
{
    const ChangeKind first = part.changes.first().kind;
    const bool same = std::all_of(
        part.changes.begin(), part.changes.end(), [first](const PolicyChange& change) { return change.kind == first; });
    return same ? first : ChangeKind::Changed;
}

} // namespace

void PartsModel::setParts(const QList<PolicyPart>& parts)
{
    setRows(parts);
    emit tickedChanged();
}

void PartsModel::tickAll()
{
    m_unticked.clear();
    setParts(rows());
}

bool PartsModel::isTicked(int row) const
{
    return !m_unticked.contains(rows().at(row).path);
}

void PartsModel::setTicked(const QList<int>& changed, bool ticked)
{
    for (const int row : changed) {
        if (ticked)
            m_unticked.remove(rows().at(row).path);
        else
            m_unticked.insert(rows().at(row).path);
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    emit tickedChanged();
}

QSet<QString> PartsModel::tickedPaths() const
{
    QSet<QString> paths;
    for (const PolicyPart& part : rows()) {
        if (!m_unticked.contains(part.path))
            paths.insert(part.path);
    }
    return paths;
}

QVariant PartsModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::CheckStateRole && index.isValid() && index.column() == What)
        return isTicked(index.row()) ? Qt::Checked : Qt::Unchecked;
    return RowsModel::data(index, role);
}

bool PartsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != What)
        return false;
    setTicked({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags PartsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = RowsModel::flags(index);
    return index.isValid() && index.column() == What ? flags | Qt::ItemIsUserCheckable : flags;
}

std::span<const ColumnSpec> PartsModel::specs() const
{
    static constexpr std::array<ColumnSpec, ColumnCount> all{{
        {QT_TR_NOOP("Setting")},
        {QT_TR_NOOP("Before")},
        {QT_TR_NOOP("After")},
    }};
    return all;
}

QString PartsModel::text(int row, int column) const
{
    const PolicyPart& part = rows().at(row);
    const PolicyChange& first = part.changes.first();
    const bool whole = part.changes.size() == 1;
    switch (static_cast<Column>(column)) {
    case What:
        return QString(ChangesModel::sign(kindOf(part)) + u' ' + texts::changePath(whole ? first.path : part.path));
    case Before:
        return whole ? ChangesModel::before(first) : joined(part, false);
    case After:
        return whole ? ChangesModel::after(first) : joined(part, true);
    case ColumnCount:
        break;
    }
    return {};
}

QString PartsModel::toolTip(int row, int column) const
{
    return text(row, column);
}

QString PartsModel::keyOf(const PolicyPart& row) const
{
    return row.path;
}

} // namespace sallyport
