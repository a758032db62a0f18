// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sallyport;

namespace
{

// Two versions of an imaginary file: the second split a name in two.
Schema schema(int version)
{
    Schema schema{0x54455354, {}};
    schema.migrations.append({QStringLiteral("CREATE TABLE person (name TEXT NOT NULL) STRICT")});
    if (version > 1)
        schema.migrations.append({QStringLiteral("ALTER TABLE person ADD COLUMN family TEXT NOT NULL DEFAULT ''"),
            QStringLiteral("UPDATE person SET family = substr(name, instr(name, ' ') + 1),"
                           " name = substr(name, 1, instr(name, ' ') - 1)")});
    return schema;
}

QByteArray bytesOf(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& name, const QByteArray& bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

int locksOn(const QString& name)
{
    struct stat found {
    };
    QFile locks(QStringLiteral("/proc/locks"));
    if (::stat(QFile::encodeName(name).constData(), &found) != 0 || !locks.open(QIODevice::ReadOnly))
        return -1;
    return static_cast<int>(
        locks.readAll().count(QByteArray(":%1 ").replace("%1", QByteArray::number(quint64(found.st_ino)))));
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_file = m_dir->filePath(QStringLiteral("test.db"));
    }

    void olderFilesAreMigrated()
    {
        {
            auto old = Database::open(m_file, schema(1), Durability::Full);
            QVERIFY(old);
            QVERIFY((*old)->exec(QStringLiteral("INSERT INTO person VALUES ('Anna Berg'), ('Carl Dahl')")));
        }
        for (int round = 0; round < 2; ++round) { // the second round finds it migrated
            auto migrated = Database::open(m_file, schema(2), Durability::Full);
            QVERIFY(migrated);
            auto rows = (*migrated)->run(QStringLiteral("SELECT name, family FROM person ORDER BY name"));
            QVERIFY(rows);
            QVERIFY(rows->next());
            QCOMPARE(rows->value(0).toString(), QStringLiteral("Anna"));
            QCOMPARE(rows->value(1).toString(), QStringLiteral("Berg"));
            QVERIFY(rows->next());
            QCOMPARE(rows->value(1).toString(), QStringLiteral("Dahl"));
        }
    }

    void failedMigrationLeavesTheOldVersion()
    {
        {
            auto old = Database::open(m_file, schema(1), Durability::Full);
            QVERIFY((*old)->exec(QStringLiteral("INSERT INTO person VALUES ('Anna Berg')")));
        }
        Schema broken = schema(2);
        broken.migrations[1].append(QStringLiteral("INSERT INTO nowhere VALUES (1)"));
        QVERIFY(!Database::open(m_file, broken, Durability::Full));
        auto old = Database::open(m_file, schema(1), Durability::Full);
        QVERIFY(old);
        auto rows = (*old)->run(QStringLiteral("SELECT name FROM person"));
        QVERIFY(rows && rows->next());
        QCOMPARE(rows->value(0).toString(), QStringLiteral("Anna Berg"));
    }

    void newerFilesAreRefusedAndUntouched()
    {
        QVERIFY(Database::open(m_file, schema(2), Durability::Full));
        const QByteArray before = bytesOf(m_file);
        const auto opened = Database::open(m_file, schema(1), Durability::Full);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unsupported);
        QCOMPARE(opened.error().subject, m_file);
        QVERIFY(opened.error().detail.contains(QLatin1StringView("version 2")));
        QCOMPARE(bytesOf(m_file), before);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList(QStringLiteral("test.db")));
    }

    void filesOfAnotherKindAreRefusedAndUntouched()
    {
        Schema other = schema(1);
        other.applicationId = 7;
        QVERIFY(Database::open(m_file, other, Durability::Full));
        const QByteArray before = bytesOf(m_file);
        const auto opened = Database::open(m_file, schema(1), Durability::Full);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unsupported);
        QCOMPARE(bytesOf(m_file), before);
    }

    void damagedFilesAreRefusedAndUntouched_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length"); // overwritten bytes; 0: the file ends here
        QTest::newRow("header") << 0 << 16;
        QTest::newRow("schema page") << 100 << 1000;
        QTest::newRow("table page") << 4096 << 2000;
        QTest::newRow("cut in the header") << 50 << 0;
        QTest::newRow("cut in a page") << 6000 << 0;
        QTest::newRow("pages missing") << 8192 << 0;
    }

    void damagedFilesAreRefusedAndUntouched()
    {
        QFETCH(int, from);
        QFETCH(int, length);
        {
            auto whole = Database::open(m_file, schema(1), Durability::Full);
            auto transaction = Transaction::begin(**whole);
            for (int i = 0; i < 1000; ++i)
                QVERIFY(
                    (*whole)->run(QStringLiteral("INSERT INTO person VALUES (?)"), {QStringLiteral("A %1").arg(i)}));
            QVERIFY(transaction->commit());
        }
        QByteArray bytes = bytesOf(m_file);
        QVERIFY(bytes.size() > 12000);
        if (length > 0)
            bytes.replace(from, length, QByteArray(length, '\xa5'));
        else
            bytes.truncate(from);
        write(m_file, bytes);
        const auto opened = Database::open(m_file, schema(1), Durability::Full);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Corrupt);
        QVERIFY(opened.error().detail.contains(QLatin1StringView("backup")));
        QCOMPARE(bytesOf(m_file), bytes);
    }

    void unwritablePlacesAreErrors()
    {
        const auto opened
            = Database::open(m_dir->filePath(QStringLiteral("no/such/folder.db")), schema(1), Durability::Full);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Io);
    }

    void transactionsRollBackUnlessCommitted()
    {
        auto database = Database::open(m_file, schema(1), Durability::Full);
        {
            auto transaction = Transaction::begin(**database);
            QVERIFY(transaction);
            QVERIFY((*database)->exec(QStringLiteral("INSERT INTO person VALUES ('Gone')")));
        }
        auto transaction = Transaction::begin(**database);
        QVERIFY(transaction);
        QVERIFY((*database)->exec(QStringLiteral("INSERT INTO person VALUES ('Kept')")));
        QVERIFY(transaction->commit());
        auto rows = (*database)->run(QStringLiteral("SELECT name FROM person"));
        QVERIFY(rows->next());
        QCOMPARE(rows->value(0).toString(), QStringLiteral("Kept"));
        QVERIFY(!rows->next());
    }

    void innerTransactionsBelongToTheOuterOne()
    {
        auto database = Database::open(m_file, schema(1), Durability::Full);
        auto outer = Transaction::begin(**database);
        QVERIFY(outer);
        QVERIFY((*database)->exec(QStringLiteral("INSERT INTO person VALUES ('Anna')")));
        {
            auto undone = Transaction::begin(**database);
            QVERIFY(undone);
            QVERIFY((*database)->exec(QStringLiteral("INSERT INTO person VALUES ('Gone')")));
        }
        {
            auto kept = Transaction::begin(**database);
            QVERIFY((*database)->exec(QStringLiteral("INSERT INTO person VALUES ('Berta')")));
            QVERIFY(kept->commit());
        }
        // Nobody else sees a part of it.
        auto other = Database::open(m_file, schema(1), Durability::Full);
        const auto names = [](const Database& from) {
            QStringList all;
            auto rows = from.run(QStringLiteral("SELECT name FROM person ORDER BY name"));
            while (rows && rows->next())
                all.append(rows->value(0).toString());
            return all;
        };
        QCOMPARE(names(**other), QStringList());
        QVERIFY(outer->commit());
        QCOMPARE(names(**other), QStringList({QStringLiteral("Anna"), QStringLiteral("Berta")}));
    }

    // POSIX drops all locks of a process on a file when the process closes any descriptor of it.
    void openingOnceMoreKeepsTheLocks()
    {
        auto one = Database::open(m_file, schema(1), Durability::Full);
        QVERIFY((*one)->exec(QStringLiteral("INSERT INTO person VALUES ('Anna')")));
        const int locks = locksOn(m_file);
        if (locks < 0)
            QSKIP("no /proc/locks here");
        QVERIFY(locks > 0);
        QVERIFY(Database::open(m_file, schema(1), Durability::Full));
        QCOMPARE(locksOn(m_file), locks);
        Schema other = schema(1);
        other.applicationId = 7;
        QVERIFY(!Database::open(m_file, other, Durability::Full));
        QCOMPARE(locksOn(m_file), locks);
    }

    // Killed in the middle of a checkpoint: the file has a part of what its log has.
    void halfACheckpointIsMadeUpFor()
    {
        const QString live = m_dir->filePath(QStringLiteral("live.db"));
        auto database = Database::open(live, schema(1), Durability::Full);
        for (int i = 0; i < 300; ++i)
            QVERIFY((*database)->run(QStringLiteral("INSERT INTO person VALUES (?)"), {QString(200, u'n')}));
        const QString log = live + QStringLiteral("-wal");
        write(m_file + QStringLiteral("-wal"), bytesOf(log));
        QVERIFY((*database)->exec(QStringLiteral("PRAGMA wal_checkpoint(FULL)")));
        write(m_file, bytesOf(live).left(4096)); // page 1 names pages that are not there yet
        auto opened = Database::open(m_file, schema(1), Durability::Full);
        QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().text()));
        auto rows = (*opened)->run(QStringLiteral("SELECT count(*) FROM person"));
        QVERIFY(rows->next());
        QCOMPARE(rows->value(0).toInt(), 300);
    }

    // Whole by itself: the file alone is all there is.
    void aSettledFileNeedsNothingBesideIt()
    {
        const auto add = [](const Database& database) {
            auto transaction = Transaction::begin(database);
            return transaction && database.exec(QStringLiteral("INSERT INTO person VALUES ('Anna')"))
                && transaction->commit();
        };
        const QString log = m_file + QStringLiteral("-wal");
        const QString copy = m_dir->filePath(QStringLiteral("copy.db"));
        const auto rowsOfACopy = [&] {
            QFile::remove(copy);
            if (!QFile::copy(m_file, copy))
                return -1;
            auto copied = Database::open(copy, schema(1), Durability::Full);
            auto rows = copied ? (*copied)->run(QStringLiteral("SELECT count(*) FROM person")) : copied.error();
            return rows && rows->next() ? rows->value(0).toInt() : -1;
        };
        const auto database = Database::open(m_file, schema(1), Durability::Full).value();
        const auto reader = Database::open(m_file, schema(1), Durability::Full).value();
        QVERIFY(reader->settle()); // what stood in the log when it was opened
        QVERIFY(add(*database) && add(*database));
        QVERIFY(QFileInfo(log).size() > 0);
        QVERIFY(reader->settle()); // which wrote nothing
        QVERIFY(QFileInfo(log).size() > 0);
        QVERIFY(database->settle());
        QCOMPARE(QFileInfo(log).size(), 0);
        QCOMPARE(rowsOfACopy(), 2);

        // Nobody who reads is waited for, nor kept from it.
        QVERIFY(add(*database));
        {
            auto rows = reader->run(QStringLiteral("SELECT name FROM person"));
            QVERIFY(rows && rows->next());
            QVERIFY(!database->settle());
            QVERIFY(QFileInfo(log).size() > 0);
            QVERIFY(rows->next() && rows->next());
        }
        QVERIFY(add(*database));
        {
            auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            QVERIFY(!database->settle());
        }
        QVERIFY(database->settle());
        QCOMPARE(QFileInfo(log).size(), 0);
        QCOMPARE(rowsOfACopy(), 4);
    }

    // What a killed program left.
    void whatStandsInTheLogAtTheOpeningIsSettledToo()
    {
        const QString live = m_dir->filePath(QStringLiteral("live.db"));
        {
            const auto database = Database::open(live, schema(1), Durability::Full).value();
            QVERIFY(database->exec(QStringLiteral("INSERT INTO person VALUES ('Anna')")));
            write(m_file, bytesOf(live));
            write(m_file + QStringLiteral("-wal"), bytesOf(live + QStringLiteral("-wal")));
        }
        const auto database = Database::open(m_file, schema(1), Durability::Full).value();
        QVERIFY(QFileInfo(m_file + QStringLiteral("-wal")).size() > 0);
        QVERIFY(database->settle());
        QCOMPARE(QFileInfo(m_file + QStringLiteral("-wal")).size(), 0);
    }

    void connectionsLeaveNothingBehind()
    {
        const QStringList before = QSqlDatabase::connectionNames();
        {
            auto one = Database::open(m_file, schema(1), Durability::Full);
            auto two = Database::open(m_file, schema(1), Durability::Full);
            QVERIFY(one && two);
            QCOMPARE(QSqlDatabase::connectionNames().size(), before.size() + 2);
        }
        QCOMPARE(QSqlDatabase::connectionNames(), before);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "test_database.moc"
