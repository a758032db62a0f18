// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/palette.h"

#include "dialogs/style/metrics.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport
{

namespace
{

constexpr int hintRole = Qt::UserRole + 1;

// The hint at the right, quiet.
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
        painter->drawText(option.rect.adjusted(0, 0, -metrics::small, 0), Qt::AlignRight | Qt::AlignVCenter,
            index.data(hintRole).toString());
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->decorationSize = {metrics::iconSize, metrics::iconSize};
        // The keys go to the list although the field has the focus.
        if (option->state & QStyle::State_Selected)
            option->state |= QStyle::State_Active;
    }
};

} // namespace

Palette::Palette(const QList<Entry>& entries, QWidget* parent)
    : QDialog(parent)
    , m_entries(entries)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("palette"));
    setWindowTitle(tr("Search Places and Actions"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Search places and actions"));
    m_field->setPlaceholderText(tr("Search places and actions"));
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({metrics::iconSize, metrics::iconSize});
    m_list->setItemDelegate(new EntryDelegate(m_list));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::small, metrics::small, metrics::small, metrics::small);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    resize(fontMetrics().averageCharWidth() * 80, 14 * metrics::rowHeight);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::narrow);
    // A dialog takes Enter to its default button; here is none.
    connect(m_field, &QLineEdit::returnPressed, this, &Palette::accept);
    connect(m_list, &QListWidget::itemClicked, this, &Palette::accept);
    narrow(QString());
}

void Palette::narrow(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const QString typed = words.join(u' ');
    int best = 0; // the first whose name is typed to its end: Firewall Client, not Firewall Clients before it
    m_list->clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries.at(i);
        const QString whole = entry.text + u' ' + entry.hint;
        const bool fits = std::all_of(words.begin(), words.end(),
            [&whole](const QString& word) { return whole.contains(word, Qt::CaseInsensitive); });
        if (!fits)
            continue;
        auto* item = new QListWidgetItem(entry.icon, entry.text, m_list);
        item->setData(hintRole, entry.hint);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setSizeHint({0, metrics::rowHeight});
        if (best == 0 && !typed.isEmpty() && entry.text.endsWith(typed, Qt::CaseInsensitive))
            best = m_list->count() - 1;
    }
    m_list->setCurrentRow(best);
}

void Palette::accept()
{
    const QListWidgetItem* item = m_list->currentItem();
    const std::function<void()> run
        = item ? m_entries.at(item->data(Qt::UserRole).toInt()).run : std::function<void()>();
    QDialog::accept();
    if (run)
        run();
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
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace sallyport
