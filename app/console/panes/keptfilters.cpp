// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/keptfilters.h"

#include "models/base/visibletext.h"

#include <QSettings>

namespace sallyport
{

namespace
{

void keep(const QString& key, const QVariant& value, bool isEmpty)
{
    if (isEmpty)
        QSettings().remove(key);
    else
        QSettings().setValue(key, value);
}

} // namespace

KeptFilters::KeptFilters(const QString& list)
    : m_filtersKey(QStringLiteral("filters/") + list)
    , m_namesKey(QStringLiteral("filterNames/") + list)
{
}

bool KeptFilters::load()
{
    QStringList filters = QSettings().value(m_filtersKey).toStringList();
    filters.removeAll(QString());
    filters.removeDuplicates();
    filters = filters.mid(0, most);
    const QVariantMap names = QSettings().value(m_namesKey).toMap();
    if (filters == m_filters && names == m_names)
        return false;
    m_filters = filters;
    m_names = names;
    return true;
}

void KeptFilters::store()
{
    const QStringList named = m_names.keys();
    for (const QString& filter : named) {
        if (!m_filters.contains(filter))
            m_names.remove(filter);
    }
    keep(m_filtersKey, m_filters, m_filters.isEmpty());
    keep(m_namesKey, m_names, m_names.isEmpty());
}

bool KeptFilters::hasRoomFor(const QString& filter) const
{
    return m_filters.size() < most && !m_filters.contains(filter);
}

QString KeptFilters::nameOf(const QString& filter) const
{
    return visibleText(m_names.value(filter, filter).toString());
}

void KeptFilters::insert(qsizetype at, const QString& filter, const QString& name)
{
    m_filters.insert(qMin(at, m_filters.size()), filter);
    if (!name.isEmpty())
        m_names.insert(filter, name);
    store();
}

void KeptFilters::remove(const QString& filter)
{
    m_filters.removeAll(filter);
    store();
}

void KeptFilters::move(qsizetype from, qsizetype to)
{
    m_filters.move(from, to);
    store();
}

void KeptFilters::rename(const QString& filter, const QString& name)
{
    if (name.isEmpty() || name == filter)
        m_names.remove(filter);
    else
        m_names.insert(filter, name);
    store();
}

} // namespace sallyport
