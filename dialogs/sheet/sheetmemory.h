// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <any>

namespace sallyport
{

// Texts of a page's fields by object name, in the order they are filled in.
using UnfinishedTexts = QList<std::pair<QString, QString>>;

// What was left in sheets that were closed with changes not accepted, by a name of the caller's choosing: see
// PropertySheet::rememberIn(). Belongs to the GUI thread and must outlive the sheets that use it.
class SheetMemory
{
public:
    template <typename T> struct Kept {
        T original; // what the changes were made to
        T draft;
        QHash<QString, UnfinishedTexts> unfinished; // by page: what stood in fields that no value can hold
    };

    template <typename T>
    void keep(
        const QString& name, const T& original, const T& draft, const QHash<QString, UnfinishedTexts>& unfinished = {})
    {
        m_kept.insert(name, Kept<T>{original, draft, unfinished});
    }
    // Null when there is nothing of that name and type.
    template <typename T> const Kept<T>* find(const QString& name) const
    {
        const auto it = m_kept.constFind(name);
        return it == m_kept.cend() ? nullptr : std::any_cast<Kept<T>>(&*it);
    }
    void forget(const QString& name) { m_kept.remove(name); }

private:
    QHash<QString, std::any> m_kept;
};

} // namespace sallyport
