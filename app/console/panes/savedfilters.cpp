// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/savedfilters.h"

#include "app/console/panes/filterfield.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

#include <utility>

namespace sallyport
{

namespace
{

constexpr int mostCharacters = 24; // of a button
constexpr int leastCharacters = 12; // those that would have fewer are in the menu
constexpr int mostOfName = 60; // characters

class FilterButton final : public QToolButton
{
public:
    explicit FilterButton(QWidget* parent)
        : QToolButton(parent)
    {
        setCheckable(true);
        setAutoRaise(true);
        setFocusPolicy(Qt::TabFocus);
        setContextMenuPolicy(Qt::CustomContextMenu);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QSize size = QToolButton::sizeHint();
        return {qMin(size.width(), fontMetrics().averageCharWidth() * mostCharacters), size.height()};
    }
    QSize minimumSizeHint() const override
    {
        const QSize size = sizeHint();
        const int least = fontMetrics().averageCharWidth() * leastCharacters;
        return {qMin(size.width(), least), size.height()};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        // The style's own cutting leaves nothing of it.
        const QString words = fontMetrics().elidedText(
            std::exchange(option.text, {}), Qt::ElideRight, width() - 2 * metrics::tiny, Qt::TextShowMnemonic);
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        painter.drawItemText(
            rect(), Qt::AlignCenter | Qt::TextShowMnemonic, option.palette, isEnabled(), words, QPalette::ButtonText);
    }
};

QString namesKey(const QString& filters)
{
    return QString(filters).replace(QStringLiteral("filters/"), QStringLiteral("filterNames/"));
}

QString onButton(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

SavedFilters::SavedFilters(const QString& name, FilterField& field, QWidget* parent)
    : QWidget(parent)
    , m_key(QStringLiteral("filters/") + name)
    , m_field(field)
    , m_keep(field.addAction(icon(QLatin1StringView("add")), QLineEdit::TrailingPosition))
    , m_more(new QToolButton(this))
    , m_editor(new QLineEdit(this))
{
    setObjectName(QStringLiteral("savedFilters"));
    setAccessibleName(tr("Saved filters"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::tiny);
    row->addWidget(m_more);
    row->addStretch(1);
    m_more->setObjectName(QStringLiteral("moreFilters"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
    connect(m_more->menu(), &QMenu::aboutToShow, this, &SavedFilters::fillMore);
    m_editor->setObjectName(QStringLiteral("filterName"));
    m_editor->setAccessibleName(tr("Name of the filter"));
    m_editor->setMaxLength(mostOfName);
    m_editor->hide();
    m_editor->installEventFilter(this);
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
    QStringList filters = QSettings().value(m_key).toStringList();
    filters.removeAll(QString());
    filters.removeDuplicates();
    filters = filters.mid(0, most);
    const QVariantMap names = QSettings().value(namesKey(m_key)).toMap();
    if (filters != m_filters || names != m_names || m_filters.isEmpty()) {
        m_filters = filters;
        m_names = names;
        showButtons();
    }
}

void SavedFilters::store(const QStringList& filters)
{
    m_filters = filters;
    const QStringList named = m_names.keys();
    for (const QString& filter : named) {
        if (!filters.contains(filter))
            m_names.remove(filter);
    }
    const auto keep = [](const QString& key, const QVariant& value, bool isEmpty) {
        if (isEmpty)
            QSettings().remove(key);
        else
            QSettings().setValue(key, value);
    };
    keep(m_key, filters, filters.isEmpty());
    keep(namesKey(m_key), m_names, m_names.isEmpty());
    showButtons();
}

QString SavedFilters::nameOf(const QString& filter) const
{
    return visibleText(m_names.value(filter, filter).toString());
}

QToolButton* SavedFilters::makeButton(const QString& filter)
{
    auto* button = new FilterButton(this);
    const QString shown = nameOf(filter);
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
    for (const QString& filter : std::as_const(m_filters)) {
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
        m_buttons.at(i)->setChecked(m_filters.at(i) == inForce);
    share();
    m_keep->setVisible(!inForce.isEmpty() && !m_filters.contains(inForce));
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
    endRename(false);
    share();
}

void SavedFilters::share()
{
    const auto widthOf = [](const QToolButton* button) { return button->minimumSizeHint().width() + metrics::tiny; };
    int wanted = -metrics::tiny;
    qsizetype inForce = -1;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        wanted += widthOf(m_buttons.at(i));
        if (m_buttons.at(i)->isChecked())
            inForce = i;
    }
    QList<bool> seen(m_buttons.size(), true);
    if (wanted > width()) {
        m_more->setText(tr("%n more", nullptr, static_cast<int>(m_buttons.size()))); // as wide as it gets
        int room = width() - m_more->sizeHint().width();
        if (inForce >= 0)
            room -= widthOf(m_buttons.at(inForce));
        for (qsizetype i = 0; i < m_buttons.size(); ++i) {
            if (i == inForce)
                continue;
            room -= widthOf(m_buttons.at(i));
            seen[i] = room >= 0;
        }
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setVisible(seen.at(i));
    const auto left = static_cast<int>(seen.count(false));
    m_more->setText(tr("%n more", nullptr, left));
    m_more->setAccessibleName(tr("%n more saved filter(s)", nullptr, left));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setVisible(left > 0);
}

void SavedFilters::fillMore()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (!m_buttons.at(i)->isHidden())
            continue;
        const QString filter = m_filters.at(i);
        const QString name = fontMetrics().elidedText(
            nameOf(filter), Qt::ElideRight, fontMetrics().averageCharWidth() * mostCharacters * 2);
        connect(menu->addAction(onButton(name)), &QAction::triggered, this, [this, filter] { press(filter); });
    }
}

void SavedFilters::beginRename(const QString& filter)
{
    const qsizetype at = m_filters.indexOf(filter);
    if (at < 0)
        return;
    const QRect button = m_buttons.at(at)->geometry();
    const int width = qMin(qMax(button.width(), fontMetrics().averageCharWidth() * mostCharacters), this->width());
    QRect place(button.x(), 0, width, height());
    place.moveLeft(qBound(0, isRightToLeft() ? button.right() + 1 - width : button.x(), this->width() - width));
    m_renamed = filter;
    m_editor->setText(nameOf(filter));
    m_editor->setGeometry(place);
    m_editor->raise();
    m_editor->show();
    m_editor->selectAll();
    m_editor->setFocus(Qt::OtherFocusReason);
}

// Without a name it is called by its words again.
void SavedFilters::endRename(bool accepted)
{
    const QString filter = std::exchange(m_renamed, {});
    if (filter.isEmpty())
        return;
    const bool hadFocus = m_editor->hasFocus();
    m_editor->hide();
    const QString name = m_editor->text().trimmed();
    if (accepted && m_filters.contains(filter) && name != nameOf(filter)) {
        load();
        if (name.isEmpty() || name == filter)
            m_names.remove(filter);
        else
            m_names.insert(filter, name);
        store(m_filters);
    }
    if (const qsizetype at = m_filters.indexOf(filter); hadFocus && at >= 0)
        m_buttons.at(at)->setFocus(Qt::OtherFocusReason);
}

bool SavedFilters::hasRoomFor(const QString& filter) const
{
    return m_filters.size() < most && !m_filters.contains(filter);
}

void SavedFilters::keep()
{
    load(); // another window may have kept one
    const QString filter = m_field.understood();
    if (hasRoomFor(filter))
        store(m_filters + QStringList{filter});
    else if (!m_filters.contains(filter))
        emit reported(
            {tr("No more than %n filter(s) can be kept here; remove one first.", nullptr, most), Tone::Attention, {}});
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
    const qsizetype at = m_filters.indexOf(filter);
    if (at < 0)
        return;
    QStringList filters = m_filters;
    filters.removeAt(at);
    const QString name = m_names.value(filter).toString();
    const QString shown = nameOf(filter);
    store(filters);
    const QPointer<SavedFilters> self(this);
    emit reported({tr("Filter %1 removed.").arg(shown), Tone::Confirmed,
        Undo([self, filter, name, at] { self->putBack(filter, name, at); },
            [self, filter] { return self && self->hasRoomFor(filter); })});
}

void SavedFilters::putBack(const QString& filter, const QString& name, qsizetype at)
{
    load();
    if (!hasRoomFor(filter))
        return;
    QStringList filters = m_filters;
    filters.insert(qMin(at, filters.size()), filter);
    if (!name.isEmpty())
        m_names.insert(filter, name);
    store(filters);
}

void SavedFilters::move(const QString& filter, int by)
{
    load();
    const qsizetype from = m_filters.indexOf(filter);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_filters.size())
        return;
    QStringList filters = m_filters;
    filters.move(from, to);
    const bool hadFocus = m_buttons.at(from)->hasFocus();
    store(filters);
    if (hadFocus)
        m_buttons.at(to)->setFocus(Qt::OtherFocusReason);
}

void SavedFilters::showMenu(const QString& filter, QToolButton* button)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedFilterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const qsizetype at = m_filters.indexOf(filter);
    // The way it is seen.
    const int left = isRightToLeft() ? 1 : -1;
    const auto addMove = [&](const QString& text, int by) {
        if (at + by >= 0 && at + by < m_filters.size())
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

// On a button F2, Delete and Enter are its own before they are the list's; in the name being edited every key is.
bool SavedFilters::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field) {
        if (event->type() == QEvent::Show)
            load(); // another window may have changed them
        return false;
    }
    if (watched == m_editor && event->type() == QEvent::FocusOut)
        endRename(static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason);
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_editor) {
        if (event->type() == QEvent::ShortcutOverride)
            event->accept();
        else if (enters || key->key() == Qt::Key_Escape)
            endRename(enters);
        return event->type() == QEvent::ShortcutOverride || enters || key->key() == Qt::Key_Escape;
    }
    const qsizetype at = m_buttons.indexOf(watched);
    const bool renames = key->key() == Qt::Key_F2;
    if (at < 0 || key->modifiers() & ~Qt::KeypadModifier || (!enters && !renames && key->key() != Qt::Key_Delete))
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (enters)
        press(m_filters.at(at));
    else if (renames)
        beginRename(m_filters.at(at));
    else
        remove(QString(m_filters.at(at)));
    return true;
}

} // namespace sallyport
