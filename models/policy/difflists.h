// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/diff.h"

#include <QSet>

namespace sallyport
{

// Lists of plain values (the Local Address Table, the Local Domain Table, server addresses) are compared as sets whose
// order is one more property.

QString listItemText(const IpAddress& address);
QString listItemText(const AddressRange& range); // "10.0.0.0-10.255.255.255"
QString listItemText(const QString& text);

template <typename T> QStringList listTexts(const QList<T>& list)
{
    QStringList texts;
    texts.reserve(list.size());
    for (const T& item : list)
        texts.append(listItemText(item));
    return texts;
}

// Removed items, added items, and one change of the whole list when only order (or a doubled item) differs.
void diffLists(
    QLatin1StringView path, const QStringList& before, const QStringList& after, QList<PolicyChange>& changes);

// What `theirs` added and removed since `base`, done to `mine`; an order changed by them only is taken over.
template <typename T> QList<T> mergeLists(const QList<T>& base, const QList<T>& mine, const QList<T>& theirs)
{
    if (theirs == base)
        return mine;
    if (mine == base)
        return theirs;
    QList<T> merged;
    for (const T& item : mine) {
        if (theirs.contains(item) || !base.contains(item))
            merged.append(item);
    }
    for (const T& item : theirs) {
        if (!base.contains(item) && !merged.contains(item))
            merged.append(item);
    }
    return merged;
}

} // namespace sallyport
