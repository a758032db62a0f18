// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/pane.h"

#include "app/console/panes/draftsheet.h"
#include "app/console/panes/elidedlabel.h"
#include "app/console/panes/emptystate.h"
#include "app/console/panes/inspectorlabel.h"
#include "app/console/panes/inspectorscroll.h"
#include "app/console/panes/rowmenu.h"
#include "app/console/panes/savedfilters.h"
#include "app/console/panes/titleline.h"
#include "app/console/panes/troubleline.h"
#include "dialogs/sheet/pagescroll.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "dialogs/texts/errortexts.h"
#include "models/base/visibletext.h"
#include "models/items/tablemodel.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QAction>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

namespace sallyport
{

namespace
{

constexpr std::chrono::seconds agesMove{5};

QFrame* line(QWidget* parent)
{
    auto* frame = new QFrame(parent);
    frame->setFrameShape(QFrame::HLine);
    frame->setFrameShadow(QFrame::Plain);
    frame->setForegroundRole(QPalette::Mid);
    return frame;
}

} // namespace

Pane::Pane(NodeKind kind, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_titleLine(new TitleLine)
    , m_above(new QVBoxLayout)
    , m_stack(new QStackedLayout)
    , m_title(new ElidedLabel(this))
    , m_sentence(new ElidedLabel(this))
    , m_filterProblem(plainLabel({}, this))
    , m_trouble(new TroubleLine(this))
    , m_inspector(new InspectorLabel(this))
    , m_inspectorScroll(new InspectorScroll(m_inspector, this))
    , m_empty(new EmptyState)
    , m_emptyScroll(new PageScroll(m_empty))
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
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(1);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_filterProblem->setObjectName(QStringLiteral("filterProblem"));
    m_filterProblem->setWordWrap(true);
    m_filterProblem->setMinimumWidth(1); // one long word must not widen the window
    m_filterProblem->setAlignment(Qt::AlignRight);
    m_filterProblem->hide();
    m_inspector->setAccessibleDescription(tr("Inspector"));
    connect(m_inspector, &QLabel::linkActivated, this, &Pane::inspectorLink);
    m_ages.setObjectName(QStringLiteral("ages"));
    m_ages.setInterval(agesMove);
    connect(&m_ages, &QTimer::timeout, this, &Pane::showAges);

    m_emptyScroll->setParent(this); // before the stack shows it, which it would as a window
    m_emptyScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_emptyScroll);

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
    foot->addWidget(m_inspectorScroll);

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
        button->installEventFilter(this);
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
    m_saved = new SavedFilters(objectName(), *m_filter, this);
    addAbove(m_saved);
    connect(m_saved, &SavedFilters::reported, this, &Pane::reported);
    connect(m_filter, &FilterField::left, this, &Pane::leaveFilter);
    connect(m_filter, &FilterField::problemChanged, this, [this](const QString& problem) {
        showWords(*m_filterProblem, problem);
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
    showWords(*m_sentence, text);
    m_sentence->setWordWrap(!m_low.value_or(false));
}

void Pane::setContent(QWidget* content)
{
    m_content = content;
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(content);
    content->addActions(m_actions);
}

QString Pane::sentenceText() const
{
    return m_sentence->text();
}

void Pane::addAbove(QWidget* widget)
{
    m_above->addWidget(widget);
}

void Pane::setEmptyState(const QString& text, QAction* firstStep)
{
    m_empty->set(text, firstStep);
}

// That there is nothing is said only of what is known.
bool Pane::isUnknown() const
{
    if (!m_server || m_server->isOnline())
        return false;
    switch (m_kind) {
    case NodeKind::Services:
    case NodeKind::Sessions:
    case NodeKind::FirewallClients:
    case NodeKind::History:
    case NodeKind::AuditTrail:
        return true;
    default:
        return m_server->draft().baseRevision() == 0;
    }
}

QString Pane::unknown() const
{
    return isUnknown() ? tr("Not connected to %1; nothing is known.").arg(m_server->displayName()) : QString();
}

void Pane::showEmpty(bool empty)
{
    const bool hadKeys = empty && m_content && m_content->isAncestorOf(window()->focusWidget());
    m_stack->setCurrentWidget(empty || !m_content ? m_emptyScroll : m_content);
    if (hadKeys)
        focusContent();
    if (empty || !m_contentWanted || !m_content)
        return;
    // Unless the keys have gone on meanwhile.
    const QWidget* focus = window()->focusWidget();
    if (!focus || focus == this || m_empty->isAncestorOf(focus))
        focusContent();
    m_contentWanted = false;
}

void Pane::setServer(Server& server)
{
    if (m_server == &server)
        return;
    m_server = &server;
    const auto showWhatIsKnown = [this] {
        m_empty->setUnknown(unknown());
        m_empty->setForbidden(forbidden());
    };
    connect(m_server, &Server::reachChanged, this, showWhatIsKnown);
    connect(m_server, &Server::policyChanged, this, showWhatIsKnown);
    showWhatIsKnown();
}

QString Pane::forbidden() const
{
    if (!m_server)
        return {};
    const bool live = m_kind == NodeKind::Sessions || m_kind == NodeKind::Services;
    if (!live)
        return mayNotChange(*m_server);
    if (m_server->mayOperate())
        return {};
    if (!m_server->isOnline())
        return tr("Not connected to %1.").arg(m_server->displayName());
    return tr("Your role on this server, %1, does not allow it.").arg(texts::role(m_server->role()));
}

void Pane::setTrouble(const QString& text, std::function<void()> retry)
{
    m_trouble->set(text, std::move(retry));
}

void Pane::showTroubles(Server& server, const QList<Thing>& things)
{
    const auto show = [this, &server, things] {
        QStringList sentences;
        QList<Thing> failed;
        for (const Thing thing : things) {
            if (const QString words = server.troubles().words(thing); !words.isEmpty()) {
                sentences.append(words);
                failed.append(thing);
            }
        }
        setTrouble(sentences.join(u' '), [&server, failed] {
            for (const Thing thing : failed)
                server.tryAgain(thing);
        });
    };
    connect(&server, &Server::troublesChanged, this, show);
    show();
}

void Pane::setInspector(const QString& html)
{
    m_inspector->setHtml(visibleHtml(html));
    m_inspectorScroll->updateGeometry();
}

void Pane::report(const QString& text, Tone tone, Undo undo)
{
    emit reported({text, tone, std::move(undo)});
}

} // namespace sallyport
