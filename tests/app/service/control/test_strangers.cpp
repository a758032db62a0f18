// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/places.h"
#include "app/service/control/sparingly.h"
#include "tests/app/service/control/flood.h"

#include <QJsonArray>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTest>

using namespace sallyport;

namespace
{

QByteArray request(const QString& method, const QJsonObject& params = {})
{
    return encodeMessage(RpcRequest{1, method, params});
}

QByteArray enrolment(const QString& code)
{
    return request(
        QStringLiteral("enrol"), {{QStringLiteral("code"), code}, {QStringLiteral("name"), QStringLiteral("desk")}});
}

const QString wrongCode = QStringLiteral("AAAA-AAAA-AAAA-AAAA");

// What the service says of a code, on a connection of its own.
QByteArray answerTo(const ControlEndpoint& console, const QString& code)
{
    QSslSocket socket;
    connectTo(socket, console);
    socket.write(enrolment(code));
    return QTest::qWaitFor([&] { return socket.canReadLine(); }, 20000) ? socket.readLine() : QByteArray();
}

} // namespace

// Consoles that nobody knows: what they may cost, and that none keeps another from enrolling.
class TestStrangers : public QObject
{
    Q_OBJECT

private slots:
    void oldestMakesWay();
    void theyKeepNobodyElseOut();
    void whoGoes();
    void lineIsShort();
    void longLinesOnceEnrolled();
    void whoDoesNotEnrolIsCutOff();
    void wrongCodeClosesTheConnection();
    void wrongCodesKeepNobodyFromEnrolling();
    void codesAreTakenWhileOthersGuess();
    void wrongCodesAreRecordedSparingly();
    void whatWasLeftOutIsRecordedInTime();
    void sparingly();
};

// Nobody finds no room: a code can always be tried.
void TestStrangers::oldestMakesWay()
{
    ControlLimits limits;
    limits.strangers = 2;
    ControlRig rig(limits);
    QSslSocket idle[3];
    for (QSslSocket& socket : idle) {
        if (&socket == &idle[2])
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cut off: made way")));
        connectTo(socket, rig.stranger());
        QTRY_VERIFY(socket.isEncrypted());
        QTRY_COMPARE(rig.server->arriving(), 0);
    }
    QTRY_COMPARE(idle[0].state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(rig.server->connections(), 2);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cut off: made way")));
    QVERIFY(answerTo(rig.stranger(), rig.code(Role::Viewer)).contains("\"result\""));
    QTRY_COMPARE(idle[1].state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(idle[2].state(), QAbstractSocket::ConnectedState);
}

void TestStrangers::theyKeepNobodyElseOut()
{
    ControlLimits limits;
    limits.strangers = 1;
    ControlRig rig(limits);
    QSslSocket stranger;
    connectTo(stranger, rig.stranger());
    QTRY_VERIFY(stranger.isEncrypted());
    QTRY_COMPARE(rig.server->connections(), 1);
    ControlClient enrolled;
    enrolled.open(rig.enrolled(Role::Viewer));
    QVERIFY(waitOnline(enrolled));
    QCOMPARE(stranger.state(), QAbstractSocket::ConnectedState);
}

// Of its own address when that has its share, else of the one that has most; whose call is under way comes last.
void TestStrangers::whoGoes()
{
    ControlLimits limits;
    limits.strangers = 5;
    limits.strangersPerAddress = 3;
    const Places places(limits);
    std::vector<std::unique_ptr<ControlChannel>> owned;
    std::vector<Fd> others;
    QList<ControlChannel*> channels;
    const auto come = [&](const char* network) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
            return;
        auto device = std::make_unique<QLocalSocket>();
        device->setSocketDescriptor(ends[0]);
        others.emplace_back(ends[1]);
        Caller caller;
        caller.network = QString::fromLatin1(network);
        owned.push_back(std::make_unique<ControlChannel>(std::move(device), caller, limits, nullptr));
        channels.append(owned.back().get());
    };
    const QString one = QStringLiteral("one");
    const QString two = QStringLiteral("two");
    for (int i = 0; i < 3; ++i)
        come("one");
    QCOMPARE(places.strangerToGo(two, channels), nullptr);
    QCOMPARE(places.strangerToGo(one, channels), channels.at(0));
    come("two");
    come("two");
    QCOMPARE(places.strangerToGo(two, channels), channels.at(0));
    QCOMPARE(places.strangerToGo(QStringLiteral("three"), channels), channels.at(0));
    const QByteArray call = enrolment(wrongCode);
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(::write(others[i].get(), call.constData(), std::size_t(call.size())), call.size());
        QTRY_VERIFY(channels.at(qsizetype(i))->isBusy());
        QCOMPARE(places.strangerToGo(one, channels), channels.at(i < 2 ? qsizetype(i) + 1 : 0));
    }
}

void TestStrangers::lineIsShort()
{
    ControlRig rig;
    QSslSocket socket;
    connectTo(socket, rig.stranger());
    QTRY_VERIFY(socket.isEncrypted());
    socket.write(QByteArray(5000, 'x'));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.contains("more than 4096 bytes"), answer.constData());
}

void TestStrangers::longLinesOnceEnrolled()
{
    ControlRig rig;
    QSslSocket socket;
    connectTo(socket, rig.stranger());
    QTRY_VERIFY(socket.isEncrypted());
    socket.write(request(QStringLiteral("enrol"),
        {{QStringLiteral("code"), rig.code(Role::Viewer)}, {QStringLiteral("name"), QStringLiteral("desk")}}));
    QTRY_VERIFY(socket.canReadLine());
    QVERIFY(socket.readLine().contains("\"result\""));
    socket.write(request(
        QStringLiteral("hello"), {{QStringLiteral("protocol"), 1}, {QStringLiteral("client"), QString(100000, u'x')}}));
    QTRY_VERIFY(socket.canReadLine());
    QVERIFY(socket.readLine().contains("\"result\""));
}

void TestStrangers::whoDoesNotEnrolIsCutOff()
{
    ControlLimits limits;
    limits.strangerMilliseconds = 400;
    ControlRig rig(limits);
    const ControlEndpoint console = rig.stranger();
    QSslSocket socket;
    connectTo(socket, console);
    QTRY_VERIFY(socket.isEncrypted());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("did not enrol in time")));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void TestStrangers::wrongCodeClosesTheConnection()
{
    ControlRig rig;
    const ControlEndpoint console = rig.stranger();
    QSslSocket socket;
    connectTo(socket, console);
    QTRY_VERIFY(socket.isEncrypted());
    socket.write(request(QStringLiteral("enrol"),
        {{QStringLiteral("code"), QStringLiteral("AAAA-AAAA-AAAA-AAAA")},
            {QStringLiteral("name"), QStringLiteral("x")}}));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().contains("\"error\""));
    QVERIFY(!rig.records->audit(1)->first().done);
    QVERIFY(rig.records->consoles()->isEmpty());
}

// Of the same console, at the same address.
void TestStrangers::wrongCodesKeepNobodyFromEnrolling()
{
    RigThread service;
    ControlEndpoint guesser;
    ControlEndpoint other;
    QStringList codes;
    service.run([&](ControlRig& rig) {
        guesser = rig.stranger();
        other = rig.stranger();
        codes = {rig.code(Role::Viewer), rig.code(Role::Viewer)};
    });
    for (int i = 0; i < 150; ++i)
        QVERIFY2(answerTo(guesser, wrongCode).contains("notAuthenticated"), qPrintable(QString::number(i)));
    QVERIFY(answerTo(other, codes.at(0)).contains("\"result\""));
    QVERIFY(answerTo(guesser, codes.at(1)).contains("\"result\""));
}

void TestStrangers::codesAreTakenWhileOthersGuess()
{
    RigThread service;
    ControlEndpoint guesser;
    service.run([&](ControlRig& rig) { guesser = rig.stranger(); });
    const Flood flood(10, Flood::shakingHands(guesser, enrolment(wrongCode)));
    QTRY_VERIFY_WITH_TIMEOUT(flood.opened() > 100, 60000);
    for (int i = 0; i < 20; ++i) {
        ControlEndpoint console;
        QString code;
        service.run([&](ControlRig& rig) {
            console = rig.stranger();
            code = rig.code(Role::Viewer);
        });
        const QByteArray answer = answerTo(console, code);
        QVERIFY2(answer.contains("\"result\""), answer.constData());
    }
}

// The first of them, then their number; what is done is there always.
void TestStrangers::wrongCodesAreRecordedSparingly()
{
    ControlLimits limits;
    limits.strangersRecordsAtOnce = 3;
    limits.strangersRecordsPerMinute = 0.01;
    ControlRig rig(limits);
    for (int i = 0; i < 10; ++i)
        QVERIFY(answerTo(rig.stranger(), wrongCode).contains("notAuthenticated"));
    QCOMPARE(rig.records->audit(100)->size(), 3);
    QVERIFY(answerTo(rig.stranger(), rig.code(Role::Viewer)).contains("\"result\""));
    QCOMPARE(rig.records->audit(100)->size(), 4);
    QVERIFY(rig.records->audit(1)->first().done);
    // The rest at the end at the latest.
    rig.server->finish();
    rig.stop();
    const auto audit = rig.records->audit(100);
    QCOMPARE(audit->size(), 5);
    QVERIFY(!audit->first().done);
    QCOMPARE(audit->first().action, QStringLiteral("enrol"));
    QVERIFY2(audit->first().what.endsWith(QStringLiteral("; and 6 more of the kind before")),
        qPrintable(audit->first().what));
}

void TestStrangers::whatWasLeftOutIsRecordedInTime()
{
    ControlLimits limits;
    limits.strangersRecordsAtOnce = 1;
    limits.strangersRecordsPerMinute = 60;
    ControlRig rig(limits);
    const ControlEndpoint guesser = rig.stranger();
    const auto recorded = [&] {
        qint64 sum = 0;
        const auto audit = rig.records->audit(100);
        for (const AuditRecord& record : *audit) {
            const auto more = QRegularExpression(QStringLiteral("and (\\d+) more")).match(record.what);
            sum += 1 + more.captured(1).toLongLong();
        }
        return sum;
    };
    for (int i = 0; i < 20; ++i)
        QVERIFY(answerTo(guesser, wrongCode).contains("notAuthenticated"));
    QTRY_COMPARE_WITH_TIMEOUT(recorded(), 20, 20000);
}

void TestStrangers::sparingly()
{
    Sparingly lines(0, 2);
    QCOMPARE(lines.say(), std::optional<qint64>(0));
    QCOMPARE(lines.say(), std::optional<qint64>(0));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(lines.say(), std::nullopt);
    QCOMPARE(lines.takeLeftOut(), 5);
    QCOMPARE(lines.takeLeftOut(), 0);
    QCOMPARE(Sparingly::andMore(0), QString());
    Sparingly often(1e9, 1);
    QCOMPARE(often.say(), std::optional<qint64>(0));
    QTRY_COMPARE(often.say(), std::optional<qint64>(0));
}

QTEST_GUILESS_MAIN(TestStrangers)
#include "test_strangers.moc"
