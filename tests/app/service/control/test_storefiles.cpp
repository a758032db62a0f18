// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/policykeeper.h"
#include "app/service/control/revisionaudit.h"
#include "app/service/control/storefiles.h"
#include "models/base/fault.h"
#include "models/store/logstore.h"
#include "tests/app/service/control/controlrig.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace sallyport;

namespace
{

// Lets something happen at a moment that only a store knows.
class Interrupted final : public StoreGuard
{
public:
    explicit Interrupted(const QString& file)
        : m_plain(file, Fault::LogFileLost)
    {
    }
    Status inPlace() override { return m_plain.inPlace(); }
    void opened() override { m_plain.opened(); }
    void closing() override { m_plain.closing(); }
    Status began() override
    {
        const Status begun = m_plain.began();
        happen(afterBegin);
        return begun;
    }
    Status committing() override
    {
        const Status may = m_plain.committing();
        happen(beforeCommit);
        return may;
    }
    Status ended() override { return m_plain.ended(); }

    std::function<void()> afterBegin;
    std::function<void()> beforeCommit;

private:
    static void happen(std::function<void()>& what)
    {
        if (const auto once = std::exchange(what, {}))
            once();
    }

    StoreFile m_plain;
};

Result<std::shared_ptr<const Enforcement>> enforcementOf(const Policy& policy, RevisionNumber revision)
{
    auto enforcement = std::make_shared<Enforcement>();
    enforcement->policy = policy;
    enforcement->handOut.revision = revision;
    return std::shared_ptr<const Enforcement>(enforcement);
}

} // namespace

class TestStoreFiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(QStringLiteral("policy.db"));
        m_guard = std::make_shared<Interrupted>(m_file);
        m_policies = PolicyStore::open(m_file, m_guard).value();
        QVERIFY(m_policies->apply(0, m_policy, QStringLiteral("sallyportd"), {}, m_clock.now()));
    }

    void ownWritingIsNoLoss();
    void whatVanishesInTheMiddleIsNotApplied_data();
    void whatVanishesInTheMiddleIsNotApplied();
    void othersMayReadAndCloseAgain();
    void withoutAConnectionNothingIsLost();
    void lostFilesAreNotMadeAnew();
    void aClockThatStepsBackRecordsNothingTwice();
    void backupsBringTheirNumbersAgain();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::shared_ptr<Interrupted> m_guard;
    std::unique_ptr<PolicyStore> m_policies;
    FixedClock m_clock;
    const Policy m_policy = defaultPolicy(QStringLiteral("gate"));
};

// Checkpoints among it, by connections of several threads.
void TestStoreFiles::ownWritingIsNoLoss()
{
    const QString file = m_dir->filePath(QStringLiteral("records.db"));
    const auto guard = std::make_shared<StoreFile>(file, Fault::LogFileLost);
    const auto write = [&](const std::unique_ptr<RecordStore>& store) {
        for (int i = 0; i < 600; ++i) {
            if (const Status added = store->addAudit({0, {}, {}, {}, {}, QString(8000, u'x'), true}); !added)
                return added;
        }
        return Status();
    };
    const auto one = RecordStore::open(file, guard).value();
    const qint64 before = QFileInfo(file).size();
    Status other = Error{};
    std::thread thread([&] { other = write(RecordStore::open(file, guard).value()); });
    const Status own = write(one);
    thread.join();
    QVERIFY2(own.ok(), own ? "" : qPrintable(own.error().text()));
    QVERIFY2(other.ok(), other ? "" : qPrintable(other.error().text()));
    QVERIFY(QFileInfo(file).size() > before); // by a checkpoint
    QVERIFY(guard->inPlace());
}

void TestStoreFiles::whatVanishesInTheMiddleIsNotApplied_data()
{
    QTest::addColumn<bool>("late");
    QTest::addColumn<bool>("overwritten");
    QTest::newRow("removed before it is written") << false << false;
    QTest::newRow("removed before it is durable") << true << false;
    QTest::newRow("written over before it is written") << false << true;
}

void TestStoreFiles::whatVanishesInTheMiddleIsNotApplied()
{
    QFETCH(bool, late);
    QFETCH(bool, overwritten);
    FakeDataPlane plane;
    PolicyKeeper keeper(plane, enforcementOf, m_clock);
    keeper.enforce(keeper.load(*m_policies).value());
    const QString aside = m_dir->filePath(QStringLiteral("aside"));
    (late ? m_guard->beforeCommit : m_guard->afterBegin) = [&] {
        QFile file(m_file);
        if (overwritten)
            QVERIFY(file.open(QIODevice::ReadWrite) && file.write("other") == 5);
        else
            QVERIFY(file.rename(aside));
    };
    const auto apply = [&] {
        return keeper.apply(
            *m_policies, 1, withEntry(m_policy, QStringLiteral("icq")), QStringLiteral("anna"), QString());
    };
    const auto first = apply();
    QVERIFY(!first);
    QCOMPARE(first.error().code, ErrorCode::Io);
    QVERIFY2(first.error().detail.contains(QStringLiteral("stop the service")), qPrintable(first.error().detail));
    // What it compares with is what everybody was told, and stays so when the file is back.
    QCOMPARE(keeper.newest().head.number, RevisionNumber(1));
    QCOMPARE(keeper.head().number, RevisionNumber(1));
    if (!overwritten)
        QVERIFY(QFile::rename(aside, m_file));
    const auto second = apply();
    QVERIFY(!second);
    QCOMPARE(second.error(), first.error());
    QVERIFY(!m_guard->inPlace());
}

// As "sqlite3" does; an opening and closing in this process, past SQLite, is what must not be.
void TestStoreFiles::othersMayReadAndCloseAgain()
{
    {
        const auto reader = PolicyStore::open(m_file); // which tells nobody
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->head()->number, RevisionNumber(1));
    }
    QVERIFY(m_guard->inPlace());
    QVERIFY(m_policies->apply(1, withEntry(m_policy, QStringLiteral("icq")), {}, {}, m_clock.now()));
}

void TestStoreFiles::withoutAConnectionNothingIsLost()
{
    m_policies.reset();
    QVERIFY(QFile::remove(m_file));
    QVERIFY(m_guard->inPlace());
    m_policies = PolicyStore::open(m_file, m_guard).value();
    QCOMPARE(m_policies->head()->number, RevisionNumber(0));
}

void TestStoreFiles::lostFilesAreNotMadeAnew()
{
    const QString file = m_dir->filePath(QStringLiteral("log.db"));
    const auto guard = std::make_shared<StoreFile>(file, Fault::LogFileLost);
    const auto writing = LogStore::open(file, guard).value();
    QVERIFY(QFile::remove(file));
    const auto reading = LogStore::open(file, guard);
    QVERIFY(!reading);
    QCOMPARE(reading.error().subject, file);
    QVERIFY(!writing->write({LogRecord()}));
    QVERIFY(!QFile::exists(file));
}

// Between a revision and its record the clock may do what it likes.
void TestStoreFiles::aClockThatStepsBackRecordsNothingTwice()
{
    const auto records = RecordStore::open(m_dir->filePath(QStringLiteral("records.db"))).value();
    QCOMPARE(recoverAudit(*m_policies, *records).value(), 1); // of the first policy
    const auto made = m_policies->apply(
        1, withEntry(m_policy, QStringLiteral("icq")), QStringLiteral("anna"), QStringLiteral("no"), m_clock.now());
    QVERIFY(made.ok());
    QVERIFY(records->addAudit({0, m_clock.now() - std::chrono::hours(1), QStringLiteral("anna"), QStringLiteral("here"),
        QStringLiteral("policy.apply"), QStringLiteral("revision 2: icq"), true, made->number, made->time}));
    QCOMPARE(recoverAudit(*m_policies, *records).value(), 0);
    QCOMPARE(records->audit(10)->size(), 2);
}

// Revision 2 of the policy that a backup was taken of is not the revision 2 that came after.
void TestStoreFiles::backupsBringTheirNumbersAgain()
{
    const auto records = RecordStore::open(m_dir->filePath(QStringLiteral("records.db"))).value();
    QVERIFY(records->addAudit({0, m_clock.now() + std::chrono::hours(1), QStringLiteral("anna"), QStringLiteral("here"),
        QStringLiteral("policy.apply"), QStringLiteral("revision 2: aim"), true, 2,
        m_clock.now() - std::chrono::hours(1)}));
    QVERIFY(
        m_policies->apply(1, withEntry(m_policy, QStringLiteral("icq")), QStringLiteral("anna"), {}, m_clock.now()));
    QCOMPARE(recoverAudit(*m_policies, *records).value(), 1);
    QVERIFY(records->audit(1)->front().what.startsWith(QStringLiteral("revision 2: client.applications[icq]")));
    QCOMPARE(recoverAudit(*m_policies, *records).value(), 0);
}

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "test_storefiles.moc"
