// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/nameorder.h"

namespace sallyport
{

const QCollator& nameCollator()
{
    static const QCollator collator = [] {
        // The language "C" knows code points only, which is no order of names in any language.
        const QLocale locale;
        QCollator made(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
        made.setNumericMode(true);
        made.setCaseSensitivity(Qt::CaseInsensitive);
        return made;
    }();
    return collator;
}

int compareNames(const QString& a, const QString& b)
{
    return nameCollator().compare(a, b);
}

bool NamesSorted::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = left.data(sortRole());
    const QVariant b = right.data(sortRole());
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString)
        return compareNames(a.toString(), b.toString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace sallyport
