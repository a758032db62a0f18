// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/columns.h"

#include "dialogs/style/markdelegate.h"
#include "dialogs/style/metrics.h"
#include "models/items/copytext.h"
#include "models/items/listroles.h"
#include "models/policy/filter.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QStyleOptionHeader>
#include <QToolTip>

#include <algorithm>

namespace sallyport
{

namespace
{
constexpr int leastCharacters = 22; // of a text that is cut: names, addresses and short words are whole
constexpr int mostCharacters = 48; // that one long cell claims for its column
} // namespace

Columns::Columns(QAbstractItemView* list, QHeaderView* header)
    : m_list(list)
    , m_header(header)
{
    header->setObjectName(QStringLiteral("header"));
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_fit.setSingleShot(true);
    connect(&m_fit, &QTimer::timeout, this, &Columns::fit);
    connect(header, &QWidget::customContextMenuRequested, this, &Columns::showMenu);
    connect(header, &QHeaderView::sectionResized, this, &Columns::resized);
    connect(header, &QHeaderView::sortIndicatorChanged, &m_fit, qOverload<>(&QTimer::start));
    list->viewport()->installEventFilter(this);
    header->viewport()->installEventFilter(this);
}

Columns::~Columns()
{
    if (m_name.isEmpty())
        return;
    QVariantMap widths;
    for (auto it = m_kept.cbegin(); it != m_kept.cend(); ++it)
        widths.insert(QString::number(it.key()), it.value());
    QSettings().setValue(QStringLiteral("columns/") + m_name, m_header->saveState());
    QSettings().setValue(QStringLiteral("columnWidths/") + m_name, widths);
}

void Columns::measureBy(MarkDelegate* delegate)
{
    m_list->setItemDelegate(delegate);
    connect(delegate, &MarkDelegate::measured, this, &Columns::measured);
}

void Columns::setUp(const QString& name, const QList<int>& characters)
{
    m_name = name;
    m_characters = characters;
    reset();
    {
        const QScopedValueRollback fitting(m_fitting, true);
        m_header->restoreState(QSettings().value(QStringLiteral("columns/") + m_name).toByteArray());
        m_header->setStretchLastSection(false);
        m_header->setSectionsMovable(true);
    }
    const QVariantMap widths = QSettings().value(QStringLiteral("columnWidths/") + m_name).toMap();
    for (auto it = widths.cbegin(); it != widths.cend(); ++it) {
        const int column = it.key().toInt();
        if (column >= 0 && column < m_header->count() && it.value().toInt() >= m_header->minimumSectionSize())
            m_kept.insert(column, it.value().toInt());
    }
    fit();
}

void Columns::reset()
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        for (int column = 0; column < m_header->count(); ++column) {
            m_header->setSectionHidden(column, false);
            m_header->moveSection(m_header->visualIndex(column), column);
        }
    }
    m_kept.clear();
    fit();
}

QList<int> Columns::shown() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        if (!m_header->isSectionHidden(m_header->logicalIndex(visual)))
            columns.append(m_header->logicalIndex(visual));
    }
    return columns;
}

bool Columns::isNeverCut(int column) const
{
    const QAbstractItemModel& model = *m_header->model();
    const auto side
        = static_cast<Qt::Alignment>(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const int kind = model.headerData(column, Qt::Horizontal, filterKindRole).toInt();
    return side.testFlag(Qt::AlignRight) || kind == static_cast<int>(Filter::Field::Kind::Time);
}

// QHeaderView's own hint leaves room for a sort arrow in every column; there is one at most.
int Columns::titleWidth(int column) const
{
    QStyleOptionHeader title;
    title.initFrom(m_header);
    title.orientation = Qt::Horizontal;
    const QList<int> columns = shown();
    title.position = columns.constFirst() == column ? QStyleOptionHeader::Beginning : QStyleOptionHeader::Middle;
    title.text = m_header->model()->headerData(column, Qt::Horizontal).toString();
    if (m_header->isSortIndicatorShown() && m_header->sortIndicatorSection() == column)
        title.sortIndicator = QStyleOptionHeader::SortDown;
    return m_header->style()->sizeFromContents(QStyle::CT_HeaderSection, &title, QSize(), m_header).width();
}

Columns::Steps Columns::stepsOf(int column) const
{
    const QFontMetrics metrics = m_list->fontMetrics();
    const int margins = 2 * metrics::small;
    const bool whole = isNeverCut(column);
    const int character = whole ? metrics.horizontalAdvance(u'0') : metrics.averageCharWidth();
    const int most = whole ? QWIDGETSIZE_MAX : mostCharacters * character;
    const int seen = std::min(m_seen.value(column), most);
    if (m_kept.contains(column)) {
        const int width = whole ? std::max(m_kept.value(column), seen) : m_kept.value(column);
        return {width, width, width};
    }
    const int title = titleWidth(column);
    const int usual = m_characters.value(column) * character + margins;
    const int least = whole ? seen : leastCharacters * character + margins;
    return {std::max({usual, seen, title}), std::max(seen, title), std::max(std::min(seen, least), title)};
}

int Columns::elastic() const
{
    int widest = -1;
    for (const int column : shown()) {
        if (!m_kept.contains(column) && !isNeverCut(column)
            && (widest < 0 || m_characters.value(column) > m_characters.value(widest)))
            widest = column;
    }
    return widest;
}

void Columns::fit()
{
    if (m_characters.isEmpty() || m_fitting)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    const QList<int> columns = shown();
    QList<Steps> steps;
    Steps total{};
    for (const int column : columns) {
        steps.append(stepsOf(column));
        for (std::size_t i = 0; i < total.size(); ++i)
            total[i] += steps.last()[i];
    }
    const int room = m_list->viewport()->width();
    std::size_t step = 0; // the first that fits
    while (step < total.size() && total[step] > room)
        ++step;
    // Where one has to scroll anyway, cells are whole.
    const std::size_t taken = step < total.size() ? step : 1;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        int width = steps.at(i)[taken];
        if (step == 0 && columns.at(i) == elastic()) {
            width += room - total[0];
        } else if (step > 0 && step < total.size()) {
            // Between two steps each gets its share.
            const qint64 over = steps.at(i)[step - 1] - width;
            width += static_cast<int>(over * (room - total[step]) / (total[step - 1] - total[step]));
        }
        m_header->resizeSection(columns.at(i), width);
    }
}

void Columns::resized(int column, int before, int after)
{
    if (m_fitting || m_characters.isEmpty())
        return;
    if (before > 0 && after > 0) // else it was hidden or is now
        m_kept.insert(column, after);
    if (QGuiApplication::mouseButtons() == Qt::NoButton) // else once the edge is let go
        m_fit.start();
}

void Columns::measured(int column, int width, bool isCut)
{
    int& seen = m_seen[column];
    if (width <= seen)
        return;
    seen = width;
    if (isCut)
        m_fit.start();
}

bool Columns::eventFilter(QObject* watched, QEvent* event)
{
    const bool ofHeader = watched == m_header->viewport();
    if (event->type() == QEvent::Resize && !ofHeader) {
        fit();
    } else if (ofHeader && event->type() == QEvent::MouseButtonRelease) {
        m_fit.start();
    } else if (ofHeader && event->type() == QEvent::FontChange) {
        m_seen.clear();
        m_fit.start();
    } else if (ofHeader && event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showTitleTip(help->pos(), help->globalPos());
    }
    return QObject::eventFilter(watched, event);
}

bool Columns::showTitleTip(const QPoint& at, const QPoint& global) const
{
    const int column = m_header->logicalIndexAt(at);
    if (column < 0 || titleWidth(column) <= m_header->sectionSize(column))
        return false;
    QToolTip::showText(global, m_header->model()->headerData(column, Qt::Horizontal).toString(), m_header);
    return true;
}

QMenu* Columns::makeMenu(QWidget* parent)
{
    auto* menu = new QMenu(tr("&Columns"), parent);
    menu->setObjectName(QStringLiteral("columnMenu"));
    for (int column = 0; column < m_header->count(); ++column) {
        QAction* action = menu->addAction(m_header->model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        // The first column names the row.
        action->setEnabled(column > 0);
        connect(
            action, &QAction::toggled, m_header, [this, column](bool on) { m_header->setSectionHidden(column, !on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset Columns")), &QAction::triggered, this, &Columns::reset);
    return menu;
}

void Columns::showMenu(const QPoint& at)
{
    QMenu* menu = makeMenu(m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_header->mapToGlobal(at));
}

QList<QStringList> Columns::selectedCells() const
{
    if (!m_list->selectionModel() || !m_list->selectionModel()->hasSelection())
        return {};
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex& a, const QModelIndex& b) {
        return m_list->visualRect(a).top() < m_list->visualRect(b).top();
    });
    const QList<int> columns = shown();
    QList<QStringList> lines(1);
    for (const int column : columns) {
        const QVariant title = m_header->model()->headerData(column, Qt::Horizontal, copyRole);
        lines.first().append(
            title.isValid() ? title.toString() : m_header->model()->headerData(column, Qt::Horizontal).toString());
    }
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : columns) {
            const QVariant exact = row.siblingAtColumn(column).data(copyRole);
            cells.append(exact.isValid() ? exact.toString() : row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells);
    }
    return lines;
}

void Columns::copyRows() const
{
    if (const QList<QStringList> cells = selectedCells(); !cells.isEmpty())
        QGuiApplication::clipboard()->setText(tabSeparated(cells));
}

void Columns::copyCsv() const
{
    if (const QList<QStringList> cells = selectedCells(); !cells.isEmpty())
        QGuiApplication::clipboard()->setText(commaSeparated(cells));
}

} // namespace sallyport
