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
constexpr int leastCharacters = 3;

// Cut where there is too little room: however many there are, they widen no window.
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
        const int least = fontMetrics().averageCharWidth() * leastCharacters + 2 * metrics::small;
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

} // namespace

SavedFilters::SavedFilters(const QString& name, FilterField& field, QWidget* parent)
    : QWidget(parent)
    , m_key(QStringLiteral("filters/") + name)
    , m_field(field)
    , m_keep(field.addAction(icon(QLatin1StringView("add")), QLineEdit::TrailingPosition))
{
    setObjectName(QStringLiteral("savedFilters"));
    setAccessibleName(tr("Saved filters"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::tiny);
    row->addStretch(1);
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
    if (filters != m_filters || m_filters.isEmpty()) {
        m_filters = filters;
        showButtons();
    }
}

void SavedFilters::store(const QStringList& filters)
{
    m_filters = filters;
    if (filters.isEmpty())
        QSettings().remove(m_key);
    else
        QSettings().setValue(m_key, filters);
    showButtons();
}

QToolButton* SavedFilters::makeButton(const QString& filter)
{
    auto* button = new FilterButton(this);
    const QString shown = visibleText(filter);
    button->setObjectName(QStringLiteral("savedFilter"));
    button->setText(QString(shown).replace(u'&', QStringLiteral("&&")));
    button->setToolTip(plainTip(shown));
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
    m_keep->setVisible(!inForce.isEmpty() && !m_filters.contains(inForce));
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
    store(filters);
    const QPointer<SavedFilters> self(this);
    emit reported({tr("Filter %1 removed.").arg(visibleText(filter)), Tone::Confirmed,
        Undo([self, filter, at] { self->putBack(filter, at); },
            [self, filter] { return self && self->hasRoomFor(filter); })});
}

void SavedFilters::putBack(const QString& filter, qsizetype at)
{
    load();
    if (!hasRoomFor(filter))
        return;
    QStringList filters = m_filters;
    filters.insert(qMin(at, filters.size()), filter);
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
    QAction* removal = menu->addAction(icon(QLatin1StringView("delete")), tr("&Remove"));
    removal->setObjectName(QStringLiteral("removeSavedFilter"));
    connect(removal, &QAction::triggered, this, [this, filter] { remove(filter); });
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

// On a button Delete and Enter are its own before they are the list's.
bool SavedFilters::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field) {
        if (event->type() == QEvent::Show)
            load(); // another window may have changed them
        return false;
    }
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const qsizetype at = m_buttons.indexOf(watched);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (at < 0 || key->modifiers() & ~Qt::KeypadModifier || (!enters && key->key() != Qt::Key_Delete))
        return false;
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    else if (enters)
        press(m_filters.at(at));
    else
        remove(QString(m_filters.at(at)));
    return true;
}

} // namespace sallyport
