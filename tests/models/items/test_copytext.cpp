// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/auditmodel.h"
#include "models/items/copytext.h"

#include <QtTest>

using namespace sallyport;

class TestCopyText : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreNoFormulas_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("tabs");
        QTest::addColumn<QString>("csv");
        const auto row = [](const char* cell, const char* tabs, const char* csv) {
            QTest::newRow(cell) << QString::fromLatin1(cell) << QString::fromLatin1(tabs) << QString::fromLatin1(csv);
        };
        row("aim", "aim", "aim");
        row("", "", "");
        row("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
        row("+1", "'+1", "'+1");
        row("-1", "'-1", "'-1");
        row("@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)");
        row("\t=1", "' =1", "'\t=1");
        row("\r=1", "' =1", "\"'\r=1\"");
        row("a=b", "a=b", "a=b");
        row("a, \"b\"", "a, \"b\"", "\"a, \"\"b\"\"\"");
        row("a\nb", "a b", "\"a\nb\"");
        row("=a,b", "'=a,b", "\"'=a,b\"");
    }

    void cellsAreNoFormulas()
    {
        QFETCH(QString, cell);
        QTEST(tabSeparated({{QStringLiteral("x"), cell}}).mid(2), "tabs");
        const QString csv = commaSeparated({{QStringLiteral("x"), cell}});
        QVERIFY(csv.endsWith(QLatin1StringView("\r\n")));
        QTEST(csv.mid(2).chopped(2), "csv");
    }

    void timesAreExact()
    {
        AuditModel model;
        AuditRecord record;
        record.number = 1;
        record.time = TimePoint(std::chrono::seconds(1795800605));
        model.setRows({record});
        model.setNow(record.time);
        const QString copied = model.index(0, AuditModel::Time).data(copyRole).toString();
        const QDateTime read = QDateTime::fromString(copied, Qt::ISODate);
        QCOMPARE(read.toSecsSinceEpoch(), 1795800605);
        QVERIFY2(copied.contains(QRegularExpression(QStringLiteral("(Z|[+-]\\d\\d:\\d\\d)$"))), qPrintable(copied));
    }
};

QTEST_GUILESS_MAIN(TestCopyText)
#include "test_copytext.moc"
