// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QList>

#include <algorithm>
#include <limits>

namespace sallyport
{

// The last five minutes of two rates, one sample a second, oldest first. Seconds of which nothing is known, since
// nobody looked, are samples of quiet NaNs: they keep the others in their places.
class RateHistory
{
public:
    static constexpr int capacity = 300;
    struct Sample {
        double sent = 0; // bytes per second
        double received = 0;
    };

    void add(const Sample& sample, TimePoint now)
    {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        const auto passed = std::chrono::round<std::chrono::seconds>(now - m_last).count();
        const qint64 missed = m_samples.isEmpty() ? 0 : std::clamp<qint64>(passed - 1, 0, capacity);
        // A second or two is a timer that came late.
        const Sample between = missed > 2 ? Sample{unknown, unknown} : sample;
        for (qint64 i = 0; i < missed; ++i)
            m_samples.append(between);
        m_samples.append(sample);
        if (m_samples.size() > capacity)
            m_samples.remove(0, m_samples.size() - capacity);
        m_last = now;
    }
    const QList<Sample>& samples() const { return m_samples; }

private:
    QList<Sample> m_samples;
    TimePoint m_last{};
};

} // namespace sallyport
