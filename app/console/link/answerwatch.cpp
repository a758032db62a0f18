// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/answerwatch.h"

#include <utility>

namespace sallyport
{

AnswerWatch::AnswerWatch(QObject* parent)
    : QObject(parent)
{
    setPatience({});
    connect(&m_timer, &QTimer::timeout, this, &AnswerWatch::look);
}

void AnswerWatch::setPatience(const Patience& patience)
{
    m_patience = patience;
    m_timer.setInterval(patience.ask);
}

void AnswerWatch::start()
{
    answered();
    m_timer.start();
}

void AnswerWatch::stop()
{
    m_timer.stop();
    answered();
}

void AnswerWatch::asked()
{
    if (!m_asked.isValid())
        m_asked.start();
}

void AnswerWatch::answered()
{
    m_asked.invalidate();
    setSilent(false);
}

std::optional<std::chrono::seconds> AnswerWatch::silence() const
{
    if (!m_silent)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::milliseconds(m_asked.elapsed()));
}

void AnswerWatch::look()
{
    if (!m_asked.isValid()) {
        emit ask();
        return;
    }
    const std::chrono::milliseconds waited(m_asked.elapsed());
    if (waited >= m_patience.limit)
        emit givenUp();
    else
        setSilent(waited >= m_patience.quiet);
}

void AnswerWatch::setSilent(bool silent)
{
    if (std::exchange(m_silent, silent) || silent)
        emit silenceChanged();
}

} // namespace sallyport
