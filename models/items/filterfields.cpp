// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/filterfields.h"

#include "models/items/listroles.h"

#include <QAbstractItemModel>
#include <QHash>

#include <algorithm>

namespace sallyport
{

using Kind = Filter::Field::Kind;

QList<Filter::Field> filterFields(const QAbstractItemModel& model)
{
    QList<Filter::Field> fields;
    bool hasAge = false;
    for (int column = 0; column < model.columnCount(); ++column) {
        const auto header = [&](int role) { return model.headerData(column, Qt::Horizontal, role); };
        const QString title = Filter::nameOf(header(Qt::DisplayRole).toString());
        Filter::Field field;
        field.name = header(filterNameRole).toString();
        field.title = header(Qt::DisplayRole).toString();
        field.kind = static_cast<Kind>(header(filterKindRole).toInt());
        if (field.name.isEmpty())
            field.name = title;
        field.others.append(title);
        if (field.kind == Kind::Program)
            field.others += {QStringLiteral("program"), QStringLiteral("application")};
        if (field.kind == Kind::Time && !hasAge) {
            field.others.append(QStringLiteral("age"));
            hasAge = true;
        }
        field.others.removeAll(field.name);
        field.isBare = field.kind <= Kind::Count;
        fields.append(field);
    }
    return fields;
}

ValueCounts countValues(qsizetype rows, const std::function<QStringList(qsizetype row)>& values, qsizetype most)
{
    const qsizetype step = std::max<qsizetype>(1, (rows + most - 1) / most);
    QHash<QString, qsizetype> counts;
    for (qsizetype row = 0; row < rows; row += step) {
        for (const QString& value : values(row))
            ++counts[value];
    }
    ValueCounts result;
    result.isSample = step > 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        result.values.append({it.key(), it.value() * step});
    std::sort(result.values.begin(), result.values.end(), [](const ValueCounts::One& a, const ValueCounts::One& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return result;
}

} // namespace sallyport
