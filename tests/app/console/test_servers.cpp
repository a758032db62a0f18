// SPDX-License-Identifier: GPL-3.0-or-later
// Servers elsewhere, over TLS, against a real sallyportd: enrolled by the wizard, taken off, met with another key.
#include "app/console/link/serverlist.h"
#include "app/console/panes/pane.h"
#include "tests/app/console/realconsole.h"
#include "tests/scenarios/robustness/realservice.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTreeView>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>

using namespace sallyport;
using test::RealConsole;

namespace
{

constexpr int patience = 30000; // milliseconds; a sanitizer's build on a busy machine

} // namespace

class TestServers : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void enrolsByKeyboardAndStaysEnrolled();
    void wrongCodeIsSaidAtTheField();
    void returnsToARevision();
    void removalCanBeUndone();
    void aChangedKeyIsRefused();
    void theSameServerAtAnotherAddress();
    void aDamagedKeyFileIsSaid();
    void aFullDiskKeepsTheList();

private:
    QString data() const { return m_service->dataFolder() + QStringLiteral("/data"); }
    QString endpoint() const
    {
        return QStringLiteral("127.0.0.1:%1").arg(m_service->port(QLatin1StringView("controlTls")));
    }
    // As far as the page of the code.
    QDialog* openWizard(const QString& fingerprint);
    void enrol();
    QString savedFingerprint(const QString& key) const
    {
        const auto entries = ServerList(m_rig->folder()).load().value();
        const auto found = std::find_if(
            entries.begin(), entries.end(), [&key](const ServerEntry& entry) { return entry.key == key; });
        return found == entries.end() ? QString() : found->endpoint.serverFingerprint;
    }
    Server& server() { return *m_rig->console().server(m_key); }

    std::unique_ptr<test::RealService> m_service;
    std::unique_ptr<RealConsole> m_rig;
    QString m_key; // of the enrolled server
};

void TestServers::init()
{
    m_service = std::make_unique<test::RealService>();
    const QString failure = m_service->start();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_rig = std::make_unique<RealConsole>();
    m_rig->start();
}

void TestServers::cleanup()
{
    m_rig->stop();
    m_rig.reset();
    m_service.reset();
}

QDialog* TestServers::openWizard(const QString& fingerprint)
{
    m_rig->window().addServer();
    QDialog* wizard = m_rig->dialog("addServerWizard");
    if (!wizard || !QTest::qWaitForWindowActive(wizard))
        return nullptr;
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("127.0.0.1"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), endpoint().section(u':', -1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto* expected = wizard->findChild<QLineEdit*>(QStringLiteral("expected"));
    if (!QTest::qWaitFor([expected] { return expected->hasFocus(); }, patience))
        return nullptr;
    QTest::keyClicks(expected, fingerprint);
    QTest::keyClick(expected, Qt::Key_Return);
    return wizard;
}

void TestServers::enrol()
{
    const test::IssuedCode issued = test::issueCode(data(), QStringLiteral("administrator"));
    QVERIFY(!issued.code.isEmpty());
    QDialog* wizard = openWizard(issued.fingerprint);
    QVERIFY(wizard);
    auto* code = wizard->findChild<QLineEdit*>(QStringLiteral("code"));
    QVERIFY(code->hasFocus());
    QTest::keyClicks(code, issued.code);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->console().tree().servers().isEmpty(), patience);
    m_key = m_rig->console().tree().servers().constLast();
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline() && server().head().number > 0, patience);
}

void TestServers::enrolsByKeyboardAndStaysEnrolled()
{
    enrol();
    QCOMPARE(server().role(), Role::Administrator);
    QCOMPARE(m_rig->window().place(), (NodePath{NodeKind::Server, m_key}));
    QVERIFY(!m_rig->dialog("addServerWizard"));
    QFile key(m_rig->folder() + QStringLiteral("/console.pem"));
    QVERIFY(key.exists());
    QCOMPARE(key.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
    m_rig->stop();
    m_rig->start();
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline(), patience);
    QCOMPARE(server().role(), Role::Administrator);
}

void TestServers::wrongCodeIsSaidAtTheField()
{
    const test::IssuedCode issued = test::issueCode(data(), QStringLiteral("viewer"));
    // Another fingerprint than the expected one does not get as far as the code.
    QDialog* wizard = openWizard(QString(issued.fingerprint).replace(0, 2, QStringLiteral("zz")));
    QVERIFY(wizard);
    auto* expected = wizard->findChild<QLineEdit*>(QStringLiteral("expected"));
    QVERIFY(expected->isVisible());
    QVERIFY(!wizard->findChild<QLabel*>(QStringLiteral("expectedProblem"))->text().isEmpty());
    expected->selectAll();
    QTest::keyClicks(expected, issued.fingerprint.toUpper());
    QTest::keyClick(expected, Qt::Key_Return);
    auto* code = wizard->findChild<QLineEdit*>(QStringLiteral("code"));
    QVERIFY(code->hasFocus());
    QTest::keyClicks(code, QStringLiteral("AAAA-BBBB-CCCC"));
    QTest::keyClick(code, Qt::Key_Return);
    auto* problem = wizard->findChild<QLabel*>(QStringLiteral("codeProblem"));
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible() && !problem->text().isEmpty(), patience);
    QVERIFY(m_rig->console().tree().servers().isEmpty());
    QVERIFY(code->hasFocus());
    code->selectAll();
    QTest::keyClicks(code, issued.code);
    QTest::keyClick(code, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_rig->console().tree().servers().isEmpty(), patience);
    m_key = m_rig->console().tree().servers().constLast();
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline(), patience);
    QCOMPARE(server().role(), Role::Viewer);
}

void TestServers::returnsToARevision()
{
    enrol();
    const RevisionNumber first = server().head().number;
    server().draft().change(
        QStringLiteral("add"), test::withEntry(server().draft().policy(), QStringLiteral("msmsgs")));
    m_rig->find<QPushButton>("apply")->click();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, first + 1, patience);

    m_rig->window().go({NodeKind::History, m_key});
    auto* list = m_rig->find<QTreeView>("historyPaneList");
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), int(first) + 1, patience);
    auto* returnTo = m_rig->find<QAction>("returnTo");
    list->setCurrentIndex(list->model()->index(0, 0));
    QVERIFY(!returnTo->isEnabled()); // it is in force
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(returnTo->isEnabled());
    returnTo->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->find<QDialog>("reviewDialog"), patience);
    QCOMPARE(server().head().number, first + 1); // nothing is in force before Apply
    m_rig->find<QDialog>("reviewDialog")->accept();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, first + 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!server().draft().policy().client.application(u"msmsgs"), patience);
    QVERIFY(server().draft().isClean());
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), int(first) + 2, patience);
    // Undo takes it back through Review.
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->find<QLabel>("undoLink")->isVisible(), patience);
    emit m_rig->find<QLabel>("undoLink")->linkActivated(QStringLiteral("undo"));
    QTRY_VERIFY_WITH_TIMEOUT(m_rig->find<QDialog>("reviewDialog"), patience);
    m_rig->find<QDialog>("reviewDialog")->accept();
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, first + 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(server().draft().policy().client.application(u"msmsgs"), patience);
}

void TestServers::removalCanBeUndone()
{
    enrol();
    server().draft().change(
        QStringLiteral("add"), test::withEntry(server().draft().policy(), QStringLiteral("msmsgs")));
    m_rig->window().go({NodeKind::FirewallClient, m_key});
    m_rig->window().removeServer();
    QVERIFY(m_rig->console().tree().servers().isEmpty());
    QVERIFY(!m_rig->console().server(m_key));
    QCOMPARE(m_rig->window().place(), NodePath());
    QCOMPARE(savedFingerprint(m_key), QString());

    emit m_rig->find<QLabel>("undoLink")->linkActivated(QStringLiteral("undo"));
    QVERIFY(m_rig->console().server(m_key));
    QCOMPARE(savedFingerprint(m_key).left(16), m_key);
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline(), patience);
    QVERIFY(server().draft().policy().client.application(u"msmsgs")); // with its draft
    m_rig->window().go({NodeKind::FirewallClient, m_key});
    m_rig->window().removeServer();
    m_rig->stop();
    m_rig->start();
    QVERIFY(m_rig->console().tree().servers().isEmpty());
}

// Somebody else at the old address: refused, said, and never taken for the new truth.
void TestServers::aChangedKeyIsRefused()
{
    enrol();
    const QString pinned = savedFingerprint(m_key);
    const QStringList samePort{QStringLiteral("--control-tls"), endpoint()};
    const auto setKey = [this](const QString& from, const QString& to) {
        for (const char* name : {"service.key", "service.crt"}) {
            const QString file = QDir(data()).filePath(QLatin1StringView(name));
            QVERIFY(QFile::rename(file + from, file + to));
        }
    };
    QCOMPARE(m_service->stop(), QString());
    setKey({}, QStringLiteral(".kept"));
    QString failure = m_service->start(samePort);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QTRY_COMPARE_WITH_TIMEOUT(server().link().lastError().code, ErrorCode::NotAuthenticated, patience);
    QVERIFY(!server().isOnline());
    QVERIFY(server().link().lastError().detail.contains(QLatin1StringView("fingerprint")));
    m_rig->window().go({NodeKind::FirewallClient, m_key});
    QTRY_VERIFY(m_rig->find<QLabel>("connectionState")->text().contains(QLatin1StringView("fingerprint")));
    QCOMPARE(savedFingerprint(m_key), pinned);
    // Neither does a fresh start of the console change its mind.
    m_rig->stop();
    m_rig->start();
    QTRY_COMPARE_WITH_TIMEOUT(server().link().lastError().code, ErrorCode::NotAuthenticated, patience);
    QCOMPARE(savedFingerprint(m_key), pinned);

    // The right one is back.
    QCOMPARE(m_service->stop(), QString());
    setKey({}, QStringLiteral(".other"));
    setKey(QStringLiteral(".kept"), {});
    failure = m_service->start(samePort);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline(), patience);
}

void TestServers::theSameServerAtAnotherAddress()
{
    enrol();
    const QString key = m_key;
    QCOMPARE(m_service->stop(), QString());
    const QString failure = m_service->start();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    enrol();
    QCOMPARE(m_rig->console().tree().servers(), QStringList{key});
    QCOMPARE(m_rig->console().entry(key).endpoint.port, m_service->port(QLatin1StringView("controlTls")));
}

void TestServers::aDamagedKeyFileIsSaid()
{
    QFile file(m_rig->folder() + QStringLiteral("/console.pem"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN CERTIFICATE-----\nhalf");
    file.close();
    const test::IssuedCode issued = test::issueCode(data(), QStringLiteral("viewer"));
    QDialog* wizard = openWizard(issued.fingerprint);
    QVERIFY(wizard);
    auto* code = wizard->findChild<QLineEdit*>(QStringLiteral("code"));
    QTest::keyClicks(code, issued.code);
    QTest::keyClick(code, Qt::Key_Return);
    auto* problem = wizard->findChild<QLabel*>(QStringLiteral("codeProblem"));
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QLatin1StringView("console.pem")), patience);
}

// The list of an older console, in the settings, and the file that takes its place.
void TestServers::aFullDiskKeepsTheList()
{
    QSettings settings;
    settings.setValue(QStringLiteral("servers/old/host"), QStringLiteral("192.0.2.1"));
    settings.setValue(QStringLiteral("servers/old/port"), 1746);
    settings.setValue(QStringLiteral("servers/old/fingerprint"), QString(64, u'a'));
    ServerList servers(m_rig->folder());
    QCOMPARE(servers.load()->size(), 1);
    ServerEntry entry{QStringLiteral("new"), QStringLiteral("gate"), {}};
    entry.endpoint = servers.load()->constFirst().endpoint;
    QVERIFY(servers.save(entry));
    settings.remove(QStringLiteral("servers"));
    QCOMPARE(servers.load()->size(), 2);
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit none{0, limit.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
        const Status removed = servers.remove(QStringLiteral("old"));
        setrlimit(RLIMIT_FSIZE, &limit);
        QVERIFY(!removed);
        QCOMPARE(removed.error().subject, QString(m_rig->folder() + QStringLiteral("/servers.json")));
    }
    QCOMPARE(servers.load()->size(), 2);
    QVERIFY(servers.remove(QStringLiteral("old")));
    QCOMPARE(servers.load()->size(), 1);
    QCOMPARE(servers.load()->constFirst().name, QStringLiteral("gate"));
}

QTEST_MAIN(TestServers)
#include "test_servers.moc"
