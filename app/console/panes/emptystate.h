// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace sallyport
{

// What a place shows instead of its content while there is none: what it is for, and the first step as a button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    void set(const QString& text, QAction* firstStep);
    // Said in its place while nobody knows whether there is nothing; empty once that is known.
    void setUnknown(const QString& text);
    // Why the first step can't be taken, where it can't.
    void setForbidden(const QString& why);
    // The button, while the first step can be taken; else null.
    QWidget* step() const;

private:
    void showWords();

    QLabel* m_label;
    QPushButton* m_button;
    QAction* m_firstStep = nullptr;
    QString m_text;
    QString m_unknown;
    QString m_forbidden;
};

} // namespace sallyport
