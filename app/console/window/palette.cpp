// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/palette.h"

#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace sallyport
{

namespace
{

constexpr int hintRole = Qt::UserRole + 1;
constexpr qsizetype rowsShown = 60;
// In place of the index of an entry.
constexpr int readIndex = -1;
constexpr int nothingIndex = -2;

// What it is at the right, quiet; a long name ends before it.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(
            option.palette.color(QPalette::Active, selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        const QRect room = option.rect.adjusted(option.rect.width() / 4, 0, -metrics::small, 0);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(hintRole).toString(), Qt::ElideRight, room.width()));
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationSize = {metrics::iconSize, metrics::iconSize};
        const int hint = option->fontMetrics.horizontalAdvance(index.data(hintRole).toString());
        const int taken = metrics::iconSize + 4 * metrics::small + qMin(hint, option->rect.width() * 3 / 4);
        option->text = option->fontMetrics.elidedText(
            option->text, Qt::ElideMiddle, qMax(option->rect.width() / 5, option->rect.width() - taken));
        // The keys go to the list although the field has the focus.
        if (option->state & QStyle::State_Selected)
            option->state |= QStyle::State_Active;
    }
};

} // namespace

Palette::Palette(const QList<Entry>& entries, const QStringList& recent, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_recent(recent)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(plainLabel({}, this))
{
    setObjectName(QStringLiteral("palette"));
    setWindowTitle(tr("Search Anything"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Search anything"));
    m_field->setPlaceholderText(tr("Search places, actions, programs, users, computers and hosts"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({metrics::iconSize, metrics::iconSize});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_nothing->setObjectName(QStringLiteral("nothingFound"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(metrics::section);
    m_nothing->hide();
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(metrics::small, metrics::small, metrics::small, metrics::small);
    frame->addWidget(m_field);
    frame->addWidget(m_list, 1);
    frame->addWidget(m_nothing, 1);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_moved = false;
        narrow();
        if (!m_typed && !text.isEmpty()) {
            m_typed = true;
            emit typed();
        }
    });
    // A dialog takes Enter to its default button; here is none.
    connect(m_field, &QLineEdit::returnPressed, this, &Palette::accept);
    connect(m_list, &QListWidget::itemClicked, this, &Palette::accept);
    m_later.setSingleShot(true);
    m_later.setInterval(50);
    connect(&m_later, &QTimer::timeout, this, &Palette::narrow);
    add(entries);
    narrow();
}

// It has no frame of the window manager's.
void Palette::paintEvent(QPaintEvent* event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void Palette::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    const QWidget* window = parentWidget() ? parentWidget()->window() : nullptr;
    const int wanted = fontMetrics().averageCharWidth() * 90;
    const int height = m_field->sizeHint().height() + 12 * m_list->sizeHintForRow(0) + 4 * metrics::small;
    if (!window) {
        resize(wanted, height);
        return;
    }
    resize(qMin(wanted, window->width() - 2 * metrics::section),
        qMin(qMax(height, 12 * metrics::rowHeight), window->height() * 3 / 4));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 2 * metrics::section)));
}

void Palette::add(const QList<Entry>& entries)
{
    for (const Entry& entry : entries) {
        m_entries.append(entry);
        m_names.append(PaletteSearch::folded(
            {entry.name.isEmpty() ? entry.text : entry.name, QString(entry.text + u' ' + entry.kind)}));
    }
    if (!m_later.isActive())
        m_later.start(); // they come in many small lots
}

QList<qsizetype> Palette::inOrder() const
{
    QList<qsizetype> indexes;
    for (const QString& id : m_recent) {
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            if (m_entries.at(i).id == id) {
                indexes.append(i);
                break;
            }
        }
    }
    const QList<qsizetype> recent = indexes;
    for (qsizetype i = 0; i < m_entries.size() && indexes.size() < rowsShown; ++i) {
        if (!recent.contains(i))
            indexes.append(i);
    }
    return indexes;
}

void Palette::narrow()
{
    const QString text = m_field->text().simplified();
    const QListWidgetItem* before = m_moved ? m_list->currentItem() : nullptr;
    const int chosen = before ? before->data(Qt::UserRole).toInt() : nothingIndex;
    int row = 0;
    m_list->clear();
    m_read = m_reader && !text.isEmpty() ? m_reader(m_field->text()) : Entry();
    if (!m_read.text.isEmpty())
        addRow(m_read, readIndex);
    for (const qsizetype i : text.isEmpty() ? inOrder() : PaletteSearch::find(text, m_names, rowsShown)) {
        addRow(m_entries.at(i), static_cast<int>(i));
        if (static_cast<int>(i) == chosen)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(row);
    const bool nothing = m_list->count() == 0;
    m_nothing->setText(
        tr("Nothing here is called \"%1\". What can be typed: actions, places and servers, programs, and "
           "the users, computers and hosts of live sessions.")
            .arg(visibleWords(m_field->text())));
    m_nothing->setVisible(nothing);
    m_list->setVisible(!nothing);
    if (nothing) {
        QAccessibleEvent event(m_nothing, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void Palette::addRow(const Entry& entry, int index)
{
    auto* item = new QListWidgetItem(entry.icon, visibleWords(entry.text), m_list);
    item->setData(hintRole,
        entry.key.isEmpty()        ? entry.kind
            : entry.kind.isEmpty() ? entry.key
                                   : QString(entry.kind + QStringLiteral("   ") + entry.key));
    item->setData(Qt::UserRole, index);
    item->setData(Qt::AccessibleTextRole, QString(entry.text + QStringLiteral(", ") + entry.kind));
    item->setSizeHint({0, qMax(metrics::rowHeight, fontMetrics().height() + metrics::small)});
}

void Palette::accept()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item)
        return;
    const int index = item->data(Qt::UserRole).toInt();
    const Entry entry = index == readIndex ? m_read : m_entries.at(index);
    QDialog::accept();
    if (!entry.id.isEmpty())
        emit chosen(entry.id);
    if (entry.run)
        entry.run();
}

bool Palette::event(QEvent* event)
{
    if (event->type() == QEvent::WindowDeactivate && isVisible())
        QMetaObject::invokeMethod(this, &QDialog::reject, Qt::QueuedConnection);
    return QDialog::event(event);
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int page = qMax(1, m_list->viewport()->height() / metrics::rowHeight - 1);
        const int step = key->key() == Qt::Key_Down ? 1
            : key->key() == Qt::Key_Up              ? -1
            : key->key() == Qt::Key_PageDown        ? page
            : key->key() == Qt::Key_PageUp          ? -page
                                                    : 0;
        if (step) {
            m_moved = true;
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace sallyport
