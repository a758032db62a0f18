// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/groups.h"

#include "app/console/panes/filterfield.h"
#include "app/console/panes/mnemonics.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/items/groupwords.h"
#include "models/items/sessionsmodel.h"
#include "models/items/texts.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport
{

namespace
{
const QString fieldKey = QStringLiteral("sessions/groupedBy");
constexpr int leastListCharacters = 12; // of either list
const QString widthsKey = QStringLiteral("sessions/groupsWidths");
} // namespace

GroupsView::GroupsView(QWidget* parent)
    : ListView(QStringLiteral("groupsList"), tr("Groups"), parent)
{
}

bool GroupsView::isOnBox(const QModelIndex& index, const QPoint& at) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    option.features |= QStyleOptionViewItem::HasCheckIndicator;
    return index.column() == SessionGroups::Value
        && style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, this).contains(at);
}

void GroupsView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && event->key() == Qt::Key_Space && currentIndex().isValid())
        emit toggled(currentIndex().row());
    else
        ListView::keyPressEvent(event);
}

// The second of two quick clicks is a click.
void GroupsView::mouseDoubleClickEvent(QMouseEvent* event)
{
    mousePressEvent(event);
}

void GroupsView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    const bool isClick = event->button() == Qt::LeftButton && index.isValid() && state() != DragSelectingState;
    const bool isToggle = event->modifiers() & Qt::ControlModifier || isOnBox(index, at);
    ListView::mouseReleaseEvent(event);
    if (isClick && isToggle)
        emit toggled(index.row());
    else if (isClick)
        emit onlyWanted();
}

Groups::Groups(SessionsModel& sessions, const Clock& clock, FilterField& filter, QWidget* parent)
    : QWidget(parent)
    , m_filter(filter)
    , m_sessions(sessions)
    , m_model(sessions, clock)
    , m_view(new GroupsView(this))
    , m_more(plainLabel({}, this))
    , m_menu(new QMenu(tr("&Group By"), this))
    , m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("groups"));
    m_more->setObjectName(QStringLiteral("moreGroups"));
    m_more->setWordWrap(true);
    m_more->setMinimumWidth(1);
    m_more->setContentsMargins(metrics::small, metrics::tiny, metrics::small, metrics::tiny);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_more);
    setMinimumWidth(fontMetrics().averageCharWidth() * leastListCharacters);

    m_view->setModel(&m_model);
    m_view->header()->setSortIndicator(SessionGroups::Sessions, Qt::DescendingOrder);
    m_view->setUpColumns({18, 6, 10});
    m_view->menu().setFilters(true);
    connect(&m_view->menu(), &RowMenu::wordWanted, &m_filter, &FilterField::addWord);
    connect(m_view, &GroupsView::onlyWanted, this, &Groups::chooseSelected);
    connect(m_view, &ListView::opened, this, &Groups::chooseSelected);
    connect(m_view, &GroupsView::toggled, this, &Groups::toggle);
    m_model.setHeld([this] { return m_view->underMouse() || m_view->hasFocus(); });
    connect(&m_model, &SessionGroups::counted, this, &Groups::showCount);

    m_menu->setObjectName(QStringLiteral("groupByMenu"));
    const QList<Filter::Field> known = sessions.knownFields();
    addChoice({}, tr("Nothing"));
    for (const QString& field : GroupTally::fields())
        addChoice(field, Filter::fieldNamed(field, known, Filter::Naming::Whole)->title);
    keepMnemonicsApart(*m_menu);
    setField(QSettings().value(fieldKey).toString());
}

void Groups::addChoice(const QString& field, const QString& text)
{
    auto* choice = new QAction(text, this); // not the menu's own, which can't be searched for
    m_menu->addAction(choice);
    choice->setObjectName(QStringLiteral("groupBy/") + field);
    choice->setCheckable(true);
    choice->setData(field);
    m_choices->addAction(choice);
    connect(choice, &QAction::triggered, this, [this, field] {
        QSettings().setValue(fieldKey, field);
        setField(field);
    });
}

void Groups::setField(const QString& field)
{
    m_model.setField(field);
    const QList<QAction*> choices = m_choices->actions();
    for (QAction* choice : choices)
        choice->setChecked(choice->data().toString() == m_model.field());
    m_more->hide();
    if (m_view->hasFocus() && m_model.field().isEmpty() && m_beside)
        m_beside->setFocus(Qt::OtherFocusReason);
    setVisible(!m_model.field().isEmpty());
}

QSplitter* Groups::beside(QWidget* sessions)
{
    m_beside = sessions;
    auto* splitter = new QSplitter(Qt::Horizontal, parentWidget());
    splitter->setObjectName(QStringLiteral("groupsSplitter"));
    const bool wasHidden = isHidden();
    splitter->addWidget(this);
    splitter->addWidget(sessions);
    setVisible(!wasHidden); // in a splitter it shows itself
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    sessions->setMinimumWidth(minimumWidth());
    const int width = fontMetrics().averageCharWidth() * 48; // of their columns
    splitter->setSizes({width, 3 * width});
    splitter->restoreState(QSettings().value(widthsKey).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this,
        [splitter] { QSettings().setValue(widthsKey, splitter->saveState()); });
    return splitter;
}

void Groups::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.setWatched(true);
}

void Groups::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        m_model.setWatched(false);
}

void Groups::refresh()
{
    m_model.refresh();
}

void Groups::choose(const QStringList& values)
{
    const QString text = withGroups(m_filter.text(), m_sessions.knownFields(), m_model.field(), values);
    if (text != m_filter.text())
        m_filter.setText(text);
}

void Groups::chooseSelected()
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectedRows();
    for (const QModelIndex& index : selected)
        rows.append(index.row());
    choose(m_model.values(rows));
}

void Groups::toggle(int row)
{
    choose(m_model.toggled(row));
}

void Groups::showCount()
{
    const auto all = static_cast<qint64>(m_model.groups());
    const auto most = static_cast<qint64>(SessionGroups::mostShown);
    showWords(*m_more, tr("The %1 with the most sessions, of %2.").arg(texts::count(most), texts::count(all)));
    m_more->setVisible(all > most);
}

} // namespace sallyport
