// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/tokenbucket.h"

#include <QHash>
#include <QString>

namespace sallyport
{

// A pace for each of many peers. Memory is bounded: when there are too many, those that have been quiet are forgotten,
// and all of them when none has.
class PeerPaces
{
public:
    PeerPaces(double perSecond, double capacity)
        : m_perSecond(perSecond)
        , m_capacity(capacity)
    {
    }

    TokenBucket& of(const QString& peer)
    {
        auto found = m_buckets.find(peer);
        if (found != m_buckets.end())
            return *found;
        if (m_buckets.size() >= mostPeers)
            m_buckets.removeIf([](const auto& each) { return each.value().isFull(); });
        if (m_buckets.size() >= mostPeers)
            m_buckets.clear();
        return *m_buckets.insert(peer, TokenBucket(m_perSecond, m_capacity));
    }
    qsizetype size() const { return m_buckets.size(); }

    static constexpr qsizetype mostPeers = 4096;

private:
    double m_perSecond;
    double m_capacity;
    QHash<QString, TokenBucket> m_buckets;
};

} // namespace sallyport
