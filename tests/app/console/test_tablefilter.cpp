// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablefilter.h"
#include "models/items/clientsmodel.h"
#include "models/items/tablemodel.h"
#include "tests/models/policy/filtercases.h"

using namespace sallyport;
using testing::FilterCases;
using namespace std::chrono_literals;

namespace
{

// A list with a column for each field of a session but the port.
class ConnectionsTable final : public RowsModel<FilterCases::Row>
{
public:
    ConnectionsTable() { setRows(FilterCases::rows()); }

protected:
    int columns() const override { return static_cast<int>(titles.size()); }
    QString header(int column) const override { return titles.at(column); }
    FieldKind kind(int column) const override { return column == 4 ? FieldKind::Program : FieldKind::Text; }
    QString keyOf(const FilterCases::Row& row) const override { return QString::fromLatin1(row.name()); }
    QString text(int row, int column) const override
    {
        const auto& [session, connection] = rows().at(row);
        return QStringList{sessionTypeWord(session.type), session.user, session.computer, session.client.toString(),
            session.application, connection.host}
            .at(column);
    }

private:
    const QStringList titles{QStringLiteral("Type"), QStringLiteral("User"), QStringLiteral("Computer"),
        QStringLiteral("Client"), QStringLiteral("Program"), QStringLiteral("Host")};
};

class TestClock final : public Clock
{
public:
    TimePoint now() const override { return time; }
    TimePoint time{std::chrono::seconds(1'000'000'000)};
};

ClientFetch client(const char* computer, const char* version, std::uint64_t revision, TimePoint since)
{
    ClientFetch fetch;
    fetch.computer = QLatin1StringView(computer);
    fetch.version = QLatin1StringView(version);
    fetch.revision = revision;
    fetch.since = since;
    fetch.fetched = TimePoint(std::chrono::seconds(1'000'000'000));
    return fetch;
}

} // namespace

class TestTableFilter : public QObject
{
    Q_OBJECT

private slots:
    void cases_data() { FilterCases::add("tables", 100); }
    void cases();
    void aBadFilterLeavesTheLastOne();
    void columnsGoByTheirTitlesToo();
    void columnsAreComparedByWhatTheyHold_data();
    void columnsAreComparedByWhatTheyHold();
    void agesGoOn();
};

void TestTableFilter::cases()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    ConnectionsTable table;
    const SystemClock clock;
    TableFilter filter(clock);
    filter.setSourceModel(&table);
    const Status status = filter.setFilter(text);
    QByteArrayList fitting;
    for (int row = 0; row < filter.rowCount(); ++row)
        fitting.append(filter.index(row, 0).data(TableModel::IdRole).toByteArray());
    QCOMPARE(status ? FilterCases::outcome(fitting) : FilterCases::outcome(status.error()), expected);
}

void TestTableFilter::aBadFilterLeavesTheLastOne()
{
    ConnectionsTable table;
    const SystemClock clock;
    TableFilter filter(clock);
    filter.setSourceModel(&table);
    QVERIFY(filter.setFilter(QStringLiteral("user:=anna")).ok());
    QCOMPARE(filter.rowCount(), 1);
    const Status status = filter.setFilter(QStringLiteral("nick:x"));
    QVERIFY(!status);
    QVERIFY2(status.error().detail.contains(QStringLiteral("computer")), qPrintable(status.error().detail));
    QCOMPARE(filter.rowCount(), 1);
}

void TestTableFilter::columnsGoByTheirTitlesToo()
{
    // As German has them.
    class Translated final : public RowsModel<QString>
    {
    protected:
        int columns() const override { return 2; }
        QString header(int column) const override
        {
            return column ? QStringLiteral("Hat sie seit") : QStringLiteral("Anwendung");
        }
        QString filterName(int column) const override
        {
            return column ? QStringLiteral("since") : QStringLiteral("application");
        }
        FieldKind kind(int column) const override { return column ? FieldKind::Text : FieldKind::Program; }
        QString keyOf(const QString& row) const override { return row; }
        QString text(int row, int column) const override { return column ? QStringLiteral("x") : rows().at(row); }
    };
    Translated table;
    table.setRows({QStringLiteral("aim.exe"), QStringLiteral("icq")});
    const SystemClock clock;
    TableFilter filter(clock);
    filter.setSourceModel(&table);
    for (const char* text : {"application:aim", "anwendung:aim", "program:=AIM", "anw:aim", "aim hatsieseit:x",
             "aim since:x", "-program:icq"}) {
        QVERIFY2(filter.setFilter(QLatin1StringView(text)).ok(), text);
        QVERIFY2(filter.rowCount() == 1, text);
        QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("aim.exe"));
    }
    QCOMPARE(filter.valuesOf(QStringLiteral("application")).values.size(), 2); // shown or not
    QVERIFY(filter.valuesOf(QStringLiteral("nick")).values.isEmpty());
}

void TestTableFilter::columnsAreComparedByWhatTheyHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* text, int expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("revision>3", 1);
    row("revision:3", 1); // a whole number
    row("3", 1);
    row("age<5m", 1);
    row("since<5m", 1);
    row("asked<5m", 2);
    row("askedlast<5m", 2);
    row("computer:\"\"", 1);
    row("computer:\"(no name)\"", 1);
    row("-computer:pc*", 1);
    row("state:stale", 1);
}

void TestTableFilter::columnsAreComparedByWhatTheyHold()
{
    QFETCH(QString, text);
    QFETCH(int, expected);
    const TestClock clock;
    ClientsModel clients;
    clients.setCurrent(QStringLiteral("v3"), 3);
    clients.setRows({client("PC3", "v3", 3, clock.time - 1min), client("", "v12", 12, clock.time - 48h)});
    clients.setNow(clock.time);
    TableFilter filter(clock);
    filter.setSourceModel(&clients);
    const Status status = filter.setFilter(text);
    QVERIFY2(status.ok(), status ? "" : qPrintable(status.error().text()));
    QCOMPARE(filter.rowCount(), expected);
}

// A list whose ages move lets go of what grew too old.
void TestTableFilter::agesGoOn()
{
    TestClock clock;
    ClientsModel clients;
    clients.setRows({client("PC3", "v3", 3, clock.time - 4min)});
    TableFilter filter(clock);
    filter.setSourceModel(&clients);
    QVERIFY(filter.setFilter(QStringLiteral("since<5m")).ok());
    QCOMPARE(filter.rowCount(), 1);
    clock.time += 2min;
    clients.setNow(clock.time);
    QCOMPARE(filter.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTableFilter)
#include "test_tablefilter.moc"
