// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace sallyport
{

// Keys that go to whatever has the focus, as they do for a user. A text that is typed or pasted counts as one.
class Keys
{
public:
    explicit Keys(QWidget& window)
        : m_window(window)
    {
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);
    // Waits until something has the focus.
    void arrive() const { target(); }
    int count() const { return m_count; }

private:
    QWidget* target() const;

    QWidget& m_window; // to be active where nothing else is
    int m_count = 0;
};

} // namespace sallyport
