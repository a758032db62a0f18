// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/filterfield.h"

#include "app/console/panes/filterpopup.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "models/base/visibletext.h"
#include "models/items/texts.h"
#include "models/policy/filterwords.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace sallyport
{

namespace
{

Tone toneOf(FilterField::State state)
{
    switch (state) {
    case FilterField::State::Empty:
        return Tone::Quiet;
    case FilterField::State::Understood:
        return Tone::Confirmed;
    case FilterField::State::HalfTyped:
        return Tone::Accent;
    case FilterField::State::Wrong:
        return Tone::Refused;
    }
    return Tone::Text;
}

} // namespace

FilterField::FilterField(QWidget* parent)
    : QLineEdit(parent)
    , m_popup(new FilterPopup(this))
    , m_sign(addAction(icon(QLatin1StringView("search"), Tone::Quiet), QLineEdit::LeadingPosition))
{
    setObjectName(QStringLiteral("filter"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter"));
    setClearButtonEnabled(true);
    // Qt gives its own glyph no name.
    if (auto* clear = findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(tr("Clear"));
    m_sign->setObjectName(QStringLiteral("filterSign"));
    m_sign->setText(tr("How to write a filter"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    connect(m_sign, &QAction::triggered, this, &FilterField::showHelp);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.trimmed().isEmpty())
            setStatus({});
    });
    connect(this, &QLineEdit::textEdited, this, [this] { offer(); });
    connect(m_popup, &FilterPopup::picked, this, &FilterField::take);
    showState();
}

void FilterField::setSource(const FilterSource& source)
{
    m_source = source;
    showState();
}

void FilterField::setStatus(const Status& status)
{
    const QString problem = status ? QString() : visibleWords(texts::detail(status.error()));
    m_state = !status                ? status.error().code == ErrorCode::Missing ? State::HalfTyped : State::Wrong
        : text().trimmed().isEmpty() ? State::Empty
                                     : State::Understood;
    const bool isNew = m_problem != problem;
    m_problem = problem;
    showState();
    if (isNew)
        emit problemChanged(problem);
}

void FilterField::addWord(const QString& word)
{
    const bool isNegated = word.startsWith(u'-');
    const QString opposite = isNegated ? word.mid(1) : QString(u'-' + word);
    QStringList kept;
    const FilterWords typed = filterWords(text());
    for (const FilterText& one : typed.words) {
        if (one.raw != word && one.raw != opposite)
            kept.append(one.raw);
    }
    if (typed.isOpen && !kept.isEmpty())
        kept.last().append(u'"');
    kept.append(word);
    setText(kept.join(u' '));
}

QString FilterField::understood() const
{
    if (!m_source.fields)
        return {};
    const Result<Filter> read = Filter::parse(text(), m_source.fields(), Filter::Naming::Beginning);
    return read ? read->text : QString();
}

QString FilterField::help() const
{
    return filterHelp(m_source.fields ? m_source.fields() : QList<Filter::Field>());
}

void FilterField::showHelp()
{
    QToolTip::showText(mapToGlobal(QPoint(0, height())), help(), this);
}

// Tab is the popup's before it moves the focus.
bool FilterField::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_problem.isEmpty()) {
        showHelp();
        return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        if (const FilterHint* hint = m_popup->chosen()) {
            take(FilterHint(*hint));
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent* event)
{
    const bool isOffering = m_popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Escape:
        if (isOffering) {
            m_popup->hide();
            return;
        }
        if (!text().isEmpty()) {
            clear();
            return;
        }
        break;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (isOffering) {
            m_popup->move(event->key() == Qt::Key_Down ? 1 : -1);
            return;
        }
        if (event->key() == Qt::Key_Up)
            break;
        emit left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const FilterHint* hint = m_popup->chosen()) {
            take(FilterHint(*hint));
        } else {
            m_popup->hide();
            emit left();
        }
        return;
    case Qt::Key_F1:
        showHelp();
        return;
    case Qt::Key_Space:
        if (event->modifiers() & Qt::ControlModifier) {
            offer(true);
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::focusOutEvent(QFocusEvent* event)
{
    m_popup->hide();
    m_counts.clear();
    QLineEdit::focusOutEvent(event);
}

// Values are counted once for as long as hints are shown, not on every key.
void FilterField::offer(bool all)
{
    const QString after = text().mid(cursorPosition());
    if (!m_source.fields || (!after.isEmpty() && !after.front().isSpace())) {
        m_popup->hide();
        return;
    }
    if (!m_popup->isVisible())
        m_counts.clear();
    FilterSource source = m_source;
    source.values = [this](const QString& field) {
        auto known = m_counts.constFind(field);
        if (known == m_counts.cend())
            known = m_counts.insert(field, m_source.values(field));
        return *known;
    };
    m_popup->showHints(filterHints(text().left(cursorPosition()), source, all));
}

void FilterField::take(const FilterHint& hint)
{
    const QString before = text().left(cursorPosition());
    const FilterWords typed = filterWords(before);
    const bool isBegun = !typed.words.isEmpty() && (typed.isOpen || !before.back().isSpace());
    const QString kept = isBegun ? before.left(typed.words.last().start) : before;
    const QString after = text().mid(cursorPosition());
    m_popup->hide();
    setText(kept + hint.word + after);
    setCursorPosition(static_cast<int>(kept.size() + hint.word.size()));
    if (QStringLiteral(":<>").contains(hint.word.back()))
        offer();
}

void FilterField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        showState();
}

void FilterField::showState()
{
    if (m_colouring)
        return;
    m_colouring = true;
    const bool isEmpty = m_state == State::Empty;
    m_sign->setIcon(isEmpty ? icon(QLatin1StringView("search"), Tone::Quiet) : toneIcon(toneOf(m_state)));
    // Of this palette the fill alone is the field's own: all else follows the application's.
    QPalette palette;
    if (!isEmpty)
        palette.setColor(QPalette::Base, toneFill(toneOf(m_state), QApplication::palette()));
    setPalette(palette);
    const QString told = m_state == State::Understood ? tr("Understood")
        : m_state == State::HalfTyped                 ? tr("Half-typed: %1").arg(m_problem)
        : m_state == State::Wrong                     ? tr("Wrong: %1").arg(m_problem)
                                                      : tr("F1 says how to write one");
    setAccessibleDescription(told);
    m_sign->setToolTip(m_problem.isEmpty() ? m_sign->text() : plainTip(told));
    setToolTip(plainTip(m_problem));
    m_colouring = false;
    update();
}

// A line that is seen where the fill is not.
void FilterField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_state == State::Empty)
        return;
    constexpr int width = 2;
    QPainter painter(this);
    painter.setPen(QPen(toneColor(toneOf(m_state), QApplication::palette()), width));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace sallyport
