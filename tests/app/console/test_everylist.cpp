// SPDX-License-Identifier: GPL-3.0-or-later
// What every list of the console does alike, whichever place it stands in: places are found by walking the tree.
#include "app/console/link/server.h"
#include "app/console/panes/columns.h"
#include "app/console/panes/groups.h"
#include "app/console/panes/listview.h"
#include "app/console/panes/sessionsview.h"
#include "app/console/window/treeview.h"
#include "models/control/messages.h"
#include "models/items/listroles.h"
#include "tests/app/console/consolerig.h"
#include "tests/dialogs/dialogprobe.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QJsonArray>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QStyleOptionHeader>
#include <QToolTip>
#include <QTranslator>
#include <QtTest>

#include <utility>

using namespace sallyport;
using namespace std::chrono_literals;

namespace
{

template <typename Row> QJsonArray arrayOf(const QList<Row>& rows)
{
    QJsonArray array;
    for (const Row& row : rows)
        array.append(toJson(row));
    return array;
}

SessionDelta liveSessions()
{
    SessionDelta delta;
    for (SessionId id = 1; id <= 4; ++id) {
        const bool isClient = id % 2 == 1;
        delta.sessions.append({id, isClient ? SessionType::FirewallClient : SessionType::WebProxy,
            id == 1 ? QString() : QStringLiteral("user%1").arg(id), QStringLiteral("PC-%1").arg(id),
            IpAddress::fromV4(0xc0a8'64c8 + static_cast<std::uint32_t>(id)),
            isClient ? QStringLiteral("bittorrent.exe") : QString(), TimePoint(1000s + std::chrono::seconds(id))});
        delta.connections.append({id + 100, id, QStringLiteral("host%1.example").arg(id), {}, 443, TimePoint(1000s),
            1'025'024, 1'025'024, 1'025'024, 1'025'024});
    }
    return delta;
}

QStringList mnemonicsOf(const QMenu& menu)
{
    QStringList keys;
    for (const QAction* action : menu.actions()) {
        if (const QString key = QKeySequence::mnemonic(action->text()).toString(); !key.isEmpty())
            keys.append(key);
    }
    return keys;
}

} // namespace

class TestEveryList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup() { m_rig.reset(); }
    void placesWithListsAreFound();
    void goingThereSelectsTheFirstRow();
    void tabSelectsTheCurrentRow();
    void filterIsLeftForTheFirstRow();
    void filterKnowsColumnsByBothNames();
    void rowMenuHasTheSameEntries();
    void everyEntryHasAnEffect();
    void actionMenuHasTheRowsEntries();
    void whatTheRoleForbidsSaysWhy();
    void copyGivesTitlesAndRawValues();
    void cutCellsTellTheWhole();
    void numbersAreNeverCut();
    void titlesAreNeverCut_data();
    void titlesAreNeverCut();
    void columnsMoveAndAreKept();
    void deleteOfNothingSaysWhatToDo();
    void agesMoveByThemselves();

private:
    void fill();
    void go();
    QAbstractItemView* list() const;
    static bool isGroups() // the second list of its place
    {
        QFETCH_GLOBAL(bool, groups);
        return groups;
    }
    static int first() { return isGroups() ? 1 : 0; } // row like any other: behind "All"
    QHeaderView* header() const { return list()->findChild<QHeaderView*>(QStringLiteral("header")); }
    QMenu* openMenu(int column = -1) const; // at the first row's cell; -1: by the keyboard
    FilterField* filter() const { return m_rig->window->pane()->filterField(); }
    int rows() const { return list()->model()->rowCount(); }
    QString valueOf(int row, int column) const
    {
        return list()->model()->index(row, column).data(filterValueRole).toString();
    }
    QString cell(int row, int column) const { return list()->model()->index(row, column).data().toString(); }
    void trigger(QMenu* menu, const QString& name) const;

    std::unique_ptr<ConsoleRig> m_rig;
};

void TestEveryList::initTestCase_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("groups");
    const ConsoleRig rig;
    for (int kind = static_cast<int>(NodeKind::Server); kind < static_cast<int>(NodeKind::Count); ++kind) {
        rig.window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
        if (rig.window->pane()->columns())
            QTest::newRow(qPrintable(ConsoleTreeModel::title(static_cast<NodeKind>(kind)))) << kind << false;
    }
    QTest::newRow("Groups of Sessions") << static_cast<int>(NodeKind::Sessions) << true;
}

void TestEveryList::init()
{
    m_rig = std::make_unique<ConsoleRig>();
    fill();
}

// Rows for every list, those of the service first.
void TestEveryList::fill()
{
    const QList<ClientFetch> clients{{QStringLiteral("PC-1"), IpAddress::fromV4(0x0a00'0001), QStringLiteral("\"v\""),
                                         1, TimePoint(900s), TimePoint(800s)},
        {QStringLiteral("PC-2"), IpAddress::fromV4(0x0a00'0002), QStringLiteral("\"w\""), 1, TimePoint(700s),
            TimePoint(600s)}};
    m_rig->link->answers.insert(QStringLiteral("clients.list"),
        {{QStringLiteral("current"),
             QJsonObject{{QStringLiteral("version"), QStringLiteral("\"v\"")}, {QStringLiteral("revision"), 1}}},
            {QStringLiteral("clients"), arrayOf(clients)}});
    const QList<AuditRecord> records{{1, TimePoint(900s), QStringLiteral("anna"), QStringLiteral("local:uid=1000"),
                                         QStringLiteral("policy.apply"), QStringLiteral("applied revision 2"), true},
        {2, TimePoint(950s), QStringLiteral("bert"), QStringLiteral("192.0.2.7:50112"),
            QStringLiteral("services.control"), QStringLiteral("stopped the Web Proxy"), false}};
    m_rig->link->answers.insert(QStringLiteral("audit.list"), {{QStringLiteral("records"), arrayOf(records)}});
    const QList<Revision> revisions{{2, 1, QStringLiteral("anna"), QStringLiteral("ticket 1"), TimePoint(900s), {}},
        {1, 0, QStringLiteral("bert"), QStringLiteral("first"), TimePoint(800s), {}}};
    m_rig->link->answers.insert(QStringLiteral("policy.history"), {{QStringLiteral("revisions"), arrayOf(revisions)}});
    Policy policy = m_rig->link->policy;
    for (const char* program : {"icq", "bittorrent"}) {
        ApplicationEntry entry{newObjectId(), QLatin1StringView(program), {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        policy.client.applications.append(entry);
    }
    policy.localAddresses = {{IpAddress::fromV4(0x0a00'0000), IpAddress::fromV4(0x0aff'ffff)},
        {IpAddress::fromV4(0xc0a8'0000), IpAddress::fromV4(0xc0a8'ffff)}};
    policy.localDomains = {QStringLiteral("intern.example"), QStringLiteral("corp.example")};
    m_rig->link->applyElsewhere(policy, QStringLiteral("anna"));
    QTRY_COMPARE(m_rig->server().head().number, RevisionNumber(2));
    m_rig->server().refreshClients();
}

QAbstractItemView* TestEveryList::list() const
{
    const Pane* pane = m_rig->window->pane();
    if (isGroups())
        return pane->findChild<GroupsView*>();
    if (auto* sessions = pane->findChild<SessionsView*>())
        return sessions;
    const QList<ListView*> lists = pane->findChildren<ListView*>();
    const auto main = std::find_if(
        lists.begin(), lists.end(), [pane](ListView* one) { return &one->columns() == pane->columns(); });
    return main == lists.end() ? nullptr : *main;
}

void TestEveryList::go()
{
    QFETCH_GLOBAL(int, kind);
    m_rig->window->findChild<TreeView*>()->setFocus();
    m_rig->window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
    emit m_rig->link->sessionsChanged(liveSessions());
    if (isGroups())
        m_rig->inPane<QAction>("groupBy/program")->trigger();
    QTRY_VERIFY(rows() > first());
    QTRY_VERIFY(list()->isVisible());
}

QMenu* TestEveryList::openMenu(int column) const
{
    const QModelIndex index = list()->model()->index(first(), qMax(0, column));
    list()->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    list()->scrollTo(index);
    const QPoint at = list()->visualRect(index).center();
    QContextMenuEvent event(
        column < 0 ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse, at, list()->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(list()->viewport(), &event);
    const QList<QMenu*> menus = list()->findChildren<QMenu*>(QStringLiteral("contextMenu"));
    return menus.isEmpty() ? nullptr : menus.last();
}

// An entry, or the first below it.
void TestEveryList::trigger(QMenu* menu, const QString& name) const
{
    QAction* action = menu->findChild<QAction*>(name);
    if (const auto* below = menu->findChild<QMenu*>(name))
        action = below->actions().constFirst();
    QVERIFY2(action, qPrintable(name));
    action->trigger();
}

void TestEveryList::placesWithListsAreFound()
{
    QStringList found;
    for (int kind = static_cast<int>(NodeKind::Server); kind < static_cast<int>(NodeKind::Count); ++kind) {
        m_rig->window->go({static_cast<NodeKind>(kind), ConsoleRig::key()});
        const bool has
            = m_rig->window->pane()->findChild<ListView*>() || m_rig->window->pane()->findChild<SessionsView*>();
        QCOMPARE(m_rig->window->pane()->columns() != nullptr, has);
        if (has)
            found.append(m_rig->window->pane()->objectName());
    }
    QVERIFY2(found.size() >= 9, qPrintable(found.join(u' ')));
}

void TestEveryList::goingThereSelectsTheFirstRow()
{
    if (isGroups())
        QSKIP("the keys go to the sessions");
    go();
    QTRY_VERIFY(list()->hasFocus());
    QTRY_COMPARE(list()->selectionModel()->selectedRows().size(), qsizetype(1));
    QCOMPARE(list()->selectionModel()->selectedRows().first().row(), 0);
    QCOMPARE(list()->currentIndex().row(), 0);
    probe::picture(m_rig->window.get(), m_rig->window->pane()->objectName());
    if (rows() == 1)
        return;
    // What one does next is as everywhere.
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    QCOMPARE(list()->selectionModel()->selectedRows().size(), qsizetype(1));
    QTest::keyClick(list(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(list()->selectionModel()->selectedRows().size(), qsizetype(2));
    // Come back: what was selected is.
    m_rig->window->findChild<TreeView*>()->setFocus();
    m_rig->window->pane()->focusContent();
    QCOMPARE(list()->selectionModel()->selectedRows().size(), qsizetype(2));
}

void TestEveryList::tabSelectsTheCurrentRow()
{
    go();
    m_rig->window->findChild<TreeView*>()->setFocus();
    list()->selectionModel()->clear();
    list()->setFocus(Qt::TabFocusReason);
    QVERIFY(list()->selectionModel()->isRowSelected(list()->currentIndex().row()));
    // On from the list there is the inspector where it has links, and never anything before the list.
    QTest::keyClick(list(), Qt::Key_Tab);
    QVERIFY(!list()->hasFocus());
}

void TestEveryList::filterIsLeftForTheFirstRow()
{
    if (isGroups())
        QSKIP("it is left for the sessions");
    go();
    QVERIFY(filter());
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return}) {
        list()->selectionModel()->clear();
        filter()->setFocus();
        QTest::keyClick(filter(), key);
        QVERIFY(list()->hasFocus());
        QCOMPARE(list()->selectionModel()->selectedRows().size(), qsizetype(1));
        QCOMPARE(list()->currentIndex().row(), 0);
    }
}

void TestEveryList::filterKnowsColumnsByBothNames()
{
    if (isGroups())
        QSKIP("it asks the sessions");
    go();
    QVERIFY(filter());
    using Kind = Filter::Field::Kind;
    const QAbstractItemModel& model = *list()->model();
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        const auto kind = static_cast<Kind>(model.headerData(column, Qt::Horizontal, filterKindRole).toInt());
        const QString value = kind == Kind::Time ? QStringLiteral("<1d")
            : kind > Kind::Program               ? QStringLiteral(":1")
                                                 : QStringLiteral(":word");
        QStringList names{Filter::nameOf(title), model.headerData(column, Qt::Horizontal, filterNameRole).toString()};
        names.removeAll(QString());
        for (const QString& name : names) {
            filter()->setText(name + value);
            QVERIFY2(filter()->state() == FilterField::State::Understood,
                qPrintable(filter()->text() + QStringLiteral(": ") + filter()->problem()));
        }
    }
}

void TestEveryList::rowMenuHasTheSameEntries()
{
    go();
    for (int column = -1; column < list()->model()->columnCount(); ++column) {
        QMenu* menu = openMenu(column);
        QVERIFY(menu);
        QStringList names{QStringLiteral("copyRows"), QStringLiteral("copyCsv"), QStringLiteral("columnMenu")};
        if (column < 0 || !cell(first(), column).isEmpty())
            names.append(QStringLiteral("copyCell"));
        if (filter())
            names += {QStringLiteral("onlyThis"), QStringLiteral("notThis"), QStringLiteral("copyFilter")};
        for (const QString& name : std::as_const(names))
            QVERIFY2(menu->findChild<QObject*>(name), qPrintable(QStringLiteral("%1 at %2").arg(name).arg(column)));
        QCOMPARE(menu->findChild<QObject*>(QStringLiteral("blockProgram")) != nullptr,
            !list()->model()->index(first(), 0).data(programRole).toString().isEmpty());
        for (const QAction* action : menu->actions()) {
            if (action->isSeparator())
                continue;
            QVERIFY2(action->isEnabled(), qPrintable(action->text()));
            QVERIFY2(!action->menu() || !action->menu()->isEmpty(), qPrintable(action->text()));
        }
        QStringList keys = mnemonicsOf(*menu);
        QCOMPARE(keys.removeDuplicates(), qsizetype(0));
        delete menu;
    }
}

void TestEveryList::everyEntryHasAnEffect()
{
    go();
    QMenu* menu = openMenu();
    QGuiApplication::clipboard()->clear();
    const QModelIndex current = list()->currentIndex();
    trigger(menu, QStringLiteral("copyCell"));
    QCOMPARE(QGuiApplication::clipboard()->text(), current.data(copyRole).toString());
    trigger(menu, QStringLiteral("copyCsv"));
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("\r\n")));
    if (isGroups()) {
        const SessionsModel& sessions = m_rig->server().sessions();
        const int all = sessions.rowCount();
        trigger(menu, QStringLiteral("onlyThis"));
        QCOMPARE(filter()->text(), Filter::word(QStringLiteral("program"), valueOf(first(), 0)));
        QTRY_COMPARE(cell(first(), SessionGroups::Sessions).toInt(), sessions.rowCount());
        trigger(menu, QStringLiteral("notThis"));
        QTRY_VERIFY(sessions.rowCount() < all);
    } else if (filter()) {
        const int all = rows();
        const int column = list()->currentIndex().column();
        const QString value = valueOf(0, column);
        trigger(menu, QStringLiteral("onlyThis"));
        QVERIFY2(filter()->problem().isEmpty(), qPrintable(filter()->problem()));
        QVERIFY(!filter()->text().isEmpty());
        QTRY_VERIFY(rows() > 0 && rows() <= all);
        for (int row = 0; row < rows(); ++row)
            QCOMPARE(valueOf(row, column), value);
        filter()->clear();
        QTRY_COMPARE(rows(), all);
        trigger(menu, QStringLiteral("notThis"));
        QVERIFY2(filter()->problem().isEmpty(), qPrintable(filter()->problem()));
        QTRY_VERIFY(rows() < all);
        trigger(menu, QStringLiteral("copyFilter"));
        filter()->setText(QGuiApplication::clipboard()->text());
        QVERIFY2(filter()->problem().isEmpty(), qPrintable(filter()->problem()));
        QTRY_VERIFY(rows() > 0);
        filter()->clear();
    }
    delete menu;
    menu = openMenu();
    if (QAction* block = menu->findChild<QAction*>(QStringLiteral("blockProgram"))) {
        QSignalSpy wanted(m_rig->window->pane(), &Pane::blockWanted);
        QVERIFY2(
            block->text().contains(list()->currentIndex().data(programRole).toString()), qPrintable(block->text()));
        block->trigger();
        QCOMPARE(wanted.size(), qsizetype(1));
    }
    delete menu;
}

void TestEveryList::actionMenuHasTheRowsEntries()
{
    if (isGroups())
        QSKIP("that menu is of the sessions");
    go();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    auto* actions = m_rig->find<QMenu>("actionMenu");
    emit actions->aboutToShow();
    QVERIFY(actions->findChild<QAction*>(QStringLiteral("copyRows")));
    QCOMPARE(actions->findChild<QObject*>(QStringLiteral("onlyThis")) != nullptr, filter() != nullptr);
    QStringList keys = mnemonicsOf(*actions);
    QCOMPARE(keys.removeDuplicates(), qsizetype(0));
}

void TestEveryList::whatTheRoleForbidsSaysWhy()
{
    m_rig->link->role = Role::Viewer;
    m_rig->link->setState(ControlClient::State::Online);
    QVERIFY(!m_rig->server().mayEdit());
    go();
    QMenu* menu = openMenu();
    QVERIFY(!menu->findChild<QAction*>(QStringLiteral("blockProgram")));
    QVERIFY(menu->toolTipsVisible());
    int forbidden = 0;
    for (const QAction* action : menu->actions()) {
        if (action->isSeparator() || action->isEnabled())
            continue;
        ++forbidden;
        QVERIFY2(action->toolTip().contains(QStringLiteral("role")), qPrintable(action->text()));
    }
    delete menu;
    // Everywhere but where there is nothing to do with a row, or nothing but to open it, which anybody may.
    static const QSet<NodeKind> harmless{
        NodeKind::FirewallClients, NodeKind::AuditTrail, NodeKind::ApplicationFilters, NodeKind::WebBrowser};
    QFETCH_GLOBAL(int, kind);
    QCOMPARE(forbidden > 0, !isGroups() && !harmless.contains(static_cast<NodeKind>(kind)));
}

void TestEveryList::copyGivesTitlesAndRawValues()
{
    go();
    list()->setFocus();
    list()->selectAll();
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), rows() + 1);
    const QAbstractItemModel& model = *list()->model();
    const QStringList titles = lines.first().split(u'\t');
    const QStringList cells = lines.at(1).split(u'\t');
    QCOMPARE(titles.size(), model.columnCount());
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(titles.at(column).startsWith(model.headerData(column, Qt::Horizontal).toString()));
        QCOMPARE(cells.at(column), model.index(0, column).data(copyRole).toString());
    }
}

void TestEveryList::cutCellsTellTheWhole()
{
    go();
    int cut = 0;
    for (int column = 0; column < list()->model()->columnCount(); ++column) {
        const QString text = cell(first(), column);
        header()->resizeSection(column, header()->minimumSectionSize());
        const QModelIndex index = list()->model()->index(first(), column);
        list()->scrollTo(index);
        const QRect rect = list()->visualRect(index);
        if (list()->fontMetrics().horizontalAdvance(text) < rect.width()) // a number, or short
            continue;
        ++cut;
        QToolTip::hideText();
        const QPoint at = rect.center();
        QHelpEvent event(QEvent::ToolTip, at, list()->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(list()->viewport(), &event);
        QVERIFY2(QToolTip::text().contains(text.toHtmlEscaped()), qPrintable(text + u'|' + QToolTip::text()));
    }
    QVERIFY(cut > 0);
}

void TestEveryList::numbersAreNeverCut()
{
    go();
    for (const QSize& size : {QSize(1320, 780), QSize(800, 600)}) {
        m_rig->window->resize(size);
        const QFontMetrics metrics = list()->fontMetrics();
        const auto cut = [&] {
            QStringList found;
            const bool isWide = size.width() > 800; // what is short is whole there
            for (int column = 0; column < list()->model()->columnCount(); ++column) {
                // Names of groups get what their numbers leave of a narrow list.
                const bool all = isWide && !(isGroups() && column == SessionGroups::Value);
                const auto side = static_cast<Qt::Alignment>(
                    list()->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
                for (int row = 0; row < rows(); ++row) {
                    const bool counts = all || side.testFlag(Qt::AlignRight);
                    if (counts && metrics.horizontalAdvance(cell(row, column)) + 6 > header()->sectionSize(column))
                        found.append(cell(row, column));
                }
            }
            return found.join(QStringLiteral(", "));
        };
        QTRY_COMPARE(cut(), QString());
        // What does not fit can be scrolled to.
        const int over = header()->length() - list()->viewport()->width();
        QTRY_VERIFY(over <= 0 || list()->horizontalScrollBar()->maximum() > 0);
    }
}

void TestEveryList::titlesAreNeverCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("fits");
    for (const char* language : {"en", "de"}) {
        // What the first window has on a screen of 1366x768.
        QTest::addRow("%s, first window", language) << QString::fromLatin1(language) << 100 << QSize(1320, 720) << true;
        QTest::addRow("%s, small", language) << QString::fromLatin1(language) << 100 << QSize(800, 576) << false;
        QTest::addRow("%s, large letters", language)
            << QString::fromLatin1(language) << 200 << QSize(1320, 720) << false;
    }
}

void TestEveryList::titlesAreNeverCut()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    QFETCH(QSize, size);
    QFETCH(bool, fits);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/translations/sallyport_%1.qm").arg(language)));
    m_rig.reset();
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(before.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    QCoreApplication::installTranslator(&translator);
    const auto leave = qScopeGuard([&] {
        m_rig.reset();
        QCoreApplication::removeTranslator(&translator);
        QApplication::setFont(before);
    });
    m_rig = std::make_unique<ConsoleRig>();
    fill();
    m_rig->window->resize(size);
    go();
    // As the style draws them.
    const auto cut = [this] {
        QStringList found;
        for (int column = 0; column < header()->count(); ++column) {
            QStyleOptionHeader title;
            title.initFrom(header());
            title.position
                = header()->visualIndex(column) == 0 ? QStyleOptionHeader::Beginning : QStyleOptionHeader::Middle;
            title.orientation = Qt::Horizontal;
            title.text = header()->model()->headerData(column, Qt::Horizontal).toString();
            if (header()->sortIndicatorSection() == column)
                title.sortIndicator = QStyleOptionHeader::SortDown;
            const QString text = std::exchange(title.text, {});
            const int frame
                = header()->style()->sizeFromContents(QStyle::CT_HeaderSection, &title, QSize(), header()).width();
            if (title.fontMetrics.elidedText(text, Qt::ElideRight, header()->sectionSize(column) - frame) != text)
                found.append(text);
        }
        return found.join(QStringLiteral(", "));
    };
    QTRY_COMPARE(cut(), QString());
    const auto over = [this] { return header()->length() - list()->viewport()->width(); };
    QTRY_VERIFY2(over() <= 0 || !fits, qPrintable(QString::number(over())));
    QTRY_VERIFY(over() <= 0 || list()->horizontalScrollBar()->maximum() > 0);
}

void TestEveryList::columnsMoveAndAreKept()
{
    go();
    QVERIFY(header()->sectionsMovable());
    header()->moveSection(0, 1);
    header()->resizeSection(1, 333); // as wide as none is by itself
    m_rig->restart();
    fill();
    go();
    QCOMPARE(header()->visualIndex(0), 1);
    QCOMPARE(header()->sectionSize(1), 333);
    QMenu* menu = openMenu();
    delete menu;
    (isGroups() ? &m_rig->window->pane()->findChild<GroupsView*>()->columns() : m_rig->window->pane()->columns())
        ->reset();
    QCOMPARE(header()->visualIndex(0), 0);
}

void TestEveryList::deleteOfNothingSaysWhatToDo()
{
    if (isGroups())
        QSKIP("nothing here can be deleted");
    go();
    if (!m_rig->window->pane()->standardAction(Pane::Standard::Delete))
        QSKIP("nothing here can be deleted");
    list()->setFocus();
    list()->selectionModel()->clear();
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY2(m_rig->window->reportText().startsWith(QStringLiteral("Select")), qPrintable(m_rig->window->reportText()));
}

// And for that nothing but the ages is painted anew.
void TestEveryList::agesMoveByThemselves()
{
    go();
    QList<int> ages;
    for (int column = 0; column < list()->model()->columnCount(); ++column) {
        if (list()->model()->headerData(column, Qt::Horizontal, filterKindRole).toInt()
            == static_cast<int>(Filter::Field::Kind::Time))
            ages.append(column);
    }
    if (ages.isEmpty() || qobject_cast<SessionsView*>(list()))
        QSKIP("no ages, or painted with every change");
    auto* timer = m_rig->window->pane()->findChild<QTimer*>(QStringLiteral("ages"));
    QVERIFY(timer && timer->isActive());
    QSignalSpy changed(list()->model(), &QAbstractItemModel::dataChanged);
    QVERIFY(QMetaObject::invokeMethod(timer, "timeout"));
    const auto ofAgesAlone = [&ages](const QList<QVariant>& one) {
        return ages.contains(one.at(0).toModelIndex().column()) && ages.contains(one.at(1).toModelIndex().column());
    };
    QVERIFY(!changed.isEmpty());
    QVERIFY(std::all_of(changed.cbegin(), changed.cend(), ofAgesAlone));
}

QTEST_MAIN(TestEveryList)
#include "test_everylist.moc"
