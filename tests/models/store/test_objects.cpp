// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/objects.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

namespace
{

QJsonArray names(int count)
{
    QJsonArray list;
    for (int i = 0; i < count; ++i)
        list.append(QStringLiteral("host-%1.example.com").arg(i));
    return list;
}

QJsonObject with(const QJsonArray& list)
{
    return {{QStringLiteral("names"), list}};
}

int newObjects(const ObjectTree& before, const ObjectTree& after)
{
    QSet<QByteArray> known;
    for (const auto& [address, bytes] : before.objects)
        known.insert(address);
    int count = 0;
    for (const auto& [address, bytes] : after.objects)
        count += known.contains(address) ? 0 : 1;
    return count;
}

} // namespace

class TestObjects : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto opened = Database::open(
            m_dir.filePath(QStringLiteral("objects.db")), {1, {{objectTableSql()}}}, Durability::Normal);
        QVERIFY(opened);
        m_database = *std::move(opened);
    }

    void roundTrip_data()
    {
        QTest::addColumn<QJsonObject>("value");
        const QString longText(5000, QLatin1Char('x'));
        QTest::newRow("empty") << QJsonObject();
        QTest::newRow("scalars") << QJsonObject{{QStringLiteral("a"), true}, {QStringLiteral("b"), QJsonValue()},
            {QStringLiteral("c"), -7}, {QStringLiteral("d"), 0.125}, {QStringLiteral("e"), qint64(1) << 53},
            {QStringLiteral("f"), 1e300}};
        QTest::newRow("text") << QJsonObject{
            {QStringLiteral("a\"\\\n"), QStringLiteral("\u0001\t\"\\/\u00fc\u20ac\U0001f600")}};
        QTest::newRow("long text") << QJsonObject{{QStringLiteral("a"), longText}};
        QTest::newRow("looks like a reference")
            << QJsonObject{{QStringLiteral("a"), QJsonObject{{QStringLiteral("$ref"), QStringLiteral("00")}}},
                   {QStringLiteral("b"), QJsonObject{{QStringLiteral("$list"), QStringLiteral("00")}}},
                   {QStringLiteral("$$c"), QStringLiteral("$ref")}};
        QTest::newRow("long list") << with(names(5000));
        QTest::newRow("equal elements") << with([] {
            QJsonArray list;
            for (int i = 0; i < 5000; ++i)
                list.append(QStringLiteral("the same again"));
            return list;
        }());
        QTest::newRow("long list of objects with long members") << with([&] {
            QJsonArray list;
            for (int i = 0; i < 300; ++i)
                list.append(QJsonObject{{QStringLiteral("$n"), i}, {QStringLiteral("text"), longText},
                    {QStringLiteral("nested"), names(i % 100)}});
            return list;
        }());
    }

    void roundTrip()
    {
        QFETCH(QJsonObject, value);
        const ObjectTree tree = encodeObjects(value);
        QVERIFY(writeObjects(*m_database, tree));
        const auto read = readObjects(*m_database, tree.root);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
        QCOMPARE(*read, value);
        QCOMPARE(encodeObjects(*read).root, tree.root);
    }

    void anEditOfALongListMakesFewObjects()
    {
        const ObjectTree before = encodeObjects(with(names(100000)));
        QVERIFY(before.objects.size() > 1000);
        QVERIFY(before.objects.size() < 20000);
        QRandomGenerator random(42);
        for (int round = 0; round < 3; ++round) {
            const int at = random.bounded(100000);
            QJsonArray changed = names(100000);
            changed[at] = QStringLiteral("changed.example.com");
            QJsonArray longer = names(100000);
            longer.insert(at, QStringLiteral("added.example.com"));
            QJsonArray shorter = names(100000);
            shorter.removeAt(at);
            for (const QJsonArray& list : {changed, longer, shorter}) {
                const int count = newObjects(before, encodeObjects(with(list)));
                QVERIFY2(count >= 2 && count <= 12, qPrintable(QString::number(count)));
            }
        }
    }

    void damageIsFound()
    {
        const ObjectTree tree = encodeObjects(with(names(1000)));
        QVERIFY(writeObjects(*m_database, tree));
        QVERIFY(m_database->run(
            QStringLiteral(
                "UPDATE object SET bytes = CAST(replace(CAST(bytes AS TEXT), 'host-77.', 'host-78.') AS BLOB)"
                " WHERE address = ?"),
            {tree.root}));
        QVERIFY(readObjects(*m_database, tree.root)); // the root holds no name
        for (const auto& [address, bytes] : tree.objects) {
            if (bytes.contains("host-77."))
                QVERIFY(m_database->run(QStringLiteral("UPDATE object SET bytes = ? WHERE address = ?"),
                    {QByteArray(bytes).replace("host-77.", "host-78."), address}));
        }
        const auto changed = readObjects(*m_database, tree.root);
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::Corrupt);
        QVERIFY(changed.error().detail.contains(QLatin1StringView("damaged")));
        QVERIFY(m_database->run(QStringLiteral("DELETE FROM object WHERE address = ?"), {tree.objects.front().first}));
        const auto missing = readObjects(*m_database, tree.root);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Corrupt);
    }

    void unreachableObjectsAreRemoved()
    {
        const ObjectTree kept = encodeObjects(with(names(3000)));
        const ObjectTree gone = encodeObjects(with(names(3001)));
        QVERIFY(m_database->exec(QStringLiteral("DELETE FROM object")));
        QVERIFY(writeObjects(*m_database, kept));
        QVERIFY(writeObjects(*m_database, gone));
        QVERIFY(removeUnreachable(*m_database, {kept.root}));
        auto rows = m_database->run(QStringLiteral("SELECT count(*) FROM object"));
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->value(0).toULongLong(), kept.objects.size());
        QVERIFY(readObjects(*m_database, kept.root));
        QVERIFY(!readObjects(*m_database, gone.root));
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestObjects)
#include "test_objects.moc"
