// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/tablefilter.h"
#include "models/items/tablemodel.h"
#include "tests/models/policy/filtercases.h"

using namespace sallyport;
using testing::FilterCases;

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
    bool holdsPrograms(int column) const override { return column == 4; }
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

} // namespace

class TestTableFilter : public QObject
{
    Q_OBJECT

private slots:
    void cases_data() { FilterCases::add("tables", 90); }
    void cases();
    void aBadFilterLeavesTheLastOne();
};

void TestTableFilter::cases()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    ConnectionsTable table;
    TableFilter filter;
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
    TableFilter filter;
    filter.setSourceModel(&table);
    QVERIFY(filter.setFilter(QStringLiteral("user:=anna")).ok());
    QCOMPARE(filter.rowCount(), 1);
    const Status status = filter.setFilter(QStringLiteral("nick:x"));
    QVERIFY(!status);
    QVERIFY2(status.error().detail.contains(QStringLiteral("computer")), qPrintable(status.error().detail));
    QCOMPARE(filter.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestTableFilter)
#include "test_tablefilter.moc"
