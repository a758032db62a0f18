// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace sallyport
{

// Puts together a list that comes in pages, each of which says what the `next` one is `after`.
class ListPages
{
public:
    explicit ListPages(QLatin1StringView member)
        : m_member(member)
    {
    }

    // Of the call for the next page.
    QJsonObject params() const
    {
        return m_after > 0 ? QJsonObject{{QLatin1StringView("after"), m_after}} : QJsonObject();
    }
    // Whether it was the last one.
    bool take(const QJsonObject& page)
    {
        const QJsonArray items = page.value(m_member).toArray();
        for (const QJsonValue& item : items)
            m_items.append(item);
        m_whole = page;
        const qint64 next = m_whole.take(QLatin1StringView("next")).toInteger();
        const bool goesOn = next > m_after;
        m_after = next;
        return !goesOn;
    }
    // As if it had come at once.
    QJsonObject whole() const
    {
        QJsonObject whole = m_whole;
        whole.insert(m_member, m_items);
        return whole;
    }

private:
    QLatin1StringView m_member;
    qint64 m_after = 0;
    QJsonArray m_items;
    QJsonObject m_whole; // the last page
};

} // namespace sallyport
