// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>

namespace sallyport
{

// Paces something that may come in bursts: holds `capacity` tokens, and fills at `perSecond`.
class TokenBucket
{
public:
    TokenBucket(double perSecond, double capacity)
        : m_perSecond(perSecond)
        , m_capacity(capacity)
        , m_tokens(capacity)
    {
        m_sinceFill.start();
    }

    bool isEmpty()
    {
        fill();
        return m_tokens < 1;
    }
    bool isFull()
    {
        fill();
        return m_tokens >= m_capacity;
    }
    void take() { m_tokens -= 1; }
    void giveBack() { m_tokens = std::min(m_capacity, m_tokens + 1); }

private:
    void fill()
    {
        m_tokens = std::min(m_capacity, m_tokens + m_perSecond * double(m_sinceFill.nsecsElapsed()) / 1e9);
        m_sinceFill.restart();
    }

    double m_perSecond;
    double m_capacity;
    double m_tokens;
    QElapsedTimer m_sinceFill;
};

} // namespace sallyport
