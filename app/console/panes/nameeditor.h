// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace sallyport
{

// Renames what it covers: Enter and going elsewhere take what was typed, Escape does not; a menu over it and another
// window in front leave it open. Every key is its own while it is.
class NameEditor final : public QLineEdit
{
    Q_OBJECT

public:
    explicit NameEditor(QWidget* parent);

    void open(const QString& name);

signals:
    // What was typed, unless that is what was there. It is closed by then.
    void renamed(const QString& name);
    // By a key, and not because somebody went elsewhere. The last that is heard of it.
    void leftByKey();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void close(bool accepted);

    QString m_opened; // the text as it was then, which may be the beginning of the name alone
};

} // namespace sallyport
