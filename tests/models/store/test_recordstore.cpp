// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recordstore.h"
#include "tests/models/store/samplepolicy.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace sallyport;

namespace
{

ClientFetch fetchOf(const QString& computer, const QString& version, int second)
{
    return {
        computer, *IpAddress::parse(QStringLiteral("10.0.0.7")), version, 3, sampleTime(second), sampleTime(second)};
}

} // namespace

class TestRecordStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_file = m_dir->filePath(QStringLiteral("records.db"));
        reopen();
    }

    void auditIsNewestFirst()
    {
        for (int i = 1; i <= 5; ++i)
            QVERIFY(m_store->addAudit({0, sampleTime(i), QStringLiteral("anna"), QStringLiteral("local:uid=1000"),
                QStringLiteral("policy.apply"), QStringLiteral("applied revision %1").arg(i), i != 3}));
        reopen();
        const auto newest = m_store->audit(2);
        QVERIFY(newest);
        QCOMPARE(newest->size(), 2);
        QCOMPARE(newest->front(),
            (AuditRecord{5, sampleTime(5), QStringLiteral("anna"), QStringLiteral("local:uid=1000"),
                QStringLiteral("policy.apply"), QStringLiteral("applied revision 5"), true}));
        const auto older = m_store->audit(10, newest->back().number);
        QCOMPARE(older->size(), 3);
        QCOMPARE(older->front().number, std::uint64_t(3));
        QVERIFY(!older->front().done);
    }

    void sinceIsKeptWhileTheVersionIs()
    {
        const QString one = QStringLiteral("\"v1\"");
        const QString two = QStringLiteral("\"v2\"");
        QVERIFY(
            m_store->noteFetches({fetchOf(QStringLiteral("pc1"), one, 10), fetchOf(QStringLiteral("pc2"), one, 10)}));
        QVERIFY(
            m_store->noteFetches({fetchOf(QStringLiteral("pc1"), one, 20), fetchOf(QStringLiteral("pc2"), two, 20)}));
        reopen();
        const auto fetches = m_store->fetches();
        QVERIFY(fetches);
        QCOMPARE(fetches->size(), 2);
        QCOMPARE(fetches->at(0).computer, QStringLiteral("pc1"));
        QCOMPARE(fetches->at(0).fetched, sampleTime(20));
        QCOMPARE(fetches->at(0).since, sampleTime(10));
        QCOMPARE(fetches->at(1), fetchOf(QStringLiteral("pc2"), two, 20));
    }

    void oneComputerMayHaveSeveralAddresses()
    {
        ClientFetch other = fetchOf(QStringLiteral("pc1"), QStringLiteral("\"v1\""), 10);
        other.address = *IpAddress::parse(QStringLiteral("2001:db8::1"));
        QVERIFY(m_store->noteFetches({fetchOf(QStringLiteral("pc1"), QStringLiteral("\"v1\""), 10), other}));
        QCOMPARE(m_store->fetches()->size(), 2);
    }

    void namelessComputersAreKept()
    {
        QVERIFY(m_store->noteFetches({fetchOf(QString(), QStringLiteral("\"v1\""), 10)}));
        QCOMPARE(m_store->fetches()->front().computer, QString());
    }

    void inventedComputersDoNotGrowTheFile()
    {
        constexpr int computers = 100500;
        QList<ClientFetch> fetches;
        for (int i = 0; i < computers; ++i)
            fetches.append(fetchOf(QStringLiteral("pc%1").arg(i), QStringLiteral("\"v1\""), i));
        QVERIFY(m_store->noteFetches(fetches));
        const auto kept = m_store->fetches();
        QCOMPARE(kept->size(), 100000);
        QVERIFY(std::none_of(kept->begin(), kept->end(),
            [](const ClientFetch& fetch) { return fetch.fetched < sampleTime(computers - 100000); }));
        // A console gets them by pages, each of them once.
        QSet<QString> paged;
        int pages = 0;
        std::uint64_t after = 0;
        do {
            const auto page = m_store->fetchPage(10000, after);
            QVERIFY(page);
            for (const ClientFetch& fetch : *page)
                paged.insert(fetch.computer);
        } while (++pages < 20 && after > 0);
        QCOMPARE(pages, 10);
        QCOMPARE(paged.size(), 100000);
    }

    void namesAreCutBetweenCharacters()
    {
        QCOMPARE(keptName(QString(256, u'n')), QString(256, u'n'));
        QCOMPARE(keptName(QString(257, u'n')), QString(256, u'n'));
        QCOMPARE(
            keptName(QStringLiteral("n") + QString(200, u'\u00fc')), QStringLiteral("n") + QString(127, u'\u00fc'));
        QVERIFY(m_store->noteFetches({fetchOf(QString(60000, u'n'), QStringLiteral("\"v1\""), 10)}));
        QCOMPARE(m_store->fetches()->front().computer, QString(256, u'n'));
    }

    // Put in by a service that kept names of any length; the computer fetches again.
    void aLongNameOfAnOlderServiceBecomesTheCutOne()
    {
        const QString computer(300, u'n');
        QVERIFY(m_store->noteFetches({fetchOf(QString(256, u'n'), QStringLiteral("\"v1\""), 1)}));
        m_store.reset();
        {
            QSqlDatabase plain = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("older"));
            plain.setDatabaseName(m_file);
            QVERIFY(plain.open());
            QSqlQuery lengthen(plain);
            QVERIFY(lengthen.prepare(QStringLiteral("UPDATE fetch SET computer = ?")));
            lengthen.addBindValue(computer);
            QVERIFY(lengthen.exec());
        }
        QSqlDatabase::removeDatabase(QStringLiteral("older"));
        reopen();
        ClientFetch elsewhere = fetchOf(computer, QStringLiteral("\"v1\""), 2);
        elsewhere.address = *IpAddress::parse(QStringLiteral("10.0.0.8"));
        QVERIFY(m_store->noteFetches({elsewhere, fetchOf(computer + u'x', QStringLiteral("\"v1\""), 3)}));
        const auto kept = m_store->fetches();
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->at(0).fetched, sampleTime(3));
        QCOMPARE(kept->at(0).since, sampleTime(1));
        QCOMPARE(kept->at(1).address, elsewhere.address);
    }

    // Put in by a service that kept names of any length; two that are the same once they are cut stay two.
    void longNamesOfAnOlderServiceAreCut()
    {
        constexpr int computers = 1200;
        QVERIFY(m_store->noteFetches({fetchOf(QStringLiteral("pc"), QStringLiteral("\"v1\""), 1)}));
        m_store.reset();
        {
            QSqlDatabase plain = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("older"));
            plain.setDatabaseName(m_file);
            QVERIFY(plain.open());
            QSqlQuery insert(plain);
            QVERIFY(plain.transaction());
            QVERIFY(insert.prepare(QStringLiteral(
                "INSERT INTO fetch (computer, address, version, revision, fetched, since) VALUES (?, ?, ?, 1, ?, ?)")));
            for (int i = 0; i < computers; ++i) {
                insert.addBindValue(QString(QString(30000, u'\u00fc') + QString::number(i)));
                insert.addBindValue(QStringLiteral("10.0.0.7"));
                insert.addBindValue(QStringLiteral("\"v1\""));
                insert.addBindValue(i);
                insert.addBindValue(i);
                QVERIFY(insert.exec());
            }
            QVERIFY(plain.commit());
        }
        QSqlDatabase::removeDatabase(QStringLiteral("older"));
        reopen();
        QList<ClientFetch> kept;
        std::uint64_t after = 0;
        int pages = 0;
        do {
            const auto page = m_store->fetchPage(500, after);
            QVERIFY(page);
            kept += *page;
            ++pages;
        } while (after > 0 && pages < 10);
        QCOMPARE(pages, 3);
        QCOMPARE(kept.size(), computers + 1);
        QCOMPARE(std::count_if(kept.cbegin(), kept.cend(),
                     [](const ClientFetch& fetch) { return fetch.computer == QString(128, u'\u00fc'); }),
            computers);
    }

    void lastPageSaysSo()
    {
        QVERIFY(m_store->noteFetches({fetchOf(QStringLiteral("pc1"), QStringLiteral("\"v1\""), 10),
            fetchOf(QStringLiteral("pc2"), QStringLiteral("\"v1\""), 10)}));
        std::uint64_t after = 0;
        QCOMPARE(m_store->fetchPage(1, after)->size(), 1);
        QVERIFY(after > 0);
        QCOMPARE(m_store->fetchPage(1, after)->size(), 1);
        QCOMPARE(after, 0u);
        QCOMPARE(m_store->fetchPage(2, after)->size(), 2);
        QCOMPARE(after, 0u);
    }

    void aCodeIsTakenOnce()
    {
        const QByteArray hash(32, 'h');
        QVERIFY(m_store->addEnrolmentCode(hash, Role::Operator, sampleTime(100)));
        QCOMPARE(
            m_store->takeEnrolmentCode(QByteArray(32, 'x'), sampleTime(50)).error().code, ErrorCode::NotAuthenticated);
        const auto taken = m_store->takeEnrolmentCode(hash, sampleTime(50));
        QVERIFY(taken);
        QCOMPARE(*taken, Role::Operator);
        QCOMPARE(m_store->takeEnrolmentCode(hash, sampleTime(50)).error().code, ErrorCode::NotAuthenticated);
    }

    void aCodeExpires()
    {
        const QByteArray hash(32, 'h');
        QVERIFY(m_store->addEnrolmentCode(hash, Role::Administrator, sampleTime(100)));
        QCOMPARE(m_store->takeEnrolmentCode(hash, sampleTime(100)).error().code, ErrorCode::NotAuthenticated);
        QCOMPARE(m_store->takeEnrolmentCode(hash, sampleTime(99)).error().code, ErrorCode::NotAuthenticated);
    }

    void ofManyTakersOneGetsTheCode()
    {
        const QByteArray hash(32, 'h');
        QVERIFY(m_store->addEnrolmentCode(hash, Role::Viewer, sampleTime(100)));
        std::atomic<int> taken{0};
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                auto store = RecordStore::open(m_file);
                taken += (*store)->takeEnrolmentCode(hash, sampleTime(50)) ? 1 : 0;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(taken.load(), 1);
    }

    void consolesAreEnrolledAndRevoked()
    {
        const QString fingerprint(64, QLatin1Char('a'));
        QVERIFY(m_store->addConsole({fingerprint, QStringLiteral("Anna's desk"), Role::Viewer, sampleTime(1)}));
        QVERIFY(m_store->addConsole({fingerprint, QStringLiteral("Anna's desk"), Role::Administrator, sampleTime(2)}));
        QVERIFY(m_store->addConsole(
            {QString(64, QLatin1Char('b')), QStringLiteral("Bo's desk"), Role::Operator, sampleTime(3)}));
        reopen();
        const auto consoles = m_store->consoles();
        QVERIFY(consoles);
        QCOMPARE(consoles->size(), 2);
        QCOMPARE(consoles->front().fingerprint, fingerprint);
        QCOMPARE(consoles->front().role, Role::Administrator);
        QCOMPARE(consoles->front().enrolled, sampleTime(2));
        QVERIFY(m_store->removeConsole(fingerprint));
        QCOMPARE(m_store->consoles()->size(), 1);
        QCOMPARE(m_store->removeConsole(fingerprint).error().code, ErrorCode::NotFound);
    }

private:
    void reopen()
    {
        m_store.reset();
        auto opened = RecordStore::open(m_file);
        QVERIFY(opened);
        m_store = *std::move(opened);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::unique_ptr<RecordStore> m_store;
};

QTEST_GUILESS_MAIN(TestRecordStore)
#include "test_recordstore.moc"
