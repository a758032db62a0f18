// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servers/addserverwizard.h"
#include "dialogs/servers/invitation.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace sallyport;

namespace
{

// A service that answers when it is told to.
class FakeEnrolment final : public Enrolment
{
public:
    void fetchFingerprint(const QString& host, int port, std::function<void(const Result<QString>&)> done) override
    {
        asked = QStringLiteral("%1:%2").arg(host).arg(port);
        fingerprintAnswer = std::move(done);
    }
    void enrol(const NewServer&, const QString& code, const QString& console,
        std::function<void(const Result<Role>&)> done) override
    {
        asked = code + QLatin1Char('/') + console;
        enrolAnswer = std::move(done);
    }
    void cancel() override { ++cancelled; }

    QString asked;
    int cancelled = 0;
    std::function<void(const Result<QString>&)> fingerprintAnswer;
    std::function<void(const Result<Role>&)> enrolAnswer;
};

const QString fingerprint = QStringLiteral("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

} // namespace

class TestAddServer : public QObject
{
    Q_OBJECT

private slots:
    void threeStepsByKeyboard()
    {
        FakeEnrolment service;
        AddServerWizard wizard(service, {}, QStringLiteral("console"));
        NewServer got;
        wizard.onFinished([&got](const NewServer& server) { got = server; });
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("gw.example.com"));
        probe::retype(&wizard, "port", QStringLiteral("1746"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(service.asked, QStringLiteral("gw.example.com:1746"));
        QVERIFY(probe::find(&wizard, "progress")->isVisible());
        QVERIFY(!probe::find(&wizard, "next")->isEnabled());

        // Nobody there: said at the field, and tried again.
        service.fingerprintAnswer(
            Error{ErrorCode::Unreachable, QStringLiteral("gw"), QStringLiteral("connection refused")});
        QVERIFY(probe::shownProblem(&wizard, "host").contains(QLatin1StringView("reached")));
        QTest::keyClick(&wizard, Qt::Key_Return);
        service.fingerprintAnswer(fingerprint);
        QVERIFY(probe::find(&wizard, "fingerprint")->isVisible());
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(!probe::shownProblem(&wizard, "compared").isEmpty());
        probe::retype(&wizard, "expected", QStringLiteral("0011 2233"));
        QVERIFY(probe::shownProblem(&wizard, "expected").contains(QLatin1StringView("differ")));
        probe::retype(&wizard, "expected", fingerprint);
        QTest::keyClick(&wizard, Qt::Key_Return);

        QVERIFY(probe::find(&wizard, "code")->isVisible());
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(!probe::shownProblem(&wizard, "code").isEmpty());
        probe::retype(&wizard, "code", QStringLiteral("AB12-CD34"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(service.asked, QStringLiteral("AB12-CD34/console"));
        service.enrolAnswer(Role::Administrator);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(got,
            (NewServer{QStringLiteral("gw.example.com"), QStringLiteral("gw.example.com"), 1746, fingerprint,
                Role::Administrator}));
    }

    void addressesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("asked");
        QTest::newRow("host") << QStringLiteral("gw.example.com") << QStringLiteral("gw.example.com:1746");
        QTest::newRow("host:port") << QStringLiteral("gw:4000") << QStringLiteral("gw:4000");
        QTest::newRow("spaces") << QStringLiteral(" gw:4000 ") << QStringLiteral("gw:4000");
        QTest::newRow("v4:port") << QStringLiteral("10.0.0.1:1747") << QStringLiteral("10.0.0.1:1747");
        QTest::newRow("v6") << QStringLiteral("fd00::1") << QStringLiteral("fd00::1:1746");
        QTest::newRow("[v6]") << QStringLiteral("[fd00::1]") << QStringLiteral("fd00::1:1746");
        QTest::newRow("[v6]:port") << QStringLiteral("[fd00::1]:1747") << QStringLiteral("fd00::1:1747");
    }
    void addressesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, asked);
        FakeEnrolment service;
        AddServerWizard wizard(service, {}, QStringLiteral("console"));
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(service.asked, asked);
        service.fingerprintAnswer(fingerprint);
        QVERIFY(probe::find(&wizard, "fingerprint")->isVisible());
    }

    void aPortBeyondAllIsRefused()
    {
        FakeEnrolment service;
        AddServerWizard wizard(service, {}, QStringLiteral("console"));
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        for (const char* none : {"gw:0", "[fd00::1]:00"}) {
            QCOMPARE(readServerAddress(QLatin1StringView(none)).port, 0);
            QCOMPARE(readServerAddress(QLatin1StringView(none)).host, QLatin1StringView(none));
            auto* host = probe::find<QLineEdit>(&wizard, "host");
            host->setText(QLatin1StringView(none));
            QTest::keyClick(host, Qt::Key_Return);
            QVERIFY2(service.asked.isEmpty(), qPrintable(service.asked));
            host->clear();
        }
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("gw:70000"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(service.asked.isEmpty());
        QVERIFY(probe::shownProblem(&wizard, "host").contains(QLatin1StringView("65535"))
            || probe::shownProblem(&wizard, "port").contains(QLatin1StringView("65535")));
    }

    // Carried by hand as one: code, fingerprint and, when it is there, the address.
    void allThatEnrolPrintedCanBePasted_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("pasted");
        const QString rest = QStringLiteral("code: AB12-CD34\nfingerprint: ") + fingerprint
            + QStringLiteral("\nrole: administrator\nvalid for 15 minutes, once\n");
        QTest::newRow("behind the address") << QStringLiteral("gw:4000") << rest;
        QTest::newRow("as one line") << QStringLiteral("gw:4000 ") << QString(rest).replace(u'\n', u' ');
        QTest::newRow("with an address") << QString() << QString(QStringLiteral("address: gw:4000\n") + rest);
        QTest::newRow("other order") << QString() << QString(rest + QStringLiteral("address: gw:4000"));
    }
    void allThatEnrolPrintedCanBePasted()
    {
        QFETCH(QString, typed);
        QFETCH(QString, pasted);
        FakeEnrolment service;
        AddServerWizard wizard(service, {}, QStringLiteral("console"));
        NewServer got;
        wizard.onFinished([&got](const NewServer& server) { got = server; });
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QApplication::clipboard()->setText(pasted);
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
        QCOMPARE(probe::find<QLineEdit>(&wizard, "host")->text(), QStringLiteral("gw"));
        QCOMPARE(probe::find<QLineEdit>(&wizard, "port")->text(), QStringLiteral("4000"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(service.asked, QStringLiteral("gw:4000"));
        service.fingerprintAnswer(fingerprint);
        QTest::keyClick(&wizard, Qt::Key_Return); // the fingerprints agree
        QVERIFY(probe::find(&wizard, "code")->isVisible());
        QTest::keyClick(&wizard, Qt::Key_Return);
        QCOMPARE(service.asked, QStringLiteral("AB12-CD34/console"));
        service.enrolAnswer(Role::Operator);
        QCOMPARE(got.host, QStringLiteral("gw"));
        QCOMPARE(got.port, 4000);
        QCOMPARE(got.role, Role::Operator);
    }

    void aPastedFingerprintOfAnotherServiceStops()
    {
        FakeEnrolment service;
        AddServerWizard wizard(service, {}, QStringLiteral("console"));
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QApplication::clipboard()->setText(
            QStringLiteral("gw code: AB12 fingerprint: ") + QString(fingerprint).replace(u'a', u'b'));
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
        QTest::keyClick(&wizard, Qt::Key_Return);
        service.fingerprintAnswer(fingerprint);
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(probe::shownProblem(&wizard, "expected").contains(QLatin1StringView("differ")));
    }

    void anotherFingerprintMustBeComparedAnew()
    {
        FakeEnrolment service;
        AddServerWizard wizard(service, {QStringLiteral("gw"), QStringLiteral("gw"), 1746, QString(), Role::Viewer},
            QStringLiteral("console"));
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QTest::keyClick(&wizard, Qt::Key_Return);
        service.fingerprintAnswer(fingerprint);
        probe::press(&wizard, "compared");
        probe::press(&wizard, "back");
        QTest::keyClick(&wizard, Qt::Key_Return);
        service.fingerprintAnswer(QString(fingerprint).replace(QLatin1Char('a'), QLatin1Char('b')));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(!probe::shownProblem(&wizard, "compared").isEmpty());
    }

    void nonsenseIsRefusedAndEscCancels()
    {
        FakeEnrolment service;
        AddServerWizard wizard(service, {}, QString());
        wizard.open();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("http://gw/"));
        probe::retype(&wizard, "port", QStringLiteral("99999"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(probe::shownProblem(&wizard, "host").contains(QLatin1StringView("example")));
        QVERIFY(probe::shownProblem(&wizard, "port").contains(QLatin1StringView("65535")));
        QVERIFY(service.asked.isEmpty());
        probe::retype(&wizard, "host", QStringLiteral("300.1.1.1:99999"));
        QTest::keyClick(&wizard, Qt::Key_Return);
        QVERIFY(probe::shownProblem(&wizard, "host").contains(QStringLiteral("“300.1.1.1”")));
        QVERIFY(service.asked.isEmpty());
        QTest::keyClick(&wizard, Qt::Key_Escape);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(service.cancelled, 1);
    }
};

SALLYPORT_DIALOG_TEST(TestAddServer)
#include "test_addserver.moc"
