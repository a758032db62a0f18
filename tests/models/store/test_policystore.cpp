// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/policystore.h"
#include "tests/models/store/samplepolicy.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sallyport;

namespace
{

const QString anna = QStringLiteral("anna");

int rowsOf(const QString& file, const QString& table)
{
    int count = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("count"));
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT count(*) FROM %1").arg(table), database);
            if (query.next())
                count = query.value(0).toInt();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("count"));
    return count;
}

} // namespace

class TestPolicyStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_file = m_dir->filePath(QStringLiteral("policy.db"));
    }

    void anEmptyStoreHasNoHead()
    {
        auto store = PolicyStore::open(m_file);
        QVERIFY(store);
        const auto head = (*store)->head();
        QVERIFY(head);
        QCOMPARE(head->number, RevisionNumber(0));
        QVERIFY((*store)->history(10)->isEmpty());
        QCOMPARE((*store)->policy(1).error().code, ErrorCode::NotFound);
        QCOMPARE((*store)->revision(0).error().code, ErrorCode::NotFound);
    }

    void revisionsAreKept()
    {
        {
            auto store = PolicyStore::open(m_file);
            for (int number = 1; number <= 5; ++number) {
                const auto applied = (*store)->apply(RevisionNumber(number - 1), samplePolicy(number), anna,
                    QStringLiteral("change %1").arg(number), sampleTime(number));
                QVERIFY(applied);
                QCOMPARE(applied->number, RevisionNumber(number));
                QCOMPARE(applied->parent, RevisionNumber(number - 1));
                QCOMPARE(*(*store)->head(), *applied);
            }
        }
        auto store = PolicyStore::open(m_file);
        for (int number = 1; number <= 5; ++number) {
            const auto policy = (*store)->policy(RevisionNumber(number));
            QVERIFY(policy);
            QCOMPARE(*policy, samplePolicy(number));
            const auto revision = (*store)->revision(RevisionNumber(number));
            QCOMPARE(revision->author, anna);
            QCOMPARE(revision->comment, QStringLiteral("change %1").arg(number));
            QCOMPARE(revision->time, sampleTime(number));
            QCOMPARE(revision->hash.size(), 64);
        }
        const auto newest = (*store)->history(2);
        QCOMPARE(newest->size(), 2);
        QCOMPARE(newest->front().number, RevisionNumber(5));
        const auto older = (*store)->history(10, newest->back().number);
        QCOMPARE(older->size(), 3);
        QCOMPARE(older->front().number, RevisionNumber(3));
    }

    void applyComparesAndSwaps()
    {
        auto store = PolicyStore::open(m_file);
        QVERIFY((*store)->apply(0, samplePolicy(1), anna, {}, sampleTime(1)));
        for (const RevisionNumber stale : {RevisionNumber(0), RevisionNumber(2), RevisionNumber(7)}) {
            const auto refused = (*store)->apply(stale, samplePolicy(2), QStringLiteral("bo"), {}, sampleTime(2));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
            QVERIFY(refused.error().detail.contains(anna));
        }
        QCOMPARE((*store)->head()->number, RevisionNumber(1));
        QCOMPARE(*(*store)->policy(1), samplePolicy(1));
    }

    void applyingTheSameGivesTheHead()
    {
        auto store = PolicyStore::open(m_file);
        const auto first = (*store)->apply(0, samplePolicy(1), anna, {}, sampleTime(1));
        const auto again = (*store)->apply(1, samplePolicy(1), QStringLiteral("bo"), {}, sampleTime(2));
        QVERIFY(again);
        QCOMPARE(*again, *first);
        QCOMPARE((*store)->history(10)->size(), 1);
    }

    void restoringAnOldStateAddsNoObject()
    {
        auto store = PolicyStore::open(m_file);
        QVERIFY((*store)->apply(0, samplePolicy(1), anna, {}, sampleTime(1)));
        QVERIFY((*store)->apply(1, samplePolicy(2), anna, {}, sampleTime(2)));
        const int objects = rowsOf(m_file, QStringLiteral("object"));
        const auto restored = (*store)->apply(2, *(*store)->policy(1), anna, QStringLiteral("back"), sampleTime(3));
        QVERIFY(restored);
        QCOMPARE(restored->number, RevisionNumber(3));
        QCOMPARE(restored->hash, (*store)->revision(1)->hash);
        QCOMPARE(rowsOf(m_file, QStringLiteral("object")), objects);
    }

    void aSmallChangeOfAHugePolicyWritesFewRows()
    {
        constexpr int entries = 100000;
        Policy policy = samplePolicy(1, entries);
        auto store = PolicyStore::open(m_file);
        QVERIFY((*store)->apply(0, policy, anna, {}, sampleTime(1)));
        int rows = rowsOf(m_file, QStringLiteral("object"));
        QVERIFY2(rows < entries / 10, qPrintable(QString::number(rows)));
        const auto addsFewRows = [&](RevisionNumber parent) {
            QVERIFY((*store)->apply(parent, policy, anna, {}, sampleTime(2)));
            const int now = rowsOf(m_file, QStringLiteral("object"));
            QVERIFY2(now > rows && now - rows <= 10, qPrintable(QString::number(now - rows)));
            rows = now;
        };
        policy.client.applications[54321].setValue(ApplicationKey::NameResolution, QStringLiteral("R"));
        addsFewRows(1);
        policy.client.applications.insert(17, sampleEntry(entries));
        addsFewRows(2);
        QCOMPARE(*(*store)->policy(3), policy);
    }

    void ofManyRacersOneWins()
    {
        constexpr int racers = 8;
        constexpr int rounds = 10;
        QVERIFY((*PolicyStore::open(m_file))->apply(0, samplePolicy(0), anna, {}, sampleTime(0)));
        std::atomic<int> ready{0};
        std::atomic<int> wins{0};
        std::atomic<int> conflicts{0};
        std::vector<std::thread> threads;
        for (int racer = 0; racer < racers; ++racer) {
            threads.emplace_back([&, racer] {
                auto store = PolicyStore::open(m_file);
                for (int round = 0; round < rounds; ++round) {
                    ready.fetch_add(1);
                    while (ready.load() < racers * (round + 1))
                        std::this_thread::yield();
                    const auto applied = (*store)->apply(RevisionNumber(round + 1),
                        samplePolicy(100 * round + racer + 1), QString::number(racer), {}, sampleTime(round));
                    if (applied)
                        ++wins;
                    else if (applied.error().code == ErrorCode::Conflict)
                        ++conflicts;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wins.load(), rounds);
        QCOMPARE(conflicts.load(), rounds * (racers - 1));
        auto store = PolicyStore::open(m_file);
        QCOMPARE((*store)->head()->number, RevisionNumber(rounds + 1));
        for (int round = 0; round < rounds; ++round) {
            const auto revision = (*store)->revision(RevisionNumber(round + 2));
            QCOMPARE(*(*store)->policy(revision->number), samplePolicy(100 * round + revision->author.toInt() + 1));
        }
    }

    void creatingAtOnceWorks()
    {
        std::atomic<int> opened{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { opened += PolicyStore::open(m_file) ? 1 : 0; });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(opened.load(), 8);
    }

    // A file as version 1 of the store wrote it, kept as SQL text.
    void filesOfVersionOneAreRead()
    {
        QFile dump(QStringLiteral(SALLYPORT_TEST_DATA "/store/policy-v1.sql"));
        QVERIFY(dump.open(QIODevice::ReadOnly));
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("fixture"));
            database.setDatabaseName(m_file);
            QVERIFY(database.open());
            for (const QByteArray& line : dump.readAll().split('\n')) {
                if (!line.trimmed().isEmpty())
                    QVERIFY2(QSqlQuery(database).exec(QString::fromUtf8(line)), line);
            }
        }
        QSqlDatabase::removeDatabase(QStringLiteral("fixture"));
        auto store = PolicyStore::open(m_file);
        QVERIFY2(store, qPrintable(store ? QString() : store.error().text()));
        QCOMPARE((*store)->head()->number, RevisionNumber(2));
        QCOMPARE((*store)->head()->author, anna);
        QCOMPARE(*(*store)->policy(1), samplePolicy(1));
        QCOMPARE(*(*store)->policy(2), samplePolicy(2, 40));
        QVERIFY((*store)->apply(2, samplePolicy(3), anna, {}, sampleTime(3)));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPolicyStore)
#include "test_policystore.moc"
