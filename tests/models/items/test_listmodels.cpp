// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/items/applicationsettingsmodel.h"
#include "models/items/auditmodel.h"
#include "models/items/changesmodel.h"
#include "models/items/clientsmodel.h"
#include "models/items/historymodel.h"
#include "models/items/lineproblemsmodel.h"
#include "models/items/partsmodel.h"
#include "models/items/problemsmodel.h"
#include "models/items/ratehistory.h"
#include "models/items/servicesmodel.h"
#include "models/items/texts.h"
#include "models/items/texttablemodel.h"
#include "models/policy/fields.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace sallyport;
using namespace std::chrono_literals;

class TestListModels : public QObject
{
    Q_OBJECT

private slots:
    void rowsAreKeptByKey();
    void rowsSurviveManyScatteredChanges();
    void servicesSayTheirState();
    void timesAndNumbersCopyWhole();
    void agesAloneFollowTheTime();
    void marksHaveAWord();
    void numbersOfEveryLanguageAreShownPlain();
    void partsAreTicked();
    void problemsOfAFileComeErrorsFirst();
    void staleClientsAreMarkedByWordAndShape();
    void settingsOfDisabledProgramsAreInert();
    void historyMarksTheRevisionInForce();
    void changesAndProblems();
    void everyFieldHasItsWords();
    void auditTellsOutcome();
    void ratesKeepFiveMinutes();
};

void TestListModels::rowsAreKeptByKey()
{
    TextTableModel model({QStringLiteral("Name"), QStringLiteral("State")});
    QAbstractItemModelTester tester(&model);
    const auto row = [](const char* name, const char* state = "x") {
        return TextRow{{QLatin1StringView(name), QLatin1StringView(state)}, Mark::None};
    };
    model.setRows({row("a"), row("b"), row("c")});
    const QPersistentModelIndex c = model.index(2, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows({row("c", "y"), row("d"), row("b")});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(c.row(), 0);
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("y"));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowOf(QStringLiteral("b")), 2);
    model.setRows({});
    QVERIFY(!c.isValid());
}

// Enough separate places to take the way by reordering, with keys that repeat.
void TestListModels::rowsSurviveManyScatteredChanges()
{
    TextTableModel model({QStringLiteral("Name")});
    QAbstractItemModelTester tester(&model);
    const auto rows = [](const QList<int>& names) {
        QList<TextRow> made;
        for (const int name : names)
            made.append(TextRow{{QString::number(name)}, Mark::None});
        return made;
    };
    QList<int> even;
    QList<int> thirds;
    for (int i = 0; i < 400; ++i) {
        even.append(2 * i);
        thirds.prepend(3 * i);
    }
    even.append(6);
    model.setRows(rows(even));
    const QPersistentModelIndex kept = model.index(300, 0); // 600
    const QPersistentModelIndex gone = model.index(301, 0); // 602
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows(rows(thirds));
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 400);
    QVERIFY(!gone.isValid());
    QCOMPARE(kept.data().toString(), QStringLiteral("600"));
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row, 0).data().toString(), QString::number(thirds.at(row)));
    model.setRows(rows(even));
    QCOMPARE(kept.row(), 300);
    QCOMPARE(model.rowCount(), 401);
}

void TestListModels::partsAreTicked()
{
    PartsModel model;
    QAbstractItemModelTester tester(&model);
    QSignalSpy ticked(&model, &PartsModel::tickedChanged);
    const auto change = [](ChangeKind kind, const char* path, const char* before, const char* after) {
        return PolicyChange{kind, QString::fromLatin1(path), QString::fromLatin1(before), QString::fromLatin1(after)};
    };
    const QString icq = QStringLiteral("client.applications[icq]");
    model.setParts({{QStringLiteral("client.port"), {change(ChangeKind::Changed, "client.port", "1745", "1750")}},
        {icq,
            {change(ChangeKind::Removed, "client.applications[icq].Disable", "1", ""),
                change(ChangeKind::Added, "client.applications[icq].Persistent", "", "1")}}});
    QCOMPARE(ticked.size(), 1);
    QCOMPARE(model.tickedPaths().size(), 2);
    QVERIFY(model.index(0, PartsModel::What).data().toString().startsWith(QLatin1StringView("~ ")));
    QVERIFY(model.index(1, PartsModel::What).data().toString().startsWith(QLatin1StringView("~ ")));
    QCOMPARE(model.index(1, PartsModel::Before).data().toString(), QStringLiteral("Disable=1"));
    QCOMPARE(model.index(1, PartsModel::After).data().toString(), QStringLiteral("Persistent=1"));
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(ticked.size(), 2);
    QCOMPARE(model.tickedPaths(), QSet<QString>{QStringLiteral("client.port")});
    QVERIFY(model.index(1, 1).data(TableModel::InertRole).toBool());
    // While the rows change, it stays so.
    model.setParts({{icq, {change(ChangeKind::Removed, "client.applications[icq]", "Disable=1", "")}}});
    QVERIFY(model.tickedPaths().isEmpty());
    QVERIFY(model.index(0, PartsModel::What).data().toString().startsWith(QStringLiteral("− ")));
    model.tickAll();
    QCOMPARE(model.tickedPaths(), QSet<QString>{icq});
}

void TestListModels::problemsOfAFileComeErrorsFirst()
{
    LineProblemsModel model;
    QAbstractItemModelTester tester(&model);
    const auto problem = [](Severity severity, Fault fault, int line) {
        return Problem{severity, {ErrorCode::Syntax, {}, QString::number(line), fault}, {}, line};
    };
    model.setProblems({problem(Severity::Warning, Fault::ClientKeyless, 3),
        problem(Severity::Warning, Fault::ProgramKeptBlocked, 4), problem(Severity::Error, Fault::LatMixed, 90)});
    QCOMPARE(model.index(0, LineProblemsModel::Line).data(TableModel::SortRole).toInt(), 90);
    const QStringList kinds{QStringLiteral("Error"), QStringLiteral("Left out"), QStringLiteral("Warning")};
    for (int row = 0; row < 3; ++row)
        QCOMPARE(model.index(row, LineProblemsModel::Kind).data().toString(), kinds.at(row));
    QVERIFY(model.summary().startsWith(QStringLiteral("1 error")));
    model.setProblems({});
    QVERIFY(model.summary().isEmpty());
}

void TestListModels::servicesSayTheirState()
{
    ServicesModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows(
        {{ServiceName::Firewall, ServiceState::Running, TimePoint(10s), QStringLiteral("127.0.0.1:1745"), {}, 7},
            {ServiceName::Socks, ServiceState::Failed, TimePoint(10s), {}, QStringLiteral("port 1080 is taken"), 0}});
    model.setNow(TimePoint(130s));
    QCOMPARE(model.index(0, ServicesModel::State).data(TableModel::MarkRole).toInt(), static_cast<int>(Mark::Good));
    QCOMPARE(model.index(1, ServicesModel::State).data(TableModel::MarkRole).toInt(), static_cast<int>(Mark::Bad));
    QCOMPARE(model.index(0, ServicesModel::Since).data().toString(), QStringLiteral("2 min"));
    QCOMPARE(model.index(1, ServicesModel::Endpoint).data().toString(), QStringLiteral("closed"));
    QCOMPARE(model.index(0, ServicesModel::Connections).data(TableModel::SortRole).toInt(), 7);
}

// What is shown is for people: an age, digits in groups. What is copied is for programs.
void TestListModels::timesAndNumbersCopyWhole()
{
    ServicesModel services;
    services.setRows({{ServiceName::Firewall, ServiceState::Running, TimePoint(10s), {}, {}, 1234567}});
    services.setNow(TimePoint(130s));
    HistoryModel history;
    Revision revision;
    revision.number = 1234567;
    revision.time = TimePoint(10s);
    history.setRows({revision});
    const auto cell = [](const TableModel& model, int column) { return model.index(0, column); };
    QCOMPARE(cell(services, ServicesModel::Connections).data(copyRole).toString(), QStringLiteral("1234567"));
    QCOMPARE(cell(history, HistoryModel::Number).data(copyRole).toString(), QStringLiteral("1234567"));
    for (const QModelIndex& time : {cell(services, ServicesModel::Since), cell(history, HistoryModel::Time)}) {
        QCOMPARE(time.data(copyRole).toString(), texts::isoTime(TimePoint(10s)));
        QCOMPARE(time.data(Qt::ToolTipRole).toString(), texts::exactTime(TimePoint(10s)));
        QCOMPARE(time.data(filterValueRole).toLongLong(), TimePoint(10s).time_since_epoch().count());
        QCOMPARE(time.data(TableModel::SortRole).toLongLong(), TimePoint(10s).time_since_epoch().count());
    }
}

// Only the cells that hold ages are drawn anew as time goes.
void TestListModels::agesAloneFollowTheTime()
{
    ClientsModel model;
    model.setRows({ClientFetch{}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setNow(TimePoint(130s));
    QSet<int> columns;
    for (const QList<QVariant>& told : changed) {
        for (int column = told.at(0).toModelIndex().column(); column <= told.at(1).toModelIndex().column(); ++column)
            columns.insert(column);
    }
    QCOMPARE(columns, (QSet<int>{ClientsModel::Since, ClientsModel::Fetched}));
}

// The shape in a cell is no use to who does not see it.
void TestListModels::marksHaveAWord()
{
    TextTableModel model({QStringLiteral("Name")});
    QList<TextRow> rows;
    for (const Mark mark : {Mark::None, Mark::Good, Mark::Attention, Mark::Bad})
        rows.append({{QString::number(static_cast<int>(mark))}, mark});
    model.setRows(rows);
    QSet<QString> words;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const QString word = index.data(Qt::AccessibleDescriptionRole).toString();
            QCOMPARE(word.isEmpty(), index.data(TableModel::MarkRole).toInt() == static_cast<int>(Mark::None));
            words.insert(word);
        }
    }
    QCOMPARE(words.size(), 4);
}

void TestListModels::numbersOfEveryLanguageAreShownPlain()
{
    const QLocale before;
    for (const QLocale::Language language : {QLocale::French, QLocale::German, QLocale::English}) {
        QLocale::setDefault(QLocale(language));
        ServicesModel model;
        model.setRows({{ServiceName::Firewall, ServiceState::Running, TimePoint(10s), {}, {}, 1234567}});
        const QString shown = model.index(0, ServicesModel::Connections).data().toString();
        QVERIFY2(
            !shown.contains(QStringLiteral("U+")) && shown.startsWith(u'1') && shown.size() == 9, qPrintable(shown));
        for (const QString& text : {texts::bytes(1047000), texts::rate(1023), texts::exactBytes(1234567)})
            QCOMPARE(visibleText(text), text);
    }
    QCOMPARE(texts::rate(501), QStringLiteral("501 B/s"));
    QCOMPARE(texts::rate(2150), QStringLiteral("2.1 KiB/s"));
    QCOMPARE(texts::exactRate(2150.4), QStringLiteral("2,150 B/s"));
    QLocale::setDefault(before);
}

void TestListModels::staleClientsAreMarkedByWordAndShape()
{
    ClientsModel model;
    QAbstractItemModelTester tester(&model);
    ClientFetch fetch;
    fetch.computer = QStringLiteral("PC-17");
    fetch.address = IpAddress::fromV4(0x7f000001);
    fetch.version = QStringLiteral("\"abc\"");
    model.setRows({fetch});
    model.setCurrent(QStringLiteral("\"abc\""), 3);
    QCOMPARE(model.staleCount(), 0);
    QCOMPARE(model.index(0, ClientsModel::State).data().toString(), QStringLiteral("Current"));
    model.setCurrent(QStringLiteral("\"def\""), 4);
    QCOMPARE(model.staleCount(), 1);
    QCOMPARE(model.index(0, ClientsModel::State).data().toString(), QStringLiteral("Stale"));
    QCOMPARE(model.index(0, ClientsModel::State).data(TableModel::MarkRole).toInt(), static_cast<int>(Mark::Attention));
}

void TestListModels::settingsOfDisabledProgramsAreInert()
{
    ApplicationSettingsModel model;
    QAbstractItemModelTester tester(&model);
    ApplicationEntry entry{QStringLiteral("1"), QStringLiteral("msmsgs"), {}};
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    entry.setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    model.setEntries({entry});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.index(0, 0).data(TableModel::InertRole).toBool());
    QVERIFY(model.index(1, 0).data(TableModel::InertRole).toBool());
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("msmsgs")));
    entry.setValue(ApplicationKey::DisableEx, QStringLiteral("0")); // lifts it
    model.setEntries({entry});
    QVERIFY(!model.index(1, 0).data(TableModel::InertRole).toBool());
    entry.setValue(ApplicationKey::Disable, QStringLiteral("0"));
    model.setEntries({entry});
    QVERIFY(!model.index(1, 0).data(TableModel::InertRole).toBool());
}

void TestListModels::historyMarksTheRevisionInForce()
{
    HistoryModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows({{2, 1, QStringLiteral("anna"), QStringLiteral("block msmsgs"), TimePoint(60s), {}},
        {1, 0, QStringLiteral("sallyportd"), {}, TimePoint(10s), {}}});
    model.setHead(2);
    QCOMPARE(model.index(0, HistoryModel::State).data(TableModel::MarkRole).toInt(), static_cast<int>(Mark::Good));
    QCOMPARE(model.index(1, HistoryModel::Number).data().toString(), QStringLiteral("1"));
    QCOMPARE(model.index(0, HistoryModel::Number).data(TableModel::SortRole).toInt(), 2);
}

void TestListModels::changesAndProblems()
{
    ChangesModel changes;
    QAbstractItemModelTester changesTester(&changes);
    changes.setRows(
        {{ChangeKind::Added, QStringLiteral("client.applications[msmsgs].Disable"), {}, QStringLiteral("1")},
            {ChangeKind::Removed, QStringLiteral("localDomains[x]"), QStringLiteral("x"), {}}});
    QCOMPARE(changes.index(0, ChangesModel::What).data().toString(), QStringLiteral("+ msmsgs: Disable"));
    QCOMPARE(changes.index(1, ChangesModel::What).data().toString().left(2), QStringLiteral("− "));
    QCOMPARE(changes.index(1, ChangesModel::After).data().toString(), QStringLiteral("removed"));

    ProblemsModel problems;
    QAbstractItemModelTester problemsTester(&problems);
    problems.setRows(
        {{Severity::Error, {ErrorCode::OutOfRange, QStringLiteral("client.port"), QStringLiteral("use 1-65535")},
            QStringLiteral("0"), 0}});
    QCOMPARE(problems.index(0, ProblemsModel::Kind).data().toString(), QStringLiteral("Error"));
    QCOMPARE(problems.index(0, ProblemsModel::Kind).data(TableModel::MarkRole).toInt(), static_cast<int>(Mark::Bad));
}

void TestListModels::everyFieldHasItsWords()
{
    for (const PolicyField& field : policyFields()) {
        const QString path(field.path);
        QVERIFY2(texts::changePath(path) != path, qPrintable(path));
    }
    QCOMPARE(texts::changePath(QStringLiteral("client.port")), QStringLiteral("Port told to clients"));
    QCOMPARE(texts::changePath(QStringLiteral("localAddresses[2]")), QStringLiteral("Local Address Table, line 3"));
    QCOMPARE(
        texts::changePath(QStringLiteral("localDomains[*.example]")), QStringLiteral("Local Domain Table: *.example"));
    for (const QString& odd : {QString(), QStringLiteral("["), QStringLiteral("localDomains["), QStringLiteral("x[1]")})
        QVERIFY(texts::changePath(odd) == odd || !texts::changePath(odd).isEmpty());
}

void TestListModels::auditTellsOutcome()
{
    AuditModel model;
    QAbstractItemModelTester tester(&model);
    model.setRows({{5, TimePoint(9s), QStringLiteral("anna"), QStringLiteral("local:uid=1000"),
        QStringLiteral("policy.apply"), {}, false}});
    QCOMPARE(model.index(0, AuditModel::What).data().toString(), QStringLiteral("Apply"));
    QCOMPARE(model.index(0, AuditModel::Outcome).data().toString(), QStringLiteral("Refused"));
}

void TestListModels::ratesKeepFiveMinutes()
{
    RateHistory history;
    for (int i = 0; i < 400; ++i)
        history.add({static_cast<double>(i), 0}, TimePoint(std::chrono::seconds(i)));
    QCOMPARE(history.samples().size(), qsizetype(300));
    QCOMPARE(history.samples().first().sent, 100.0);
    QCOMPARE(history.samples().last().sent, 399.0);
    // Nobody looked for a minute: what was seen before is a minute older, and the minute is a gap.
    history.add({1000, 0}, TimePoint(459s));
    QCOMPARE(history.samples().size(), qsizetype(300));
    QCOMPARE(history.samples().first().sent, 160.0);
    QCOMPARE(history.samples().at(239).sent, 399.0);
    QVERIFY(std::isnan(history.samples().at(240).sent));
    QVERIFY(std::isnan(history.samples().at(298).sent));
    QCOMPARE(history.samples().last().sent, 1000.0);
}

QTEST_GUILESS_MAIN(TestListModels)
#include "test_listmodels.moc"
