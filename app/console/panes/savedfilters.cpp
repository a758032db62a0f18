// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/savedfilters.h"

#include "app/console/panes/filterbutton.h"
#include "app/console/panes/filterfield.h"
#include "app/console/panes/morefilters.h"
#include "app/console/panes/nameeditor.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QToolButton>

#include <utility>

namespace sallyport
{

namespace
{

QString onButton(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

SavedFilters::SavedFilters(const QString& name, FilterField& field, QWidget* parent)
    : QWidget(parent)
    , m_filters(name)
    , m_field(field)
    , m_keep(field.addAction(icon(QLatin1StringView("add")), QLineEdit::TrailingPosition))
    , m_more(new MoreFilters(this))
    , m_editor(new NameEditor(this))
{
    setObjectName(QStringLiteral("savedFilters"));
    setAccessibleName(tr("Saved filters"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::tiny);
    row->addWidget(m_more);
    row->addStretch(1);
    m_editor->setObjectName(QStringLiteral("filterName"));
    m_editor->setAccessibleName(tr("Name of the filter"));
    connect(m_editor, &NameEditor::renamed, this, &SavedFilters::rename);
    connect(m_editor, &NameEditor::leftByKey, this, [this] {
        if (const qsizetype at = m_filters.all().indexOf(m_renamed); at >= 0)
            m_buttons.at(at)->setFocus(Qt::OtherFocusReason);
    });
    m_keep->setObjectName(QStringLiteral("keepFilter"));
    m_keep->setText(tr("Keep Filter as a Button"));
    m_keep->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_keep->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_keep->setToolTip(
        tr("Keep this filter as a button (%1)").arg(m_keep->shortcut().toString(QKeySequence::NativeText)));
    parent->addAction(m_keep);
    connect(m_keep, &QAction::triggered, this, &SavedFilters::keep);
    connect(&field, &QLineEdit::textChanged, this, &SavedFilters::showInForce);
    field.installEventFilter(this);
    load();
}

void SavedFilters::load()
{
    if (m_filters.load() || m_filters.all().isEmpty())
        showButtons();
}

QToolButton* SavedFilters::makeButton(const QString& filter)
{
    auto* button = new FilterButton(this);
    const QString shown = m_filters.nameOf(filter);
    QStringList tip{shown, visibleText(filter)};
    tip.removeDuplicates();
    button->setObjectName(QStringLiteral("savedFilter"));
    button->setText(onButton(shown));
    button->setToolTip(plainTip(tip.join(u'\n')));
    button->setAccessibleName(tr("Filter %1").arg(shown));
    connect(button, &QToolButton::clicked, this, [this, filter] { press(filter); });
    connect(button, &QWidget::customContextMenuRequested, this, [this, filter, button] { showMenu(filter, button); });
    button->installEventFilter(this);
    return button;
}

// The one that has the focus may be among those that go: the one in its place has it then.
void SavedFilters::showButtons()
{
    qsizetype focused = -1;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->hasFocus())
            focused = i;
    }
    const QList<QToolButton*> gone = std::exchange(m_buttons, {});
    auto* row = static_cast<QHBoxLayout*>(layout());
    QWidget* before = &m_field;
    for (const QString& filter : m_filters.all()) {
        QToolButton* button = makeButton(filter);
        row->insertWidget(static_cast<int>(m_buttons.size()), button);
        m_buttons.append(button);
        button->show();
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_more);
    setVisible(!m_buttons.isEmpty());
    if (focused >= 0 && m_buttons.isEmpty())
        m_field.setFocus(Qt::OtherFocusReason);
    else if (focused >= 0)
        m_buttons.at(qMin(focused, m_buttons.size() - 1))->setFocus(Qt::OtherFocusReason);
    for (QToolButton* button : gone) {
        row->removeWidget(button);
        button->setObjectName({});
        button->hide();
        button->deleteLater(); // it may be what is acting
    }
    showInForce();
}

void SavedFilters::showInForce()
{
    const QString inForce = m_field.understood();
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(m_filters.all().at(i) == inForce);
    m_more->share(m_buttons, width());
    m_keep->setVisible(!inForce.isEmpty() && !m_filters.all().contains(inForce));
}

QList<QWidget*> SavedFilters::tabStops() const
{
    QList<QWidget*> stops(m_buttons.begin(), m_buttons.end());
    stops.append(m_more);
    return stops;
}

// That of the menu alone: however many there are, they widen no window.
QSize SavedFilters::minimumSizeHint() const
{
    return {m_more->sizeHint().width(), QWidget::minimumSizeHint().height()};
}

void SavedFilters::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_more->share(m_buttons, width());
    placeEditor();
}

void SavedFilters::beginRename(const QString& filter)
{
    if (!m_filters.all().contains(filter))
        return;
    m_renamed = filter;
    m_editor->open(m_filters.nameOf(filter));
    placeEditor();
}

// Over its button, or as near to it as there is room.
void SavedFilters::placeEditor()
{
    const qsizetype at = m_filters.all().indexOf(m_renamed);
    if (m_editor->isHidden() || at < 0)
        return;
    const QRect button = m_buttons.at(at)->geometry();
    const int least = fontMetrics().averageCharWidth() * FilterButton::mostCharacters;
    const int width = qMin(qMax(button.width(), least), this->width());
    const int left = isRightToLeft() ? button.right() + 1 - width : button.x();
    m_editor->setGeometry(qBound(0, left, this->width() - width), 0, width, height());
}

void SavedFilters::rename(const QString& name)
{
    m_filters.load();
    if (!m_filters.all().contains(m_renamed))
        return showButtons();
    m_filters.rename(m_renamed, name);
    showButtons();
}

void SavedFilters::keep()
{
    load(); // another window may have kept one
    const QString filter = m_field.understood();
    if (m_filters.hasRoomFor(filter)) {
        m_filters.insert(m_filters.all().size(), filter);
        showButtons();
    } else if (!m_filters.all().contains(filter)) {
        emit reported({tr("No more than %n filter(s) can be kept here; remove one first.", nullptr, KeptFilters::most),
            Tone::Attention, {}});
    }
}

void SavedFilters::press(const QString& filter)
{
    if (m_field.understood() == filter)
        m_field.clear();
    else
        m_field.setText(filter);
    showInForce(); // the press alone checks nothing
}

void SavedFilters::remove(const QString& filter)
{
    load();
    const qsizetype at = m_filters.all().indexOf(filter);
    if (at < 0)
        return;
    const QString name = m_filters.givenName(filter);
    const QString shown = m_filters.nameOf(filter);
    m_filters.remove(filter);
    showButtons();
    const QPointer<SavedFilters> self(this);
    emit reported({tr("Filter %1 removed.").arg(shown), Tone::Confirmed,
        Undo([self, filter, name, at] { self->putBack(filter, name, at); },
            [self, filter] { return self && self->m_filters.hasRoomFor(filter); })});
}

void SavedFilters::putBack(const QString& filter, const QString& name, qsizetype at)
{
    load();
    if (!m_filters.hasRoomFor(filter))
        return;
    m_filters.insert(at, filter, name);
    showButtons();
}

void SavedFilters::move(const QString& filter, int by)
{
    load();
    const qsizetype from = m_filters.all().indexOf(filter);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_filters.all().size())
        return;
    const bool hadFocus = m_buttons.at(from)->hasFocus();
    m_filters.move(from, to);
    showButtons();
    if (hadFocus)
        m_buttons.at(to)->setFocus(Qt::OtherFocusReason);
}

void SavedFilters::showMenu(const QString& filter, QToolButton* button)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedFilterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qsizetype at = m_filters.all().indexOf(filter);
    // The way it is seen.
    const int left = isRightToLeft() ? 1 : -1;
    const auto addMove = [&](const QString& text, int by) {
        if (at + by >= 0 && at + by < m_filters.all().size())
            connect(menu->addAction(text), &QAction::triggered, this, [this, filter, by] { move(filter, by); });
    };
    addMove(tr("Move &Left"), left);
    addMove(tr("Move Ri&ght"), -left);
    QAction* renaming = menu->addAction(icon(QLatin1StringView("edit")), tr("Re&name"));
    renaming->setObjectName(QStringLiteral("renameSavedFilter"));
    renaming->setShortcut(Qt::Key_F2);
    connect(renaming, &QAction::triggered, this, [this, filter] { beginRename(filter); });
    QAction* removal = menu->addAction(icon(QLatin1StringView("delete")), tr("&Remove"));
    removal->setObjectName(QStringLiteral("removeSavedFilter"));
    removal->setShortcut(Qt::Key_Delete);
    connect(removal, &QAction::triggered, this, [this, filter] { remove(filter); });
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

// On a button F2, Delete and Enter are its own before they are the list's.
bool SavedFilters::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field) {
        if (event->type() == QEvent::Show)
            load(); // another window may have changed them
        return false;
    }
    const qsizetype at = m_buttons.indexOf(watched);
    if (at < 0 || (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool renames = key->key() == Qt::Key_F2;
    if (key->modifiers() & ~Qt::KeypadModifier || (!enters && !renames && key->key() != Qt::Key_Delete))
        return false;
    const QString filter = m_filters.all().at(at);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (enters)
        press(filter);
    else if (renames)
        beginRename(filter);
    else
        remove(filter);
    return true;
}

} // namespace sallyport
