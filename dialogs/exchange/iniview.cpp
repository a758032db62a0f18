// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/iniview.h"

#include "dialogs/style/metrics.h"
#include "dialogs/style/theme.h"
#include "models/items/texts.h"

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
constexpr int addedSign = 3;
constexpr int removedSign = 4;
constexpr int signMargin = 1;
constexpr qsizetype mostProblems = 500;

// Scintilla knows no translucent line backgrounds everywhere; the fill is mixed here.
QColor mixed(const QColor& fill, const QColor& base)
{
    const qreal part = fill.alphaF();
    return QColor::fromRgbF(fill.redF() * part + base.redF() * (1 - part),
        fill.greenF() * part + base.greenF() * (1 - part), fill.blueF() * part + base.blueF() * (1 - part));
}

} // namespace

IniView::IniView(QWidget* parent)
    : QsciScintilla(parent)
    , m_lexer(new QsciLexerProperties(this))
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_lexer->setDefaultFont(fixed);
    m_lexer->setFont(fixed);
    setMarginsFont(fixed);
    m_lexer->setFoldCompact(false);
    setLexer(m_lexer);
    setUtf8(true);
    setWrapMode(QsciScintilla::WrapNone);
    setMarginType(0, QsciScintilla::NumberMargin);
    setMarginWidth(0, QStringLiteral("00000"));
    setMarginType(signMargin, QsciScintilla::SymbolMargin);
    setMarginWidth(signMargin, 0);
    setMarginMarkerMask(signMargin, (1 << addedSign) | (1 << removedSign));
    setMarginWidth(2, 0);
    markerDefine(QsciScintilla::Background, addedMarker);
    markerDefine(QsciScintilla::Background, removedMarker);
    markerDefine('+', addedSign);
    markerDefine('-', removedSign);
    setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setMinimumHeight(metrics::rowHeight * 8);
    applyColours();
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
    QFont bold = m_lexer->font(QsciLexerProperties::Section);
    bold.setBold(true);
    m_lexer->setFont(bold, QsciLexerProperties::Section);
    setPaper(base);
    setColor(text);
    setCaretForegroundColor(text);
    setMarginsBackgroundColor(colours.color(QPalette::Window));
    setMarginsForegroundColor(toneColor(Tone::Quiet, colours));
    setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    setSelectionForegroundColor(colours.color(QPalette::HighlightedText));
    setMarkerBackgroundColor(mixed(toneFill(Tone::Confirmed, colours), base), addedMarker);
    setMarkerBackgroundColor(mixed(toneFill(Tone::Refused, colours), base), removedMarker);
    setMarkerForegroundColor(toneColor(Tone::Confirmed, colours), addedSign);
    setMarkerForegroundColor(toneColor(Tone::Refused, colours), removedSign);
    setMarkerBackgroundColor(base, addedSign);
    setMarkerBackgroundColor(base, removedSign);
}

void IniView::changeEvent(QEvent* event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
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
    if (m_firstProblem >= 0)
        ensureLineVisible(m_firstProblem);
}

void IniView::showText(const QString& text)
{
    const bool readOnly = isReadOnly();
    setReadOnly(false);
    clearAnnotations();
    markerDeleteAll();
    setMarginWidth(0, QStringLiteral("00000"));
    setMarginWidth(signMargin, 0);
    setText(text);
    setReadOnly(readOnly);
}

void IniView::showDifference(const QList<DiffLine>& lines)
{
    QStringList texts;
    for (const DiffLine& line : lines)
        texts.append(line.text);
    showText(texts.join(QLatin1Char('\n')));
    setMarginWidth(0, 0);
    setMarginWidth(signMargin, metrics::iconSize);
    for (int i = 0; i < lines.size(); ++i) {
        if (lines.at(i).kind == LineKind::Added) {
            markerAdd(i, addedMarker);
            markerAdd(i, addedSign);
        } else if (lines.at(i).kind == LineKind::Removed) {
            markerAdd(i, removedMarker);
            markerAdd(i, removedSign);
        }
    }
}

void IniView::showProblems(const QList<Problem>& problems)
{
    clearAnnotations();
    const QPalette colours = palette();
    const QColor base = colours.color(QPalette::Base);
    const auto styleFor = [&](Tone tone) {
        return QsciStyle(-1, QString(), toneColor(tone, colours), mixed(toneFill(tone, colours), base), font());
    };
    const QsciStyle error = styleFor(Tone::Refused);
    const QsciStyle warning = styleFor(Tone::Attention);
    QMap<int, QStringList> byLine;
    QSet<int> errors;
    for (const Problem& problem : problems.first(std::min(problems.size(), mostProblems))) {
        const int line = qBound(0, problem.line - 1, qMax(0, lines() - 1));
        const QString sign = problem.severity == Severity::Error ? QStringLiteral("✕ ") : QStringLiteral("▲ ");
        byLine[line].append(sign + texts::problem(problem));
        if (problem.severity == Severity::Error)
            errors.insert(line);
    }
    // An error stops what is being done, so it comes before any warning.
    m_firstProblem = !errors.isEmpty() ? *std::min_element(errors.cbegin(), errors.cend())
        : byLine.isEmpty()             ? -1
                                       : byLine.firstKey();
    // Brought into view, unless somebody is typing elsewhere in the text.
    if (m_firstProblem >= 0 && !hasFocus())
        ensureLineVisible(m_firstProblem);
    for (auto it = byLine.cbegin(); it != byLine.cend(); ++it)
        annotate(it.key(), it.value().join(QLatin1Char('\n')), errors.contains(it.key()) ? error : warning);
}

} // namespace sallyport
