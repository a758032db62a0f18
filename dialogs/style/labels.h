// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace sallyport
{

// Labels that say what their text is. One that guesses would follow the markup in a name that somebody else chose, down
// to showing a local file's picture.

// Shows every text as it stands. `parent` owns it; without one the layout that it goes into gives it an owner.
QLabel* plainLabel(const QString& text = {}, QWidget* parent = nullptr);
// Of markup of ours, in which every word of others is escaped.
QLabel* richLabel(const QString& html = {}, QWidget* parent = nullptr);

// What goes into a sentence on the screen of words that others may have written: visibleWords(), at most 2,000
// characters of it, and of a word beyond 100 its two ends.
QString boundedWords(const QString& text);
// Puts such words into a plain label, which they never widen; what was cut is told by its tool tip.
void showWords(QLabel& label, const QString& text);

// Such words for a tool tip, which always guesses: as they are where it takes them for plain, and screen readers with
// it; else, and where lines are too long for one, as markup that shows them as they stand.
QString plainTip(const QString& text);

} // namespace sallyport
