// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/pane.h"

#include "app/console/panes/elidedlabel.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>

namespace sallyport
{

namespace
{

constexpr int agesMove = 5000; // milliseconds

QFrame* line(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setFrameShape(QFrame::HLine);
    frame->setFrameShadow(QFrame::Plain);
    frame->setForegroundRole(QPalette::Mid);
    return frame;
}

QLabel* label(const QString& name, QWidget* parent)
{
    auto* made = new QLabel(parent);
    made->setObjectName(name);
    made->setWordWrap(true);
    made->setMinimumWidth(1); // one long word must not widen the window
    return made;
}

} // namespace

Pane::Pane(NodeKind kind, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_titleLine(new QHBoxLayout)
    , m_above(new QVBoxLayout)
    , m_stack(new QStackedLayout)
    , m_title(new ElidedLabel(this))
    , m_sentence(label(QStringLiteral("sentence"), this))
    , m_filterProblem(label(QStringLiteral("filterProblem"), this))
    , m_trouble(label(QStringLiteral("trouble"), this))
    , m_inspector(label(QStringLiteral("inspector"), this))
    , m_emptyText(label(QStringLiteral("emptyText"), this))
    , m_emptyButton(new QPushButton(this))
    , m_empty(new QWidget(this))
{
    setObjectName(name);
    setAccessibleName(ConsoleTreeModel::title(kind));
    setContextMenuPolicy(Qt::ActionsContextMenu); // beside the list as well
    m_title->setObjectName(QStringLiteral("title"));
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.35);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setText(ConsoleTreeModel::title(kind));
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_titleLine->addWidget(m_title, 1);
    m_titleLine->setSpacing(metrics::tiny);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_filterProblem->setAlignment(Qt::AlignRight);
    m_filterProblem->hide();
    m_trouble->setTextFormat(Qt::RichText);
    m_trouble->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_trouble->hide();
    connect(m_trouble, &QLabel::linkActivated, this, [this] {
        const auto retry = m_retry; // which may set another
        retry();
    });
    m_inspector->setTextFormat(Qt::RichText);
    m_inspector->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_inspector->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_inspector->setMinimumHeight(3 * fontMetrics().height() + metrics::small);
    m_inspector->setAccessibleName(tr("Inspector"));
    connect(m_inspector, &QLabel::linkActivated, this, &Pane::inspectorLink);

    m_empty->setObjectName(QStringLiteral("empty"));
    auto* emptyLayout = new QVBoxLayout(m_empty);
    emptyLayout->addStretch(1);
    m_emptyText->setAlignment(Qt::AlignCenter);
    emptyLayout->addWidget(m_emptyText);
    m_emptyButton->setObjectName(QStringLiteral("firstStep"));
    emptyLayout->addWidget(m_emptyButton, 0, Qt::AlignHCenter);
    emptyLayout->addStretch(2);
    m_stack->addWidget(m_empty);

    auto* head = new QVBoxLayout;
    head->setContentsMargins(metrics::section, metrics::wide, metrics::section, metrics::small);
    head->setSpacing(metrics::tiny);
    head->addLayout(m_titleLine);
    auto* second = new QHBoxLayout;
    second->addWidget(m_sentence, 1);
    second->addWidget(m_filterProblem, 1);
    head->addLayout(second);
    m_above->setContentsMargins(metrics::section, 0, metrics::section, metrics::small);
    m_above->addWidget(m_trouble);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(metrics::section, metrics::small, metrics::section, metrics::small);
    foot->addWidget(m_inspector);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(m_above);
    layout->addWidget(line(this));
    layout->addLayout(m_stack, 1);
    layout->addWidget(line(this));
    layout->addLayout(foot);
}

QAction* Pane::standardAction(Standard standard) const
{
    return m_standard.value(static_cast<int>(standard));
}

QAction* Pane::addPaneAction(const QString& name, const QString& text, QLatin1StringView iconName, bool prominent)
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    // Shortcuts work where the pane has the focus, so that two panes may use one key.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    m_actions.append(action);
    if (m_content)
        m_content->addAction(action);
    if (prominent) {
        auto* button = new QToolButton(this);
        button->setObjectName(name + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_titleLine->addWidget(button);
        connect(
            action, &QAction::visibleChanged, button, [button, action] { button->setVisible(action->isVisible()); });
    }
    return action;
}

void Pane::setStandard(Standard standard, QAction* action)
{
    m_standard.insert(static_cast<int>(standard), action);
}

void Pane::addFilter()
{
    m_filter = new FilterField(this);
    m_titleLine->addSpacing(metrics::small);
    m_titleLine->addWidget(m_filter, 2);
    connect(m_filter, &FilterField::problemChanged, this, [this](const QString& problem) {
        m_filterProblem->setText(problem);
        m_filterProblem->setVisible(!problem.isEmpty());
        m_sentence->setVisible(problem.isEmpty());
    });
}

void Pane::setTitle(const QString& text)
{
    m_title->setText(text);
}

void Pane::setSentence(const QString& text)
{
    m_sentence->setText(visibleWords(text));
}

void Pane::setContent(QWidget* content)
{
    m_content = content;
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(content);
    content->addActions(m_actions);
}

void Pane::addAbove(QWidget* widget)
{
    m_above->addWidget(widget);
}

void Pane::setEmptyState(const QString& text, QAction* firstStep)
{
    m_emptyText->setText(text);
    m_emptyButton->setVisible(firstStep != nullptr);
    if (!firstStep)
        return;
    m_emptyButton->setText(firstStep->text());
    m_emptyButton->setIcon(firstStep->icon());
    connect(m_emptyButton, &QPushButton::clicked, firstStep, &QAction::trigger);
}

void Pane::showEmpty(bool empty)
{
    m_stack->setCurrentWidget(empty || !m_content ? m_empty : m_content);
}

void Pane::setTrouble(const QString& text, std::function<void()> retry)
{
    m_retry = std::move(retry);
    const QString words = visibleText(text).toHtmlEscaped();
    m_trouble->setText(m_retry ? tr("%1 <a href=\"retry\">Retry</a>").arg(words) : words);
    m_trouble->setVisible(!text.isEmpty());
}

void Pane::setInspector(const QString& html)
{
    m_inspector->setText(visibleHtml(html));
}

void Pane::whileSeen(const std::function<void()>& moveAges)
{
    auto* ages = new QTimer(this);
    ages->setObjectName(QStringLiteral("ages"));
    connect(ages, &QTimer::timeout, this, [this, moveAges] {
        if (isVisible())
            moveAges();
    });
    ages->start(agesMove);
}

void Pane::report(const QString& text, Tone tone, std::function<void()> undo)
{
    emit reported({text, tone, std::move(undo)});
}

} // namespace sallyport
