// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/linediff.h"
#include "models/policy/problem.h"

#include <Qsci/qsciscintilla.h>

class QsciLexerProperties;

namespace sallyport
{

// An ini text in the palette's colours: sections, keys, values and comments told apart, problems written under their
// lines, or the lines of a difference with "+" and "−" in the margin.
class IniView final : public QsciScintilla
{
    Q_OBJECT

public:
    explicit IniView(QWidget* parent = nullptr);

    void showText(const QString& text);
    void showDifference(const QList<DiffLine>& lines);
    // Problems without a line stand under the first one. Of a file that is wrong throughout, the first 500 are shown.
    void showProblems(const QList<Problem>& problems);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent* event) override;

private:
    void applyColours();

    QsciLexerProperties* m_lexer;
    int m_firstProblem = -1; // its line, 0-based; -1: none
};

} // namespace sallyport
