// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/rowmenu.h"

#include "app/console/panes/columns.h"
#include "app/console/panes/mnemonics.h"
#include "dialogs/style/icons.h"
#include "dialogs/style/labels.h"
#include "dialogs/style/metrics.h"
#include "models/base/visibletext.h"
#include "models/items/listroles.h"
#include "models/policy/filter.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>

namespace sallyport
{

namespace
{

constexpr int longestValue = 40; // characters of a value in a menu

// What others wrote, as the text of a menu's entry.
QString shownValue(const QString& value)
{
    QString text = value.isEmpty() ? RowMenu::tr("none") : visibleText(value);
    if (text.size() > longestValue)
        text = text.left(longestValue - 1) + u'…';
    return text.replace(u'&', QStringLiteral("&&"));
}

QAction* addEntry(QMenu* menu, QAction* before, const QString& name, const QIcon& icon, const QString& text)
{
    auto* action = new QAction(icon, text, menu);
    action->setObjectName(name);
    menu->insertAction(before, action);
    return action;
}

QString copyText(const QModelIndex& cell)
{
    const QVariant exact = cell.data(copyRole);
    return exact.isValid() ? exact.toString() : cell.data().toString();
}

void copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

RowMenu::RowMenu(QAbstractItemView* list, Columns& columns)
    : m_list(list)
    , m_columns(columns)
{
}

void RowMenu::open(const QContextMenuEvent& event)
{
    const QModelIndex current = currentRow();
    const bool keyboard = event.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell
        = keyboard ? QModelIndex() : m_list->indexAt(m_list->viewport()->mapFromGlobal(event.globalPos()));
    auto* menu = new QMenu(m_list);
    menu->setObjectName(QStringLiteral("contextMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addListActions(menu);
    menu->addSeparator();
    addEntries(menu, nullptr, cell.isValid() ? cell : current, cell);
    menu->addSeparator();
    menu->addMenu(m_columns.makeMenu(menu));
    keepMnemonicsApart(*menu);
    if (keyboard && current.isValid())
        m_list->scrollTo(current);
    const QPoint below = m_list->visualRect(current).bottomLeft() + QPoint(metrics::section, 0);
    menu->popup(keyboard && current.isValid() ? m_list->viewport()->mapToGlobal(below) : event.globalPos());
}

// What the keys act on: the selected one of the rows, where none is selected none.
QModelIndex RowMenu::currentRow() const
{
    const QModelIndex current = m_list->currentIndex();
    const QItemSelectionModel* selection = m_list->selectionModel();
    if (!selection || !selection->hasSelection())
        return {};
    if (selection->isSelected(current))
        return current;
    return m_list->selectionModel()->selection().first().topLeft();
}

void RowMenu::addListActions(QMenu* menu) const
{
    const QString forbidden = m_forbidden ? m_forbidden() : QString();
    for (QAction* action : m_list->actions()) {
        if (action->isSeparator() || action->isEnabled()) {
            menu->addAction(action);
        } else if (!forbidden.isEmpty()) {
            QAction* grey = menu->addAction(action->icon(), action->text());
            grey->setEnabled(false);
            grey->setToolTip(plainTip(forbidden));
        }
    }
}

void RowMenu::addEntries(QMenu* menu, QAction* before)
{
    menu->setToolTipsVisible(true);
    // QMenu::clear() leaves the menus below.
    for (const char* name : {"onlyThis", "notThis", "copyCell", "copyFilter"})
        delete menu->findChild<QMenu*>(QLatin1StringView(name), Qt::FindDirectChildrenOnly);
    addEntries(menu, before, currentRow(), {});
}

void RowMenu::addEntries(QMenu* menu, QAction* before, const QModelIndex& row, const QModelIndex& cell)
{
    if (!row.isValid())
        return;
    QList<Field> fields = fieldsOf(cell);
    if (fields.isEmpty())
        fields = fieldsOfRow(row);
    addWords(menu, before, fields);
    addBlock(menu, before, row);
    menu->insertSeparator(before);
    addCopies(menu, before, row, cell, fields);
}

QString RowMenu::title(int column) const
{
    return m_list->model()->headerData(column, Qt::Horizontal).toString();
}

QList<RowMenu::Field> RowMenu::fieldsOf(const QModelIndex& cell) const
{
    if (!cell.isValid())
        return {};
    if (const QVariant own = cell.data(filterFieldsRole); own.isValid()) {
        const QStringList parts = own.toStringList();
        QList<Field> fields;
        for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
            fields.append({parts.at(i), parts.at(i + 1)});
        return fields;
    }
    const QAbstractItemModel* model = m_list->model();
    const int kind = model->headerData(cell.column(), Qt::Horizontal, filterKindRole).toInt();
    // A time or a size is no word: what is shown of it is not what it is.
    const QString value = copyText(cell);
    const bool isHeld = value == cell.data().toString() || value == cell.data(filterValueRole).toString();
    if (kind > static_cast<int>(Filter::Field::Kind::Port) || value.isEmpty() || !isHeld)
        return {};
    QString name = model->headerData(cell.column(), Qt::Horizontal, filterNameRole).toString();
    if (name.isEmpty())
        name = Filter::nameOf(title(cell.column()));
    return {{name, value}};
}

QList<RowMenu::Field> RowMenu::fieldsOfRow(const QModelIndex& row) const
{
    QList<Field> fields;
    for (const int column : m_columns.shown())
        fields += fieldsOf(row.siblingAtColumn(column));
    return fields;
}

void RowMenu::addChoice(QMenu* menu, QAction* before, const QString& name, const QIcon& icon, const QString& one,
    const QString& several, const QList<Choice>& choices)
{
    if (choices.isEmpty())
        return;
    if (choices.size() == 1) {
        QAction* action = addEntry(menu, before, name, icon, one.arg(choices.first().label));
        connect(action, &QAction::triggered, action, choices.first().verb);
        return;
    }
    auto* below = new QMenu(several, menu);
    below->setObjectName(name);
    below->setIcon(icon);
    menu->insertMenu(before, below);
    for (const Choice& choice : choices)
        connect(below->addAction(choice.label), &QAction::triggered, below, choice.verb);
}

void RowMenu::addWords(QMenu* menu, QAction* before, const QList<Field>& fields)
{
    if (!m_filters)
        return;
    QList<Choice> only;
    QList<Choice> others;
    for (const Field& field : fields) {
        const QString label = QStringLiteral("%1: %2").arg(field.name, shownValue(field.value));
        only.append({label, [this, field] { emit wordWanted(Filter::word(field.name, field.value)); }});
        others.append({label, [this, field] { emit wordWanted(Filter::word(field.name, field.value, true)); }});
    }
    addChoice(menu, before, QStringLiteral("onlyThis"), icon(QLatin1StringView("filter")), tr("Only &This (%1)"),
        tr("Only &This"), only);
    addChoice(menu, before, QStringLiteral("notThis"), {}, tr("&Not This (%1)"), tr("&Not This"), others);
}

void RowMenu::addBlock(QMenu* menu, QAction* before, const QModelIndex& row)
{
    const QString program = row.data(programRole).toString();
    if (program.isEmpty() || !m_mayBlock || !m_mayBlock())
        return;
    QAction* block = addEntry(menu, before, QStringLiteral("blockProgram"), icon(QLatin1StringView("deny")),
        tr("&Block %1…").arg(shownValue(program)));
    connect(block, &QAction::triggered, this, [this, program] { emit blockWanted(program); });
}

void RowMenu::addCopies(
    QMenu* menu, QAction* before, const QModelIndex& row, const QModelIndex& cell, const QList<Field>& fields)
{
    QList<Choice> cells;
    for (const int column : m_columns.shown()) {
        const QModelIndex one = row.siblingAtColumn(column);
        const QString text = copyText(one);
        if (!text.isEmpty() && (!cell.isValid() || column == cell.column()))
            cells.append({QStringLiteral("%1: %2").arg(title(column), shownValue(one.data().toString())),
                [text] { copy(text); }});
    }
    addChoice(menu, before, QStringLiteral("copyCell"), icon(QLatin1StringView("copy")), tr("Copy C&ell (%1)"),
        tr("Copy C&ell"), cells);
    if (m_list->selectionModel()->hasSelection()) {
        QAction* rows
            = addEntry(menu, before, QStringLiteral("copyRows"), icon(QLatin1StringView("copy")), tr("&Copy Rows"));
        rows->setShortcut(QKeySequence::Copy);
        rows->setShortcutContext(Qt::WidgetShortcut); // shown; the list itself hears the key
        connect(rows, &QAction::triggered, &m_columns, &Columns::copyRows);
        QAction* csv = addEntry(menu, before, QStringLiteral("copyCsv"), {}, tr("Copy as CS&V"));
        connect(csv, &QAction::triggered, &m_columns, &Columns::copyCsv);
    }
    if (!m_filters)
        return;
    QList<Choice> words;
    for (const Field& field : fields)
        words.append({QStringLiteral("%1: %2").arg(field.name, shownValue(field.value)),
            [field] { copy(Filter::word(field.name, field.value)); }});
    addChoice(menu, before, QStringLiteral("copyFilter"), {}, tr("Copy as &Filter (%1)"), tr("Copy as &Filter"), words);
}

} // namespace sallyport
