// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/servers/addserverwizard.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QLabel>
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
        QTest::keyClick(&wizard, Qt::Key_Escape);
        QVERIFY(!wizard.isVisible());
        QCOMPARE(service.cancelled, 1);
    }
};

SALLYPORT_DIALOG_TEST(TestAddServer)
#include "test_addserver.moc"
