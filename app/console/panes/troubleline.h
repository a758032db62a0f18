// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;

namespace sallyport
{

// A quiet line for what could not be fetched, with a way to try again. It takes no room while there is nothing to say.
class TroubleLine final : public QWidget
{
    Q_OBJECT

public:
    explicit TroubleLine(QWidget* parent);

    // Plain text, with a Retry link when `retry` can be called; empty text hides it.
    void set(const QString& text, std::function<void()> retry);

private:
    QLabel* m_shape;
    QLabel* m_label;
    std::function<void()> m_retry;
};

} // namespace sallyport
