// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace sallyport
{

// Whether a service that is connected answers as well: a connection tells that its other end is gone, not that it
// hangs. Belongs to one thread.
class AnswerWatch : public QObject
{
    Q_OBJECT

public:
    struct Patience {
        std::chrono::milliseconds ask{1000}; // between questions
        std::chrono::milliseconds quiet{3000}; // without an answer: from then on it is silent
        std::chrono::milliseconds limit{20000}; // without an answer: from then on it is given up
    };

    explicit AnswerWatch(QObject* parent = nullptr);

    void setPatience(const Patience& patience);
    // With a connection, and without one; both forget what was asked before.
    void start();
    void stop();
    void asked();
    void answered();
    // For how long there was no answer; empty while it is not silent.
    std::optional<std::chrono::seconds> silence() const;

signals:
    void ask(); // time for a question
    void silenceChanged(); // with every look while it is silent, and when that ends
    void givenUp();

private:
    void look();
    void setSilent(bool silent);

    Patience m_patience;
    QTimer m_timer;
    QElapsedTimer m_asked; // valid while a question waits for its answer
    bool m_silent = false;
};

} // namespace sallyport
