// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/serverbook.h"
#include "app/ctl/table.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void wordsAndOptions();
    void refusals_data();
    void refusals();
    void numbers();
    void tableIsAlignedAndSafe();
    void serverBook();
};

namespace
{

Result<Arguments> parse(const QString& line)
{
    return parseArguments(
        line.split(u' '), {QStringLiteral("comment"), QStringLiteral("limit")}, {QStringLiteral("json")});
}

} // namespace

void TestArguments::wordsAndOptions()
{
    const auto arguments = parse(QStringLiteral("app --json set --comment=why not --limit 5 -- --x"));
    QVERIFY(arguments.ok());
    QCOMPARE(arguments->words,
        QStringList({QStringLiteral("app"), QStringLiteral("set"), QStringLiteral("not"), QStringLiteral("--x")}));
    QCOMPARE(arguments->value("comment"), QStringLiteral("why"));
    QVERIFY(arguments->has("json"));
    QCOMPARE(arguments->number("limit", 1, 1, 10).value(), 5);
    QCOMPARE(arguments->number("before", 3, 1, 10).value(), 3);
}

void TestArguments::refusals_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("unknown") << QStringLiteral("app --force");
    QTest::newRow("unknown with value") << QStringLiteral("app --force=1");
    QTest::newRow("no value") << QStringLiteral("app --comment");
    QTest::newRow("switch with value") << QStringLiteral("app --json=1");
    QTest::newRow("twice") << QStringLiteral("app --comment a --comment b");
}

void TestArguments::refusals()
{
    QFETCH(QString, line);
    const auto arguments = parse(line);
    QVERIFY(!arguments);
    QVERIFY(arguments.error().subject.startsWith(QStringLiteral("--")));
}

void TestArguments::numbers()
{
    const auto arguments = parse(QStringLiteral("log --limit many"));
    QVERIFY(!arguments->number("limit", 1, 1, 10));
    QVERIFY(!parse(QStringLiteral("log --limit 11"))->number("limit", 1, 1, 10));
}

void TestArguments::tableIsAlignedAndSafe()
{
    Table table({QStringLiteral("A"), QStringLiteral("LONG"), QStringLiteral("C")});
    table.add({QStringLiteral("wide one"), QString(), QStringLiteral("\x1b[31mred\n")});
    QCOMPARE(table.text(), QStringLiteral("A         LONG  C\nwide one  -     <U+001B>[31mred<U+000A>\n"));
    QCOMPARE(timeText(QJsonValue(qint64(1769904000000000))), QStringLiteral("2026-02-01 00:00:00Z"));
}

void TestArguments::serverBook()
{
    QTemporaryDir dir;
    const ServerBook book(dir.filePath(QStringLiteral("config")));
    QVERIFY(book.servers()->isEmpty());
    QCOMPARE(book.server(QStringLiteral("gate")).error().code, ErrorCode::NotFound);
    const KnownServer gate{QStringLiteral("gate"), QStringLiteral("192.0.2.1"), 1746, QString(64, u'a')};
    QVERIFY(book.add(gate)->put());
    KnownServer moved = gate;
    moved.host = QStringLiteral("192.0.2.2");
    QCOMPARE(book.add(moved).error().code, ErrorCode::Duplicate);
    KnownServer renewed = gate;
    renewed.fingerprint = QString(64, u'b');
    QVERIFY(book.add(renewed)->put());
    QCOMPARE(book.server(gate.name)->fingerprint, renewed.fingerprint);
    QVERIFY(book.add(gate)->put());
    QCOMPARE(book.servers()->size(), 1);
    QCOMPARE(book.server(gate.name)->host, gate.host);
    const auto endpoint = book.endpoint(gate);
    QVERIFY(endpoint.ok());
    QCOMPARE(book.identity()->certificatePem, endpoint->certificatePem);
    const QFileInfo key(dir.filePath(QStringLiteral("config/identity.key")));
    QVERIFY(!key.permission(QFile::ReadGroup) && !key.permission(QFile::ReadOther));
}

QTEST_GUILESS_MAIN(TestArguments)
#include "test_arguments.moc"
