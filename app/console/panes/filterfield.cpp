// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/filterfield.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/theme.h"
#include "models/base/visibletext.h"

#include <QAction>
#include <QKeyEvent>

namespace sallyport
{

FilterField::FilterField(QWidget* parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("filter"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter"));
    setClearButtonEnabled(true);
    addAction(icon(QLatin1StringView("search"), Tone::Quiet), QLineEdit::LeadingPosition)->setText(tr("Filter"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    connect(this, &QLineEdit::textChanged, this, &FilterField::colour);
}

void FilterField::setProblem(const QString& text)
{
    const QString problem = visibleWords(text);
    if (m_problem != problem) {
        m_problem = problem;
        setToolTip(problem);
        setAccessibleDescription(problem);
        emit problemChanged(problem);
    }
    colour();
}

void FilterField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::colour()
{
    const bool filters = !text().trimmed().isEmpty();
    setToneFill(*this, QPalette::Base,
        filters ? std::optional(m_problem.isEmpty() ? Tone::Confirmed : Tone::Refused) : std::nullopt);
}

} // namespace sallyport
