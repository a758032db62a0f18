// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/control/identity.h"
#include "models/control/listpages.h"
#include "models/control/messages.h"

#include <QJsonDocument>
#include <QTest>

using namespace sallyport;

namespace
{

const TimePoint someTime(std::chrono::microseconds(1769904000123456));
const IpAddress someAddress = IpAddress::fromV4(0x0a000001);

Session session()
{
    return {7, SessionType::Socks, QStringLiteral("anna"), QStringLiteral("PC1"), someAddress, QStringLiteral("x.exe"),
        someTime};
}

Connection connection()
{
    return {8, 7, QStringLiteral("example.com"), {}, 443, someTime, 10, 20, 1.5, 0};
}

// A noun comes back as it was; each of its members is required, typed, and no other is taken.
template <typename Noun> void checkStrict(const Noun& noun, Result<Noun> (*read)(const QJsonObject&))
{
    const QJsonObject json = toJson(noun);
    const auto back = read(json);
    QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().text()));
    QCOMPARE(toJson(*back), json);
    for (const QString& member : json.keys()) {
        QJsonObject without = json;
        without.remove(member);
        QVERIFY2(!read(without), qPrintable(member));
        QJsonObject mistyped = json;
        mistyped.insert(member, QJsonArray{1});
        const auto refused = read(mistyped);
        QVERIFY2(!refused && refused.error().subject.contains(member), qPrintable(member));
    }
    QJsonObject more = json;
    more.insert(QStringLiteral("more"), 1);
    const auto refused = read(more);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::UnknownWord);
    QVERIFY(refused.error().subject.contains(QStringLiteral("more")));
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void nounsAreStrict();
    void faultsCross();
    void logRecord();
    void identity();
    void listsComeByPages();
};

void TestMessages::nounsAreStrict()
{
    checkStrict(session(), sessionFromJson);
    checkStrict(connection(), connectionFromJson);
    checkStrict(EndedConnection{8, 7, QStringLiteral("a"), 1, 2, 3}, endedConnectionFromJson);
    checkStrict(
        ServiceStatus{ServiceName::Socks, ServiceState::Failed, someTime, QStringLiteral("e"), QStringLiteral("d"), 4},
        serviceStatusFromJson);
    checkStrict(ClientFetch{QStringLiteral("PC1"), someAddress, QStringLiteral("v"), 3, someTime, someTime},
        clientFetchFromJson);
    checkStrict(
        Revision{2, 1, QStringLiteral("a"), QStringLiteral("c"), someTime, QStringLiteral("h")}, revisionFromJson);
    checkStrict(AuditRecord{1, someTime, QStringLiteral("w"), QStringLiteral("f"), QStringLiteral("a"),
                    QStringLiteral("x"), false},
        auditRecordFromJson);
    checkStrict(Problem{Severity::Warning, {ErrorCode::Missing, QStringLiteral("s"), QStringLiteral("d")},
                    QStringLiteral("v"), 3},
        problemFromJson);
    checkStrict(PolicyChange{ChangeKind::Removed, QStringLiteral("p"), QStringLiteral("b"), {}}, policyChangeFromJson);
    checkStrict(Decision{Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("msmsgs")}, decisionFromJson);
    checkStrict(RefusedConnection{session(), connection(), {}}, refusedConnectionFromJson);
}

// Beside their English text; older services and consoles have that alone.
void TestMessages::faultsCross()
{
    const Problem problem{Severity::Error, makeError(Fault::PortTwice, QStringLiteral("s"), {QStringLiteral("80")}),
        QStringLiteral("v"), 3};
    QVERIFY(problemFromJson(toJson(problem)).value() == problem);
    ServiceStatus status{ServiceName::Socks, ServiceState::Stopped, someTime, {}, QStringLiteral("stopped by anna"), 0,
        Fault::StoppedBy, {QStringLiteral("anna")}};
    QJsonObject json = toJson(status);
    QVERIFY(serviceStatusFromJson(json).value() == status);
    json.insert(QStringLiteral("fault"), QStringLiteral("stoppedByTheMoon"));
    status.fault = Fault::None;
    status.arguments.clear();
    QVERIFY(serviceStatusFromJson(json).value() == status);
    json.remove(QStringLiteral("fault"));
    json.remove(QStringLiteral("arguments"));
    QVERIFY(serviceStatusFromJson(json).value() == status);
}

void TestMessages::logRecord()
{
    LogRecord record;
    record.operation = LogOperation::Denied;
    record.client = someAddress;
    record.agent = "msmsgs.exe:os";
    record.rule1 = "msmsgs";
    record.bytesSent = std::uint64_t(1) << 52;
    const QJsonObject json = toJson(record);
    const auto back = logRecordFromJson(json);
    QVERIFY(back.ok());
    QCOMPARE(toJson(back->record), json);
    QCOMPARE(back->number, 0u);
}

void TestMessages::identity()
{
    const auto one = makeIdentity(QStringLiteral("gate"));
    const auto two = makeIdentity(QStringLiteral("gate"));
    QVERIFY(one.ok() && two.ok());
    QCOMPARE(one->fingerprint.size(), 64);
    QVERIFY(one->fingerprint != two->fingerprint);
    QCOMPARE(readIdentity(one->certificatePem, one->privateKeyPem)->fingerprint, one->fingerprint);
    QVERIFY(!readIdentity(one->certificatePem, two->privateKeyPem));
    QVERIFY(!readIdentity({}, {}));
    QString spaced;
    for (qsizetype i = 0; i < 64; i += 2)
        spaced += one->fingerprint.mid(i, 2).toUpper() + QLatin1Char(':');
    QCOMPARE(canonicalFingerprint(spaced).value(), one->fingerprint);
    QVERIFY(!canonicalFingerprint(QStringLiteral("12ab")));
}

void TestMessages::listsComeByPages()
{
    const auto page = [](const char* json) { return QJsonDocument::fromJson(json).object(); };
    ListPages pages(QLatin1StringView("clients"));
    QVERIFY(pages.params().isEmpty());
    QVERIFY(!pages.take(page(R"({"current":1,"clients":["a","b"],"next":7})")));
    QCOMPARE(pages.params(), page(R"({"after":7})"));
    QVERIFY(pages.take(page(R"({"current":2,"clients":["c"]})")));
    QCOMPARE(pages.whole(), page(R"({"current":2,"clients":["a","b","c"]})"));
    // Newest first, and no more than was asked for.
    ListPages newest(QLatin1StringView("rows"), ListPages::Order::Before, page(R"({"limit":3,"text":"x"})"));
    QCOMPARE(newest.params(), page(R"({"limit":3,"text":"x"})"));
    QVERIFY(!newest.take(page(R"({"rows":[9,8],"next":8})")));
    QCOMPARE(newest.params(), page(R"({"limit":1,"text":"x","before":8})"));
    QVERIFY(newest.take(page(R"({"rows":[7],"next":7})")));
    QCOMPARE(newest.whole(), page(R"({"rows":[9,8,7]})"));
    ListPages up(QLatin1StringView("rows"), ListPages::Order::Before);
    QVERIFY(!up.take(page(R"({"rows":[9],"next":8})")));
    QVERIFY(up.take(page(R"({"rows":[9],"next":8})")));
    // A service that leads in circles is not followed.
    ListPages circle(QLatin1StringView("clients"));
    QVERIFY(!circle.take(page(R"({"clients":[],"next":7})")));
    QVERIFY(circle.take(page(R"({"clients":[],"next":7})")));
    // What is no list does not become an empty one.
    ListPages none(QLatin1StringView("clients"));
    QVERIFY(none.take(page(R"({"current":1})")));
    QCOMPARE(none.whole(), page(R"({"current":1})"));
}

QTEST_GUILESS_MAIN(TestMessages)
#include "test_messages.moc"
