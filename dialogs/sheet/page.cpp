// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/page.h"

#include "dialogs/sheet/problemlabel.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/style/mnemonic.h"
#include "models/base/visibletext.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMetaMethod>
#include <QPlainTextEdit>

namespace sallyport
{

Page::Page(QLatin1StringView name, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(name);
    m_layout->setContentsMargins(metrics::section, metrics::section, metrics::section, metrics::section);
    m_layout->setSpacing(metrics::small);
}

QFormLayout* Page::form()
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        m_form->setHorizontalSpacing(metrics::wide);
        m_form->setVerticalSpacing(metrics::small);
        m_layout->addLayout(m_form);
    }
    return m_form;
}

void Page::addSection(const QString& title)
{
    auto* heading = plainLabel(title);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    if (form()->rowCount() > 0)
        heading->setContentsMargins(0, metrics::small, 0, 0);
    form()->addRow(heading);
}

QLabel* Page::problemLabelFor(QWidget* field)
{
    QLabel*& label = m_problemLabels[field];
    if (!label)
        label = new ProblemLabel(field);
    return label;
}

void Page::addRow(QWidget* label, QWidget* field, const QString& suffix)
{
    auto* cell = new QVBoxLayout;
    cell->setSpacing(metrics::tiny);
    if (suffix.isEmpty()) {
        cell->addWidget(field);
    } else {
        auto* line = new QHBoxLayout;
        line->setSpacing(metrics::small);
        line->addWidget(field);
        line->addWidget(plainLabel(suffix));
        line->addStretch();
        cell->addLayout(line);
    }
    cell->addWidget(problemLabelFor(field));
    form()->addRow(label, cell);
}

void Page::addField(const QString& label, QWidget* field, QLatin1StringView name, const QString& suffix)
{
    auto* text = plainLabel(label);
    text->setBuddy(field);
    // A label hands the focus only to what takes it itself; from there it goes on to the part that is typed in.
    if (field->focusProxy() && field->focusPolicy() == Qt::NoFocus)
        field->setFocusPolicy(Qt::StrongFocus);
    // The label keeps the height of its field, so that both stand on one line while a problem shows below.
    // A field of several lines is labelled at its first.
    text->setMinimumHeight(QLineEdit().sizeHint().height());
    text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    field->setObjectName(name);
    field->setAccessibleName(fieldName(label));
    addRow(text, field, suffix);
    watch(field);
}

void Page::addChoice(QWidget* field, QLatin1StringView name)
{
    field->setObjectName(name);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(metrics::tiny);
    cell->addWidget(field);
    cell->addWidget(problemLabelFor(field));
    form()->addRow(cell);
    watch(field);
}

void Page::addWide(QWidget* widget, QLatin1StringView name, const QString& accessibleName)
{
    widget->setObjectName(name);
    widget->setAccessibleName(accessibleName);
    m_layout->addWidget(widget, 1);
    m_layout->addWidget(problemLabelFor(widget));
    m_form = nullptr;
    watch(widget);
}

void Page::addWideLayout(QLayout* layout)
{
    m_layout->addLayout(layout);
    m_form = nullptr;
}

void Page::addBelow(QWidget* widget)
{
    m_layout->addWidget(widget);
    m_form = nullptr;
}

QLabel* Page::addNote(const QString& text)
{
    auto* note = plainLabel();
    showWords(*note, text);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(note);
    m_form = nullptr;
    return note;
}

void Page::endWithStretch()
{
    m_layout->addStretch(1);
}

void Page::watch(QWidget* field)
{
    if (!m_first)
        m_first = field;
    if (auto* line = qobject_cast<QLineEdit*>(field)) {
        connect(line, &QLineEdit::textChanged, this, &Page::fieldEdited);
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
        text->setTabChangesFocus(true);
        connect(text, &QPlainTextEdit::textChanged, this, &Page::fieldEdited);
    } else if (auto* button = qobject_cast<QAbstractButton*>(field)) {
        connect(button, &QAbstractButton::toggled, this, &Page::fieldEdited);
    } else if (auto* combo = qobject_cast<QComboBox*>(field)) {
        connect(combo, &QComboBox::currentTextChanged, this, &Page::fieldEdited);
    } else if (const int index = field->metaObject()->indexOfSignal("edited()"); index >= 0) {
        connect(field, field->metaObject()->method(index), this,
            metaObject()->method(metaObject()->indexOfSlot("fieldEdited()")));
    }
}

void Page::quietly(const std::function<void()>& load)
{
    m_loading = true;
    load();
    m_loading = false;
    m_touched.clear();
}

void Page::touch(QWidget* field)
{
    if (m_loading)
        return;
    if (!m_touched.contains(field))
        m_touched.append(field);
    emit edited();
}

void Page::fieldEdited()
{
    touch(qobject_cast<QWidget*>(sender()));
}

bool Page::hasErrors() const
{
    const QList<FieldProblem> found = problems();
    return std::any_of(found.begin(), found.end(), [](const FieldProblem& p) { return p.severity == Severity::Error; });
}

void Page::refreshProblems(bool all)
{
    QHash<QWidget*, FieldProblem> shown;
    for (const FieldProblem& problem : problems()) {
        // Warnings are about what is there already; errors wait until the field was edited.
        const bool due = all || problem.severity == Severity::Warning || m_touched.contains(problem.field);
        if (due && (!shown.contains(problem.field) || shown[problem.field].severity == Severity::Warning))
            shown[problem.field] = problem;
    }
    for (auto it = m_problemLabels.cbegin(); it != m_problemLabels.cend(); ++it) {
        FieldProblem problem = shown.value(it.key());
        // A field draws its text as it is: some characters turn what stands beside them round, others show nothing.
        const auto* line = qobject_cast<const QLineEdit*>(it.key());
        if (problem.text.isEmpty() && line && visibleText(line->text()) != line->text()) {
            problem = {it.key(),
                tr("Some of it is not seen, or is seen elsewhere: %1").arg(visibleText(excerpt(line->text()))),
                Severity::Warning};
        }
        const Tone tone = problem.remark          ? Tone::Quiet
            : problem.severity == Severity::Error ? Tone::Refused
                                                  : Tone::Attention;
        static_cast<ProblemLabel*>(it.value())->setProblem(problem.text, tone);
    }
}

UnfinishedTexts Page::unfinished() const
{
    UnfinishedTexts texts;
    if (m_touched.isEmpty() || !hasErrors())
        return texts;
    const QList<QWidget*> fields = findChildren<QWidget*>();
    for (const QWidget* field : fields) {
        if (field->objectName().isEmpty())
            continue;
        if (const auto* line = qobject_cast<const QLineEdit*>(field))
            texts.append({line->objectName(), line->text()});
        else if (const auto* lines = qobject_cast<const QPlainTextEdit*>(field))
            texts.append({lines->objectName(), lines->toPlainText()});
    }
    return texts;
}

void Page::setUnfinished(const UnfinishedTexts& texts)
{
    for (const auto& [name, text] : texts) {
        QWidget* field = findChild<QWidget*>(name);
        if (auto* line = qobject_cast<QLineEdit*>(field); line && line->text() != text)
            line->setText(text);
        else if (auto* lines = qobject_cast<QPlainTextEdit*>(field); lines && lines->toPlainText() != text)
            lines->setPlainText(text);
    }
}

bool Page::focusFirstError()
{
    for (const FieldProblem& problem : problems()) {
        if (problem.severity == Severity::Error && problem.field) {
            problem.field->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return false;
}

void Page::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(m_first))
        line->selectAll();
}

} // namespace sallyport
