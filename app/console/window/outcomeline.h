// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/report.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace sallyport
{

class ElidedLabel;

// Outcomes of actions: the newest with its Undo, those before it behind a link; each with its own way back. What went
// well leaves by itself; what did not stays until it is dismissed, or until something newer left. Told to screen
// readers as it comes.
class OutcomeLine final : public QWidget
{
    Q_OBJECT

public:
    explicit OutcomeLine(QWidget* parent = nullptr);

    void report(const Report& report);
    QString text() const; // of the newest; empty while there is none
    // Takes away what was undone by another way, and what is not so any more.
    void dropUndone();
    // The latter alone.
    void dropOver();
    // Takes away what was said of the server's being out of reach, or has it say what it says now; true when all that
    // there was is gone.
    bool dropUnreached(const QString& server);
    void openEarlier();

private:
    struct Outcome {
        int number = 0; // later ones have greater ones
        Report report;
    };

    static QString linkOf(const Report& report);
    void load();
    void drop(int number);
    void runUndo(int number);

    QList<Outcome> m_outcomes; // the newest first
    int m_made = 0;
    QLabel* m_shape;
    ElidedLabel* m_text;
    QLabel* m_undo;
    QLabel* m_earlier;
    QToolButton* m_dismiss;
};

} // namespace sallyport
