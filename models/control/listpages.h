// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace sallyport
{

// Puts together a list that comes in pages: `next` of each says where the following one begins, in the parameter that
// the method has for that, and the last one has none. Without threads of its own; a value.
class ListPages
{
public:
    // "after": numbers go up from page to page; "before": down, newest first.
    enum class Order { After, Before };

    // `params` are those of the first call. A "limit" among them is how many items are wanted in all, where the order
    // is Before, and is the greatest length of a page otherwise.
    explicit ListPages(QLatin1StringView member, Order order = Order::After, const QJsonObject& params = {})
        : m_member(member)
        , m_order(order)
        , m_params(params)
        , m_wanted(order == Order::Before ? params.value(limitName).toInteger() : 0)
    {
    }

    // Of the call for the next page.
    QJsonObject params() const
    {
        QJsonObject params = m_params;
        if (m_next > 0)
            params.insert(m_order == Order::After ? QLatin1StringView("after") : QLatin1StringView("before"), m_next);
        if (m_wanted > 0)
            params.insert(limitName, m_wanted - m_items.size());
        return params;
    }
    // Whether it was the last one.
    bool take(const QJsonObject& page)
    {
        m_isList = m_isList && page.value(m_member).isArray();
        const QJsonArray items = page.value(m_member).toArray();
        for (const QJsonValue& item : items)
            m_items.append(item);
        m_whole = page;
        const qint64 next = m_whole.take(QLatin1StringView("next")).toInteger();
        // A service that leads in circles is not followed.
        const bool onwards = m_order == Order::After ? next > m_next : next > 0 && (m_next == 0 || next < m_next);
        m_next = next;
        return !onwards || (m_wanted > 0 && m_items.size() >= m_wanted);
    }
    // As if it had come at once; without the list if a page had none.
    QJsonObject whole() const
    {
        QJsonObject whole = m_whole;
        whole.remove(m_member);
        if (m_isList)
            whole.insert(m_member, m_items);
        return whole;
    }

private:
    static constexpr QLatin1StringView limitName{"limit"};

    QLatin1StringView m_member;
    Order m_order;
    QJsonObject m_params;
    qint64 m_wanted; // 0: all there are
    qint64 m_next = 0;
    QJsonArray m_items;
    bool m_isList = true; // in every page
    QJsonObject m_whole; // the last page
};

} // namespace sallyport
