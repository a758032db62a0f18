// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariantMap>

namespace sallyport
{

// The filters kept of a list, in their order, and the names given to some: in the settings, by the name of the list.
// Filters are in words that every language reads. Other windows change them as well; whoever changes them loads first.
class KeptFilters
{
public:
    static constexpr int most = 12;

    explicit KeptFilters(const QString& list);

    // Whether anything is otherwise than it was.
    bool load();
    const QStringList& all() const { return m_filters; }
    bool hasRoomFor(const QString& filter) const;
    QString givenName(const QString& filter) const { return m_names.value(filter).toString(); } // mostly empty
    // As it is shown: without a name a filter is called by its words.
    QString nameOf(const QString& filter) const;

    void insert(qsizetype at, const QString& filter, const QString& name = {});
    void remove(const QString& filter);
    void move(qsizetype from, qsizetype to);
    void rename(const QString& filter, const QString& name); // an empty one takes its name

private:
    void store();

    QString m_filtersKey; // in the settings
    QString m_namesKey;
    QStringList m_filters;
    QVariantMap m_names; // by filter
};

} // namespace sallyport
