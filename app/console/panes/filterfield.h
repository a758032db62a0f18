// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/filterhints.h"

#include <QLineEdit>

namespace sallyport
{

class FilterPopup;

// The filter box of a pane, in the one language of Filter. While it is typed in, it offers how the word may go on: Down
// and Up choose, Enter and Tab take what is chosen, Escape puts the list away and then clears the field; Ctrl+Space
// offers every field. What is typed is understood, half-typed or wrong: a sign in the field, a coloured line around it
// and, through problemChanged() and the accessible description, words say which. The sign shows help(), as
// does F1 where the window has no sheet for it.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    enum class State { Empty, Understood, HalfTyped, Wrong };

    explicit FilterField(QWidget* parent = nullptr);

    // What the list can be asked; without it nothing is offered.
    void setSource(const FilterSource& source);
    // Of what is typed now: an error of code Missing is half-typed.
    void setStatus(const Status& status);
    State state() const { return m_state; }
    // Why not all that is typed is in force; empty when it is.
    const QString& problem() const { return m_problem; }
    // Adds the word, or leaves it when it is there; its opposite goes.
    void addWord(const QString& word);
    // What is typed, in words that every language reads; empty when it is not understood.
    QString understood() const;
    QString help() const;

signals:
    void problemChanged(const QString& problem);
    // Down or Enter: on to the list.
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();
    void offer(bool all = false);
    void take(const FilterHint& hint);
    void showHelp();

    FilterSource m_source;
    QHash<QString, ValueCounts> m_counts; // while hints are shown
    FilterPopup* m_popup;
    QAction* m_sign;
    QString m_problem;
    State m_state = State::Empty;
    bool m_colouring = false;
};

} // namespace sallyport
