// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractButton;
class QAction;

namespace sallyport
{

// Of a button without an action of its own: the object name of the action that does the same.
inline constexpr char keyOf[] = "keyOf";

// Tool tips of all buttons of a window, in one place: what the button says for itself, else its words, with the key
// that does the same: "Disconnect (Del)".
class KeyTips final : public QObject
{
    Q_OBJECT

public:
    explicit KeyTips(QWidget& window);

    static QString tip(const QAbstractButton& button);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
};

// The words of an action without mnemonic and dots.
QString plainText(const QAction& action);

} // namespace sallyport
