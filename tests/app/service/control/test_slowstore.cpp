// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/policy/policyjson.h"
#include "tests/app/service/control/controlrig.h"

#include <QLocalSocket>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace sallyport;
using Name = QLatin1StringView;

namespace
{

// Holds a store's thread up until it is let go.
class Barrier
{
public:
    void wait()
    {
        m_reached.release();
        m_open.acquire();
        m_open.release();
    }
    bool isReached() const { return m_reached.available() > 0; }
    void letGo() { m_open.release(); }

private:
    QSemaphore m_reached;
    QSemaphore m_open;
};

// A connection log on a disk that takes its time.
class SlowLog : public LogStore
{
public:
    explicit SlowLog(Barrier& barrier)
        : m_barrier(barrier)
    {
    }
    Status write(const std::vector<LogRecord>&) override { return {}; }
    Status trim(std::uint64_t) override { return {}; }
    Result<QList<LogRow>> query(const LogQuery&) override
    {
        m_barrier.wait();
        return QList<LogRow>{LogRow{1, {}}};
    }

private:
    Barrier& m_barrier;
};

// Records on a disk that may be full.
class FullRecords : public RecordStore
{
public:
    FullRecords(std::unique_ptr<RecordStore> plain, const std::atomic<bool>& full)
        : m_plain(std::move(plain))
        , m_full(full)
    {
    }
    Status atomically(const std::function<Status()>& change) override { return m_plain->atomically(change); }
    Result<bool> hasRevision(const Revision& revision, const QString& beginning) override
    {
        return m_plain->hasRevision(revision, beginning);
    }
    Status addAudit(const AuditRecord& record) override
    {
        return m_full ? Status(Error{ErrorCode::Io, QStringLiteral("records.db"), QStringLiteral("the disk is full")})
                      : m_plain->addAudit(record);
    }
    Result<QList<AuditRecord>> audit(int limit, std::uint64_t before) override { return m_plain->audit(limit, before); }
    Status noteFetches(const QList<ClientFetch>& fetches) override { return m_plain->noteFetches(fetches); }
    Result<QList<ClientFetch>> fetchPage(int limit, std::uint64_t& after) override
    {
        return m_plain->fetchPage(limit, after);
    }
    Status addEnrolmentCode(const QByteArray& hash, Role role, TimePoint expires) override
    {
        return m_plain->addEnrolmentCode(hash, role, expires);
    }
    Result<Role> takeEnrolmentCode(const QByteArray& hash, TimePoint now) override
    {
        return m_plain->takeEnrolmentCode(hash, now);
    }
    Status addConsole(const EnrolledConsole& console) override { return m_plain->addConsole(console); }
    Status removeConsole(const QString& fingerprint) override { return m_plain->removeConsole(fingerprint); }
    Result<QList<EnrolledConsole>> consoles() override { return m_plain->consoles(); }

private:
    std::unique_ptr<RecordStore> m_plain;
    const std::atomic<bool>& m_full;
};

QByteArray request(int id, const char* method, const QJsonObject& params = {})
{
    return encodeMessage(RpcRequest{id, Name(method), params});
}

// Requests without waiting for answers; the ids of the answers as they come.
class Pipeline
{
public:
    explicit Pipeline(const ControlRig& rig)
    {
        m_socket.connectToServer(rig.socketPath());
        m_socket.waitForConnected();
    }
    void send(const QByteArray& line) { m_socket.write(line); }
    QList<int> answered()
    {
        while (m_socket.canReadLine()) {
            const QJsonObject answer = QJsonDocument::fromJson(m_socket.readLine()).object();
            m_answers.append(answer);
            m_ids.append(answer.value(Name("id")).toInt());
        }
        return m_ids;
    }
    QJsonObject answer(int id) { return m_answers.value(answered().indexOf(id)); }

private:
    QLocalSocket m_socket;
    QList<QJsonObject> m_answers;
    QList<int> m_ids;
};

QJsonObject applyParams(const ControlRig& rig)
{
    return {{Name("parent"), 1},
        {Name("policy"), policyToJson(withEntry(rig.keeper->current()->policy, QStringLiteral("msmsgs")))},
        {Name("comment"), Name("x")}};
}

} // namespace

class TestSlowStore : public QObject
{
    Q_OBJECT

private slots:
    void aSlowQueryStallsNobody();
    void storeCallsOfAConnectionKeepTheirOrder();
    void aSlowAuditTrailDelaysTheAnswerOnly();
    void auditRecordsWaitForTheirStore();
    void aSlowRecordsStoreKeepsNewConsolesWaitingOnly();
    void aCallThatWaitedWhileItsConsoleWasRevokedIsRefused();
    void readingGoesOnAfterAPause();
    void shutdownRunsWhatIsQueued();
};

void TestSlowStore::aSlowQueryStallsNobody()
{
    Barrier barrier;
    ControlRig rig({}, {[&] { return std::unique_ptr<LogStore>(std::make_unique<SlowLog>(barrier)); }, {}});
    const auto letGo = qScopeGuard([&barrier] { barrier.letGo(); });
    Pipeline one(rig);
    one.send(request(1, "log.query", {{Name("limit"), 1}}));
    QTRY_VERIFY(barrier.isReached());

    ControlClient other;
    other.open(rig.local());
    QVERIFY(waitOnline(other));
    QVERIFY(callAndWait(other, QStringLiteral("status")).ok());
    QVERIFY(callAndWait(other, QStringLiteral("services.list")).ok());
    const auto applied = callAndWait(other, QStringLiteral("policy.apply"), applyParams(rig));
    QVERIFY2(applied.ok(), applied ? "" : qPrintable(applied.error().text()));
    // The one that asked may go on as well.
    one.send(request(2, "status"));
    QTRY_COMPARE(one.answered(), QList<int>{2});
    QCOMPARE(one.answer(2).value(Name("result")).toObject().value(Name("revision")).toInt(), 2);

    barrier.letGo();
    QTRY_COMPARE(one.answered(), (QList<int>{2, 1}));
    QCOMPARE(one.answer(1).value(Name("result")).toObject().value(Name("rows")).toArray().size(), 1);
}

void TestSlowStore::storeCallsOfAConnectionKeepTheirOrder()
{
    Barrier barrier;
    ControlRig rig({}, {[&] { return std::unique_ptr<LogStore>(std::make_unique<SlowLog>(barrier)); }, {}});
    const auto letGo = qScopeGuard([&barrier] { barrier.letGo(); });
    Pipeline one(rig);
    one.send(request(1, "log.query", {{Name("limit"), 1}}));
    one.send(request(2, "policy.apply", applyParams(rig)));
    one.send(request(3, "policy.history", {{Name("limit"), 1}}));
    one.send(request(4, "status"));
    QTRY_COMPARE(one.answered(), QList<int>{4});
    QCOMPARE(rig.keeper->head().number, 1u);
    barrier.letGo();
    QTRY_COMPARE(one.answered(), (QList<int>{4, 1, 2, 3}));
    const QJsonArray history = one.answer(3).value(Name("result")).toObject().value(Name("revisions")).toArray();
    QCOMPARE(history.first().toObject().value(Name("number")).toInt(), 2);
}

// Disconnecting acts at once; it is the answer that waits for the audit trail.
void TestSlowStore::aSlowAuditTrailDelaysTheAnswerOnly()
{
    Barrier barrier;
    ControlRig rig;
    rig.plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    const auto letGo = qScopeGuard([&barrier] { barrier.letGo(); });
    rig.writer->post([&](Stores&) { barrier.wait(); });
    QTRY_VERIFY(barrier.isReached());
    Pipeline one(rig);
    one.send(request(1, "sessions.disconnect", {{Name("sessions"), QJsonArray{1}}, {Name("reason"), Name("no")}}));
    QTRY_VERIFY(rig.plane.snapshot().connections.isEmpty());
    rig.plane.finish(); // and has said so
    one.send(request(2, "status"));
    QTRY_COMPARE(one.answered(), QList<int>{2});
    QVERIFY(rig.records->audit(1)->isEmpty());
    barrier.letGo();
    QTRY_COMPARE(one.answered(), (QList<int>{2, 1}));
    QCOMPARE(rig.records->audit(1)->first().action, QStringLiteral("sessions.disconnect"));
}

void TestSlowStore::auditRecordsWaitForTheirStore()
{
    std::atomic<bool> full(true);
    ControlRig rig({}, {{}, [&full](std::unique_ptr<RecordStore> plain) {
                            return std::make_unique<FullRecords>(std::move(plain), full);
                        }});
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
    const auto disconnectThem = [&client](const char* reason) {
        return callAndWait(client, QStringLiteral("sessions.disconnect"),
            {{Name("filter"), QString()}, {Name("reason"), Name(reason)}});
    };
    for (const char* reason : {"one", "two"}) {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("cannot record yet")));
        QVERIFY(disconnectThem(reason).ok());
    }
    QVERIFY(rig.records->audit(10)->isEmpty());
    const QList<Error> problems = rig.server->dispatcher().auditProblems();
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems.constFirst().subject, QStringLiteral("records.db"));
    QCOMPARE(problems.constLast(), makeError(Fault::RecordsWait, QStringLiteral("audit trail"), {QStringLiteral("2")}));
    full = false;
    QVERIFY(disconnectThem("three").ok());
    QVERIFY(rig.server->dispatcher().auditProblems().isEmpty());
    QStringList recorded;
    const auto records = rig.records->audit(10);
    for (const AuditRecord& record : *records)
        recorded.prepend(record.what.section(u' ', -1));
    QCOMPARE(recorded, QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}));
}

void TestSlowStore::aSlowRecordsStoreKeepsNewConsolesWaitingOnly()
{
    Barrier barrier;
    ControlRig rig;
    ControlClient known;
    known.open(rig.enrolled(Role::Viewer));
    QVERIFY(waitOnline(known));
    const auto letGo = qScopeGuard([&barrier] { barrier.letGo(); });
    rig.writer->post([&](Stores&) { barrier.wait(); });
    QTRY_VERIFY(barrier.isReached());
    ControlClient late;
    late.open(rig.enrolled(Role::Viewer));
    ControlClient local;
    local.open(rig.local());
    QVERIFY(waitOnline(local));
    QVERIFY(callAndWait(known, QStringLiteral("status")).ok());
    QVERIFY(late.state() != ControlClient::State::Online);
    barrier.letGo();
    QVERIFY(waitOnline(late));
}

void TestSlowStore::aCallThatWaitedWhileItsConsoleWasRevokedIsRefused()
{
    Barrier barrier;
    ControlRig rig;
    const ControlEndpoint endpoint = rig.enrolled(Role::Administrator);
    ControlClient console;
    console.open(endpoint);
    QVERIFY(waitOnline(console));
    const auto letGo = qScopeGuard([&barrier] { barrier.letGo(); });
    rig.writer->post([&](Stores&) { barrier.wait(); });
    Pipeline local(rig);
    local.send(request(1, "consoles.revoke",
        {{Name("fingerprint"), readIdentity(endpoint.certificatePem, endpoint.privateKeyPem)->fingerprint}}));
    local.send(request(2, "status"));
    QTRY_COMPARE(local.answered(), QList<int>{2});
    console.call(QStringLiteral("policy.apply"), applyParams(rig), &console, {});
    QVERIFY(callAndWait(console, QStringLiteral("status")).ok());
    barrier.letGo();
    QTRY_COMPARE(rig.records->audit(10)->size(), 2);
    const AuditRecord apply = rig.records->audit(1)->first();
    QCOMPARE(apply.action, QStringLiteral("policy.apply"));
    QVERIFY(!apply.done);
    QVERIFY2(apply.what.contains(QStringLiteral("not enrolled")), qPrintable(apply.what));
    QCOMPARE(rig.policies->head()->number, 1u);
}

// Requests that wait for a store are bounded in number and size; reading pauses and goes on.
void TestSlowStore::readingGoesOnAfterAPause()
{
    for (const bool bySize : {false, true}) {
        ControlLimits limits;
        limits.openRequests = bySize ? 64 : 1;
        limits.openBytes = bySize ? 1 : limits.openBytes;
        ControlRig rig(limits);
        Pipeline one(rig);
        QList<int> all;
        for (int id = 1; id <= 20; ++id) {
            one.send(request(id, id % 3 == 0 ? "status" : "audit.list",
                id % 3 == 0 ? QJsonObject() : QJsonObject{{Name("limit"), 1}}));
            all.append(id);
        }
        QTRY_COMPARE(one.answered(), all);
    }
}

void TestSlowStore::shutdownRunsWhatIsQueued()
{
    Barrier barrier;
    ControlRig rig;
    const auto letGo = qScopeGuard([&barrier] { barrier.letGo(); });
    rig.writer->post([&](Stores&) { barrier.wait(); });
    QTRY_VERIFY(barrier.isReached());
    Pipeline one(rig);
    one.send(request(1, "policy.apply", applyParams(rig)));
    one.send(request(2, "status"));
    QTRY_COMPARE(one.answered(), QList<int>{2});
    barrier.letGo();
    rig.stop();
    QCOMPARE(rig.policies->head()->number, 2u);
    QCOMPARE(rig.records->audit(1)->first().action, QStringLiteral("policy.apply"));
    QVERIFY(rig.records->audit(1)->first().done);
}

QTEST_GUILESS_MAIN(TestSlowStore)
#include "test_slowstore.moc"
