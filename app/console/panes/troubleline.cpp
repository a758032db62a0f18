// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/troubleline.h"

#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "models/base/visibletext.h"

#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace sallyport
{

TroubleLine::TroubleLine(QWidget* parent)
    : QWidget(parent)
    , m_shape(plainLabel({}, this))
    , m_label(richLabel({}, this))
{
    m_shape->setObjectName(QStringLiteral("troubleShape"));
    m_shape->setAccessibleName(tr("Attention"));
    m_label->setObjectName(QStringLiteral("trouble"));
    m_label->setWordWrap(true);
    m_label->setMinimumWidth(1); // one long word must not widen the window
    m_label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_shape, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    connect(m_label, &QLabel::linkActivated, this, [this] {
        const auto retry = m_retry; // which may set another
        retry();
    });
    hide();
}

void TroubleLine::set(const QString& text, std::function<void()> retry)
{
    m_retry = std::move(retry);
    const QString words = boundedWords(visibleText(text)).toHtmlEscaped();
    m_label->setText(m_retry ? tr("%1 <a href=\"retry\">Retry</a>").arg(words) : words);
    showTone(*m_shape, Tone::Attention);
    setVisible(!text.isEmpty());
}

} // namespace sallyport
