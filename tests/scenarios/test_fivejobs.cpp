// SPDX-License-Identifier: GPL-3.0-or-later
// The five jobs of an administrator by keys alone, counted from the window as it opens: the real console, offscreen,
// over a real sallyportd, with curl as the Firewall Clients. A text that is typed or pasted counts as one key.
#include "app/console/console.h"
#include "app/console/panes/pane.h"
#include "app/console/window/mainwindow.h"
#include "dialogs/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace
{

// Answers every request with a body that never ends, so that curl stays connected.
class EndlessOrigin : public QObject
{
public:
    EndlessOrigin()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().contains("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbegun");
            });
        });
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort()); }

private:
    QTcpServer m_server;
};

// One program of one user that is connected until somebody ends it.
class Program : public QProcess
{
public:
    Program(const QString& firewallClient, const QString& program, const QString& user, const QString& url)
    {
        start(QStringLiteral("curl"),
            {QStringLiteral("-sSN"), QStringLiteral("--max-time"), QStringLiteral("120"),
                QStringLiteral("--proxytunnel"), QStringLiteral("--noproxy"), QString(), QStringLiteral("--proxy"),
                QStringLiteral("http://") + firewallClient, QStringLiteral("--proxy-header"),
                QStringLiteral("Sallyport-Application: ") + program, QStringLiteral("--proxy-header"),
                QStringLiteral("Sallyport-User: ") + user, QStringLiteral("--proxy-header"),
                QStringLiteral("Sallyport-Computer: PC-17"), url});
    }
    ~Program() override
    {
        kill();
        waitForFinished();
    }
    bool isUp() const { return bytesAvailable() == 5; }
    bool isCut() const { return state() == NotRunning; }
};

// Keys go to whatever has the focus, as they do for a user.
class Keys
{
public:
    explicit Keys(QWidget& window)
        : m_window(window)
    {
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_count;
        QTest::keyClick(target(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString& text)
    {
        ++m_count;
        QTest::keyClicks(target(), text);
        QCoreApplication::processEvents();
    }
    // Waits until something has the focus.
    void arrive() const { target(); }
    int count() const { return m_count; }

private:
    // Once one has the focus: a window that opens or closes passes it on in its own time, and there is no window
    // manager here that makes another one active.
    QWidget* target() const
    {
        const auto find = [this] {
            if (!QApplication::activeWindow() && !QApplication::activeModalWidget())
                m_window.activateWindow();
            QWidget* popup = QApplication::activePopupWidget();
            return popup ? popup : QApplication::focusWidget();
        };
        if (!QTest::qWaitFor([&find] { return find() != nullptr; }))
            qFatal("nothing has the focus");
        return find();
    }

    QWidget& m_window;
    int m_count = 0;
};

} // namespace

class TestFiveJobs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void blocksAProgramAndEndsItsUsers();
    void blocksThirtyProgramsOfAText();
    void endsAProgramOfOneUser();
    void exportsComparesAndImports();
    void findsWhoChangedItAndTakesItBack();

private:
    Server& server() const { return *m_console->server(Console::localKey()); }
    const QList<ApplicationEntry>& inForce() const { return server().draft().head().client.applications; }
    std::unique_ptr<Program> run(const QString& program, const QString& user) const
    {
        return std::make_unique<Program>(
            m_console->privateService()->ready().firewallClient, program, user, m_origin.url());
    }
    // The dialog that has the keys; waits until there is one.
    static bool dialogOpens(const char* name)
    {
        return QTest::qWaitFor([name] {
            const QWidget* active
                = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : QApplication::activeWindow();
            return active && active->objectName() == QLatin1StringView(name);
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    EndlessOrigin m_origin;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
};

void TestFiveJobs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    m_theme = std::make_unique<Theme>(*qApp);
    Console::Options options;
    options.dataFolder = m_folder->path();
    options.ephemeral = true;
    options.serviceProgram = QStringLiteral(SALLYPORT_BIN "/sallyportd");
    m_console = std::make_unique<Console>(options, m_clock);
    m_window = std::make_unique<MainWindow>(*m_console, *m_theme);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_console->start();
    QTRY_VERIFY_WITH_TIMEOUT(server().isOnline() && server().head().number == 1, 30000);
}

void TestFiveJobs::cleanup()
{
    m_window.reset();
    m_console.reset();
    m_theme.reset();
    m_folder.reset();
}

void TestFiveJobs::blocksAProgramAndEndsItsUsers()
{
    const auto anna = run(QStringLiteral("icq.exe"), QStringLiteral("anna"));
    const auto bert = run(QStringLiteral("icq.exe"), QStringLiteral("bert"));
    const auto browser = run(QStringLiteral("iexplore.exe"), QStringLiteral("anna"));
    QTRY_VERIFY(anna->isUp() && bert->isUp() && browser->isUp());

    Keys keys(*m_window);
    keys.press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(dialogOpens("applicationEntrySheet"));
    keys.type(QStringLiteral("icq"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(server().draft().changes().size(), qsizetype(1));
    QTRY_COMPARE(m_console->applier(Console::localKey())->refused().size(), qsizetype(2));
    keys.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), 10000);
    QVERIFY(dialogOpens("refusedDialog"));
    keys.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(anna->isCut() && bert->isCut(), 10000);
    QVERIFY(browser->isUp());
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::blocksThirtyProgramsOfAText()
{
    QStringList lines;
    for (int i = 1; i <= 30; ++i)
        lines.append(QStringLiteral("%1. \"program%1.exe\"  # number %1").arg(i));
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));

    Keys keys(*m_window);
    keys.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(dialogOpens("pasteProgramsSheet"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(server().draft().changes().size(), qsizetype(30));
    keys.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(2), 10000);
    QCOMPARE(inForce().size(), qsizetype(30));
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::endsAProgramOfOneUser()
{
    const auto hers = run(QStringLiteral("msmsgs.exe"), QStringLiteral("anna"));
    const auto hisOwn = run(QStringLiteral("msmsgs.exe"), QStringLiteral("bert"));
    const auto browser = run(QStringLiteral("iexplore.exe"), QStringLiteral("anna"));
    QTRY_VERIFY(hers->isUp() && hisOwn->isUp() && browser->isUp());

    Keys keys(*m_window);
    keys.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOpens("palette"));
    keys.type(QStringLiteral("user:anna program:msmsgs"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(m_window->place().kind, NodeKind::Sessions);
    QTRY_COMPARE(server().sessions().rowCount(), 1);
    keys.arrive();
    auto* list = m_window->pane()->findChild<QAbstractItemView*>(QStringLiteral("sessionsList"));
    QTRY_VERIFY(list->hasFocus() && list->selectionModel()->hasSelection());
    keys.press(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(hers->isCut(), 10000);
    QVERIFY(hisOwn->isUp() && browser->isUp());
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::exportsComparesAndImports()
{
    const QString file = m_folder->filePath(QStringLiteral("mspclnt.ini"));
    Keys keys(*m_window);
    keys.press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(dialogOpens("exportDialog"));
    keys.type(file);
    keys.press(Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(file));
    keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());

    QFile changed(file);
    QVERIFY(changed.open(QIODevice::Append));
    changed.write("\r\n[icq]\r\nDisable=1\r\n");
    changed.close();
    keys.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialogOpens("compareDialog"));
    keys.type(file);
    QTRY_VERIFY(QApplication::activeWindow()->findChild<QLabel*>(QStringLiteral("status"))->text().contains(u'1'));
    keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());

    keys.press(Qt::Key_I, Qt::ControlModifier);
    QVERIFY(dialogOpens("importDialog"));
    keys.type(file);
    QTRY_VERIFY(QApplication::activeWindow()->findChild<QPushButton*>(QStringLiteral("import"))->isEnabled());
    keys.press(Qt::Key_Return);
    QTRY_VERIFY(server().draft().policy().client.application(u"icq"));
    QVERIFY2(keys.count() <= 10, qPrintable(QString::number(keys.count())));
}

void TestFiveJobs::findsWhoChangedItAndTakesItBack()
{
    const auto apply = [this](const QString& program) {
        Policy policy = server().draft().policy();
        ApplicationEntry entry{newObjectId(), program, {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        policy.client.applications.append(entry);
        server().draft().change(QStringLiteral("Add"), policy);
        const RevisionNumber before = server().head().number;
        m_console->applier(Console::localKey())->apply(server().draft().proposal());
        return QTest::qWaitFor([this, before] { return server().head().number == before + 1; }, 10000);
    };
    QVERIFY(apply(QStringLiteral("spotify")));
    QVERIFY(apply(QStringLiteral("icq")));

    Keys keys(*m_window);
    keys.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(dialogOpens("palette"));
    keys.type(QStringLiteral("history"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE(m_window->place().kind, NodeKind::History);
    keys.arrive();
    auto* list = m_window->pane()->findChild<QAbstractItemView*>(QStringLiteral("historyPaneList"));
    QTRY_VERIFY(list->hasFocus() && list->selectionModel()->hasSelection());
    QTRY_VERIFY(list->model()->index(1, 4).data().toString().contains(QStringLiteral("spotify")));
    keys.press(Qt::Key_Down); // beneath the newest one
    keys.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(dialogOpens("reviewDialog"));
    keys.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(server().head().number, RevisionNumber(4), 10000);
    QCOMPARE(inForce().size(), qsizetype(1));
    QCOMPARE(inForce().first().name, QStringLiteral("icq"));
    QVERIFY2(keys.count() <= 6, qPrintable(QString::number(keys.count())));
}

QTEST_MAIN(TestFiveJobs)
#include "test_fivejobs.moc"
