// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/linediff.h"
#include "models/policy/problem.h"

#include <Qsci/qsciscintilla.h>

class QsciLexerProperties;

namespace sallyport
{

// An ini text in the palette's colours: sections, keys, values and comments told apart, problems written under their
// lines, or the lines of a difference with "+" and "−" in the margin. The lines with problems, and the first lines of
// what differs, are its stops.
class IniView final : public QsciScintilla
{
    Q_OBJECT

public:
    explicit IniView(QWidget* parent = nullptr);

    // What nobody reads is left out, as it would keep the view busy for seconds: of a line all after 2,000 characters,
    // of a text all after 100,000 lines.
    void showText(const QString& text);
    // Whether text() is all that was to be shown.
    bool isWhole() const { return m_whole; }
    void showDifference(const QList<DiffLine>& lines);
    // Problems without a line stand under the first one. Of a file that is wrong throughout, the first 500 are shown.
    void showProblems(const QList<Problem>& problems);

    const QList<int>& stops() const { return m_stops; } // 0-based, ascending
    // To the next or previous stop from the caret, and round at the end. Without stops nothing happens.
    void goToStop(bool forward);
    // The caret before the line (0-based), in the middle of the view.
    void goToLine(int line);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent* event) override;

private:
    void applyFonts();
    void applyColours();
    void showSign(int line, LineKind kind);
    void annotateProblems();
    int lineOf(const Problem& problem) const; // 0-based, one that is there

    QsciLexerProperties* m_lexer;
    QList<Problem> m_problems; // that are shown, errors first
    QList<int> m_stops;
    int m_shownFirst = -1; // the line to be seen once there is a height; -1: none
    bool m_showsDifference = false;
    bool m_whole = true;
};

} // namespace sallyport
