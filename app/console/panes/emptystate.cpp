// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/emptystate.h"

#include "dialogs/style/labels.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport
{

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_label(plainLabel({}, this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("empty"));
    m_label->setObjectName(QStringLiteral("emptyText"));
    m_label->setWordWrap(true);
    m_label->setMinimumWidth(1); // one long word must not widen the window
    m_label->setAlignment(Qt::AlignCenter);
    m_button->setObjectName(QStringLiteral("firstStep"));
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_label);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(2);
}

void EmptyState::set(const QString& text, QAction* firstStep)
{
    m_text = text;
    m_firstStep = firstStep;
    if (firstStep) {
        m_button->setText(firstStep->text());
        m_button->setIcon(firstStep->icon());
        connect(m_button, &QPushButton::clicked, firstStep, &QAction::trigger);
        connect(firstStep, &QAction::changed, this, &EmptyState::showWords);
    }
    showWords();
}

void EmptyState::setUnknown(const QString& text)
{
    m_unknown = text;
    showWords();
}

void EmptyState::setForbidden(const QString& why)
{
    m_forbidden = why;
    showWords();
}

QWidget* EmptyState::step() const
{
    return m_firstStep && m_firstStep->isEnabled() && m_unknown.isEmpty() ? m_button : nullptr;
}

void EmptyState::showWords()
{
    sallyport::showWords(*m_label, m_unknown.isEmpty() ? m_text : m_unknown);
    const bool canStep = m_firstStep && m_firstStep->isEnabled();
    m_button->setVisible(m_firstStep && m_unknown.isEmpty());
    m_button->setEnabled(canStep);
    m_button->setToolTip(canStep ? QString() : plainTip(m_forbidden));
}

} // namespace sallyport
