// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/iniview.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"
#include "models/items/texts.h"
#include "models/policy/validate.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QKeyEvent>

#include <Qsci/qscilexerproperties.h>
#include <Qsci/qscistyle.h>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr int addedMarker = 1;
constexpr int removedMarker = 2;
constexpr int signMargin = 1;
// Ours beyond those of the lexer and Scintilla. Of the numbers it hands out itself there are too few for every time
// that problems are shown.
enum Style { ErrorStyle = 60, WarningStyle, AddedStyle, RemovedStyle };
constexpr qsizetype mostProblems = 500;
constexpr qsizetype longestLine = 2000;
constexpr int mostLines = 100'000;
constexpr int leastColumns = 30; // of a problem below its line

// Scintilla knows no translucent line backgrounds everywhere; the fill is mixed here.
QColor mixed(const QColor& fill, const QColor& base)
{
    const qreal part = fill.alphaF();
    return QColor::fromRgbF(fill.redF() * part + base.redF() * (1 - part),
        fill.greenF() * part + base.greenF() * (1 - part), fill.blueF() * part + base.blueF() * (1 - part));
}

// All of a line that is read at once takes Scintilla two seconds a megabyte to lay out.
QString cutForView(const QString& text)
{
    QString shown;
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (lines == mostLines) {
            shown += u'\n' + IniView::tr("… (more lines)");
            break;
        }
        if (lines++ > 0)
            shown += u'\n';
        shown += line.first(std::min(line.size(), longestLine));
        if (line.size() > longestLine)
            shown += IniView::tr("… (%n more character(s))", nullptr, static_cast<int>(line.size() - longestLine));
    }
    return shown;
}

// Annotations do not wrap by themselves. Breaks at spaces only, so a longer word stays whole.
QString wrapped(const QString& text, qsizetype columns)
{
    const QString indent(2, QLatin1Char(' ')); // below the sign
    QStringList lines{QString()};
    for (const QString& word : text.split(QLatin1Char(' '))) {
        QString& line = lines.last();
        if (line.size() > indent.size() && line.size() + 1 + word.size() > columns)
            lines.append(indent + word);
        else
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

IniView::IniView(QWidget* parent)
    : QsciScintilla(parent)
    , m_lexer(new QsciLexerProperties(this))
{
    m_lexer->setFoldCompact(false);
    setLexer(m_lexer);
    setUtf8(true);
    setWrapMode(QsciScintilla::WrapNone);
    setMarginType(0, QsciScintilla::NumberMargin);
    setMarginType(signMargin, QsciScintilla::TextMargin);
    setMarginWidth(2, 0);
    markerDefine(QsciScintilla::Background, addedMarker);
    markerDefine(QsciScintilla::Background, removedMarker);
    setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setMinimumHeight(metrics::rowHeight * 2);
    applyFonts();
    applyColours();
}

void IniView::applyFonts()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (QApplication::font().pointSizeF() > 0)
        fixed.setPointSizeF(QApplication::font().pointSizeF());
    m_lexer->setDefaultFont(fixed);
    m_lexer->setFont(fixed);
    QFont bold = fixed;
    bold.setBold(true);
    m_lexer->setFont(bold, QsciLexerProperties::Section);
    setMarginsFont(fixed);
    const QString widest = QLatin1Char('0') + QString::number(std::max(1000, lines()));
    setMarginWidth(0, m_showsDifference ? QString() : widest);
    setMarginWidth(signMargin, m_showsDifference ? QStringLiteral(" + ") : QString());
}

void IniView::applyColours()
{
    const QPalette colours = palette();
    const QColor base = colours.color(QPalette::Base);
    const QColor text = colours.color(QPalette::Text);
    m_lexer->setPaper(base);
    m_lexer->setDefaultPaper(base);
    m_lexer->setColor(text);
    m_lexer->setColor(toneColor(Tone::Quiet, colours), QsciLexerProperties::Comment);
    m_lexer->setColor(toneColor(Tone::Accent, colours), QsciLexerProperties::Section);
    m_lexer->setColor(text, QsciLexerProperties::Key);
    m_lexer->setColor(toneColor(Tone::Quiet, colours), QsciLexerProperties::Assignment);
    m_lexer->setColor(toneColor(Tone::Confirmed, colours), QsciLexerProperties::DefaultValue);
    setPaper(base);
    setColor(text);
    setCaretForegroundColor(text);
    setMarginsBackgroundColor(colours.color(QPalette::Window));
    setMarginsForegroundColor(toneColor(Tone::Quiet, colours));
    setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    setSelectionForegroundColor(colours.color(QPalette::HighlightedText));
    setMarkerBackgroundColor(mixed(toneFill(Tone::Confirmed, colours), base), addedMarker);
    setMarkerBackgroundColor(mixed(toneFill(Tone::Refused, colours), base), removedMarker);
    const QFont fixed = m_lexer->font(QsciLexerProperties::Default);
    const auto define = [&](Style style, Tone tone) {
        QsciStyle(style, QString(), toneColor(tone, colours), mixed(toneFill(tone, colours), base), fixed).apply(this);
    };
    define(ErrorStyle, Tone::Refused);
    define(WarningStyle, Tone::Attention);
    define(AddedStyle, Tone::Confirmed);
    define(RemovedStyle, Tone::Refused);
}

void IniView::changeEvent(QEvent* event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        applyColours();
}

void IniView::keyPressEvent(QKeyEvent* event)
{
    // Tab moves on as in every dialog, and Esc and Enter of a text that can only be read belong to the dialog.
    const bool dialogs = event->key() == Qt::Key_Escape
        || (isReadOnly() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter));
    if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)
        focusNextPrevChild(event->key() == Qt::Key_Tab);
    else if (dialogs)
        event->ignore();
    else
        QsciScintilla::keyPressEvent(event);
}

// QScintilla keeps Tab to itself while its text can be edited, which leaves no way out by keyboard.
bool IniView::focusNextPrevChild(bool next)
{
    return QAbstractScrollArea::focusNextPrevChild(next);
}

// Before it is shown, the view has no height to bring a line into.
void IniView::showEvent(QShowEvent* event)
{
    QsciScintilla::showEvent(event);
    if (m_shownFirst < 0)
        return;
    if (!m_problems.isEmpty())
        annotateProblems(); // anew, for the width it has only now
    goToLine(m_shownFirst);
}

void IniView::goToLine(int line)
{
    m_shownFirst = isVisible() ? -1 : line;
    setCursorPosition(line, 0);
    ensureLineVisible(line);
    const long visible = SendScintilla(SCI_LINESONSCREEN);
    SendScintilla(SCI_SETFIRSTVISIBLELINE, std::max(0L, SendScintilla(SCI_VISIBLEFROMDOCLINE, line) - visible / 3));
}

void IniView::goToStop(bool forward)
{
    if (m_stops.isEmpty())
        return;
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    if (forward) {
        const auto next = std::upper_bound(m_stops.cbegin(), m_stops.cend(), line);
        goToLine(next == m_stops.cend() ? m_stops.first() : *next);
    } else {
        const auto here = std::lower_bound(m_stops.cbegin(), m_stops.cend(), line);
        goToLine(here == m_stops.cbegin() ? m_stops.last() : *std::prev(here));
    }
}

void IniView::showText(const QString& text)
{
    const bool readOnly = isReadOnly();
    setReadOnly(false);
    clearAnnotations();
    clearMarginText();
    markerDeleteAll();
    m_stops.clear();
    m_problems.clear();
    m_shownFirst = -1;
    m_showsDifference = false;
    const QString shown = cutForView(text);
    m_whole = shown == text;
    setText(shown);
    applyFonts();
    setReadOnly(readOnly);
}

void IniView::showSign(int line, LineKind kind)
{
    const bool added = kind == LineKind::Added;
    markerAdd(line, added ? addedMarker : removedMarker);
    setMarginText(line, added ? QStringLiteral(" +") : QStringLiteral(" −"), added ? AddedStyle : RemovedStyle);
}

void IniView::showDifference(const QList<DiffLine>& lines)
{
    QStringList texts;
    for (const DiffLine& line : lines)
        texts.append(line.text);
    showText(texts.join(QLatin1Char('\n')));
    m_showsDifference = true;
    applyFonts();
    for (int i = 0; i < lines.size(); ++i) {
        if (lines.at(i).kind == LineKind::Same)
            continue;
        showSign(i, lines.at(i).kind);
        if (i == 0 || lines.at(i - 1).kind == LineKind::Same)
            m_stops.append(i);
    }
}

void IniView::showProblems(const QList<Problem>& problems)
{
    m_problems = problems;
    sortWorstFirst(m_problems);
    m_problems.resize(std::min(m_problems.size(), mostProblems));
    annotateProblems();
    // Nobody is taken away from what they type.
    if (!m_problems.isEmpty() && !hasFocus())
        goToLine(lineOf(m_problems.first()));
}

int IniView::lineOf(const Problem& problem) const
{
    return qBound(0, problem.line - 1, qMax(0, lines() - 1));
}

void IniView::annotateProblems()
{
    clearAnnotations();
    QMap<int, QStringList> byLine;
    const int character = std::max(1, QFontMetrics(m_lexer->font(QsciLexerProperties::Default)).averageCharWidth());
    const int columns = std::max(leastColumns, (viewport()->width() - marginWidth(0)) / character - 4);
    QSet<int> errors;
    for (const Problem& problem : std::as_const(m_problems)) {
        const int line = lineOf(problem);
        const QString sign = problem.severity == Severity::Error ? QStringLiteral("✕ ") : QStringLiteral("▲ ");
        byLine[line].append(wrapped(sign + texts::problem(problem), columns));
        if (problem.severity == Severity::Error)
            errors.insert(line);
    }
    m_stops = byLine.keys();
    for (auto it = byLine.cbegin(); it != byLine.cend(); ++it)
        annotate(it.key(), it.value().join(QLatin1Char('\n')), errors.contains(it.key()) ? ErrorStyle : WarningStyle);
}

} // namespace sallyport
