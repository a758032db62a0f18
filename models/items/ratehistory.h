// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace sallyport
{

// The last five minutes of two rates, one sample a second, oldest first.
class RateHistory
{
public:
    static constexpr int capacity = 300;
    struct Sample {
        double sent = 0; // bytes per second
        double received = 0;
    };

    void add(const Sample& sample)
    {
        if (m_samples.size() == capacity)
            m_samples.removeFirst();
        m_samples.append(sample);
    }
    void clear() { m_samples.clear(); }
    const QList<Sample>& samples() const { return m_samples; }

private:
    QList<Sample> m_samples;
};

} // namespace sallyport
