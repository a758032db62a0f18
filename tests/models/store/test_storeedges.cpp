// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/draftstore.h"
#include "models/store/logstore.h"
#include "models/store/policystore.h"
#include "models/store/recordstore.h"
#include "tests/models/store/samplepolicy.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

namespace
{

// Opens a store's file from the side, by the mark in its header.
std::unique_ptr<Database> beside(const QString& file, int applicationId, int version = 1)
{
    const QList<QStringList> steps(version);
    auto opened = Database::open(file, {applicationId, steps}, Durability::Normal);
    return opened ? *std::move(opened) : nullptr;
}

constexpr int recordsMark = 0x53505232;
constexpr int recordsVersion = 3;
constexpr int draftsMark = 0x53504431;

} // namespace

class TestStoreEdges : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_file = m_dir->filePath(QStringLiteral("store.db"));
    }

    // A database without any mark is empty or somebody else's: tables are never made beside others.
    void unmarkedTablesAreForeign()
    {
        const Schema theirs{1, {{QStringLiteral("CREATE TABLE song (name TEXT)")}}};
        {
            const auto other = Database::open(m_file, theirs, Durability::Full);
            QVERIFY(other.ok());
            QVERIFY((*other)->exec(QStringLiteral("PRAGMA application_id=0")));
            QVERIFY((*other)->exec(QStringLiteral("PRAGMA user_version=0")));
        }
        const auto opened = DraftStore::open(m_file);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unsupported);
    }

    // 2 is FULL, 1 NORMAL (sqlite.org/pragma.html): what is acknowledged survives a loss of power, or may not need to.
    void durabilityIsSet()
    {
        const Schema schema{7, {{QStringLiteral("CREATE TABLE t (n INTEGER)")}}};
        for (const auto& [durability, expected] : {std::pair(Durability::Full, 2), std::pair(Durability::Normal, 1)}) {
            const auto opened = Database::open(m_file, schema, durability);
            QVERIFY(opened.ok());
            auto pragma = (*opened)->run(QStringLiteral("PRAGMA synchronous"));
            QVERIFY(pragma.ok() && pragma->next());
            QCOMPARE(pragma->value(0).toInt(), expected);
        }
    }

    void trimKeepsAllWhenThereAreFewer()
    {
        auto logs = LogStore::open(m_file);
        QVERIFY(logs.ok());
        const LogRecord record;
        QVERIFY((*logs)->write({record, record, record}));
        for (const std::uint64_t keep :
            {std::uint64_t(3), std::uint64_t(4), std::uint64_t(5), std::uint64_t(6), std::uint64_t(1) << 40}) {
            QVERIFY((*logs)->trim(keep));
            QCOMPARE((*logs)->query({10, 0, {}})->size(), 3);
        }
        QVERIFY((*logs)->trim(2));
        QCOMPARE((*logs)->query({10, 0, {}})->size(), 2);
    }

    void unknownRolesLetNobodyIn()
    {
        const auto records = RecordStore::open(m_file);
        QVERIFY(records.ok());
        const auto side = beside(m_file, recordsMark, recordsVersion);
        QVERIFY(side);
        QVERIFY(side->exec(QStringLiteral("INSERT INTO console VALUES ('f', 'desk', 'owner', 0)")));
        const auto consoles = (*records)->consoles();
        QVERIFY(!consoles);
        QCOMPARE(consoles.error().code, ErrorCode::Corrupt);
        QVERIFY(side->run(QStringLiteral("INSERT INTO code VALUES (?, 'owner', 99999999999)"), {QByteArray("h")}).ok());
        QVERIFY(!(*records)->takeEnrolmentCode("h", TimePoint()));
    }

    // Of clocks that had lost their time: what was written under them is read by everybody who reads at all, and what
    // stood in a file before is as well.
    void timesThatNoReaderTakes()
    {
        const TimePoint last(std::chrono::microseconds((std::int64_t(1) << 53) - 1));
        const auto records = RecordStore::open(m_file);
        const auto policies = PolicyStore::open(m_dir->filePath(QStringLiteral("policy.db")));
        QVERIFY(records.ok() && policies.ok());
        RevisionNumber head = 0;
        for (const auto& [time, expected] : {std::pair(TimePoint(std::chrono::seconds(-1)), TimePoint()),
                 std::pair(TimePoint::min(), TimePoint()), std::pair(TimePoint::max(), last),
                 std::pair(TimePoint(std::chrono::sys_days(std::chrono::year(10000) / 1 / 1)), last)}) {
            QVERIFY((*records)->addAudit({0, time, {}, {}, {}, {}, true}));
            QCOMPARE((*records)->audit(1)->front().time, expected);
            QVERIFY((*policies)->apply(head, samplePolicy(int(head)), {}, {}, time));
            QCOMPARE((*policies)->revision(++head)->time, expected);
        }
        const auto side = beside(m_file, recordsMark, recordsVersion);
        QVERIFY(side);
        QVERIFY(side->exec(QStringLiteral("UPDATE audit SET time = -5")));
        QCOMPARE((*records)->audit(1)->front().time, TimePoint());

        const auto logs = LogStore::open(m_dir->filePath(QStringLiteral("log.db")));
        QVERIFY(logs.ok());
        LogRecord record;
        record.time = TimePoint(std::chrono::seconds(-1));
        QVERIFY((*logs)->write({record}));
        QCOMPARE((*logs)->query({1, 0, {}})->front().record.time, TimePoint());
    }

    void removedDraftLeavesNothing()
    {
        const auto drafts = DraftStore::open(m_file);
        QVERIFY(drafts.ok());
        QVERIFY((*drafts)->save({QStringLiteral("a"), 1, samplePolicy(1), samplePolicy(2)}));
        QVERIFY((*drafts)->remove(QStringLiteral("a")));
        const auto side = beside(m_file, draftsMark);
        QVERIFY(side);
        auto count = side->run(QStringLiteral("SELECT count(*) FROM object"));
        QVERIFY(count.ok() && count->next());
        QCOMPARE(count->value(0).toInt(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestStoreEdges)
#include "test_storeedges.moc"
