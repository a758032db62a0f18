// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

class QDialog;

namespace sallyport::probe
{

// Everything a screen reader or a test could not find its way by: controls in the accessible tree without a name, and
// interactive widgets without an object name.
QStringList unnamedControls(QWidget* window);
// Labels of fields and buttons without a mnemonic, mnemonics that two visible controls share.
QStringList mnemonicFaults(QWidget* window);
// Goes once round with Tab: fields that it never reaches, or that it reaches against the order of reading.
QStringList tabOrderFaults(QWidget* window);
// Visible texts that get less room than they need and have no tool tip with the whole of it.
QStringList cutTexts(QWidget* window);
// Labels that would take somebody else's text for markup: their format is Qt::AutoText.
QStringList guessingLabels(QWidget* window);
// The window made no larger than that screen lets it be: whether it can be, and the buttons that are then out of sight.
QStringList offScreen(QWidget* window, const QSize& screen);

// Leaves a picture of the window in $SALLYPORT_PICTURES when that is set.
void picture(QWidget* window, const QString& name);

// Shows the window, runs all of the above on each of its tabs, in each language we have, light and dark, and in a font
// twice as large, and leaves pictures in $SALLYPORT_PICTURES when that is set. `make` must give a fresh window each
// time, filled as for a user; it is deleted after use. Returns what was wrong, one a line.
QStringList inspect(const QString& name, const std::function<QWidget*()>& make);

// The named widget of the window; fails the program when it is not there, so that a renamed control is found at once.
QWidget* find(QWidget* window, const char* name);
template <typename W> W* find(QWidget* window, const char* name)
{
    W* widget = qobject_cast<W*>(find(window, name));
    Q_ASSERT(widget);
    return widget;
}
// The problem shown under a field; empty when none is.
QString shownProblem(QWidget* window, const char* field);
// Replaces what stands in a line or text field by typing.
void retype(QWidget* window, const char* field, const QString& text);
// Brings the named page of a sheet to the front.
void showPage(QWidget* sheet, const char* page);
// Presses the named button by its keyboard: focus and Space.
void press(QWidget* window, const char* button);

} // namespace sallyport::probe

// A QTEST_MAIN with our style on the application.
#define SALLYPORT_DIALOG_TEST(Class)                                                                                   \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        QApplication application(argc, argv);                                                                          \
        sallyport::Theme theme(application);                                                                           \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
