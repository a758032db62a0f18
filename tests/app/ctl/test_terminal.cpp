// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/service/control/controlrig.h"

#include <QProcess>
#include <QTest>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace sallyport;

namespace
{

// sallyportctl with a pseudo terminal of its own as standard input and error; standard output is a pipe.
class AtTerminal
{
public:
    AtTerminal()
    {
        std::array<char, 64> name{};
        if (openpty(&m_master, &m_slave, name.data(), nullptr, nullptr) != 0)
            qFatal("no pseudo terminal");
        fcntl(m_master, F_SETFL, O_NONBLOCK);
        // As a shell has started it: what is typed reaches it, Ctrl+C as a signal.
        m_process.setChildProcessModifier([slave = m_slave] {
            setsid();
            dup2(slave, 0);
            dup2(slave, 2);
            ioctl(0, TIOCSCTTY, 0);
        });
    }
    ~AtTerminal()
    {
        m_process.kill();
        m_process.waitForFinished();
        close(m_slave);
        close(m_master);
    }

    void start(const QStringList& arguments)
    {
        m_process.start(QStringLiteral(SALLYPORT_BIN "/sallyportctl"), arguments);
    }
    void type(const QByteArray& keys) const
    {
        QCOMPARE(write(m_master, keys.constData(), static_cast<std::size_t>(keys.size())), keys.size());
    }
    // What stands on the screen so far.
    const QByteArray& screen()
    {
        std::array<char, 4096> bytes{};
        for (ssize_t n = 0; (n = read(m_master, bytes.data(), bytes.size())) > 0;)
            m_screen.append(bytes.data(), n);
        return m_screen;
    }
    QProcess& process() { return m_process; }

private:
    QProcess m_process;
    int m_master = -1;
    int m_slave = -1;
    QByteArray m_screen;
};

} // namespace

// What "disconnect --filter" asks before it ends what fits by more than exact words.
class TestTerminal : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asks_data();
    void asks();
    void ctrlCEndsNothing();
    void onlyWhatWasShownEnds();
    void asksNobodyWhenExactOrTold_data();
    void asksNobodyWhenExactOrTold();
    void asksNobodyWhenNothingFits();

private:
    void startDisconnect(const QStringList& more);
    qsizetype live() const { return m_rig->plane.snapshot().connections.size(); }

    std::unique_ptr<ControlRig> m_rig;
    std::unique_ptr<AtTerminal> m_terminal;
};

void TestTerminal::init()
{
    m_rig = std::make_unique<ControlRig>();
    m_terminal = std::make_unique<AtTerminal>();
    m_rig->plane.addConnection(1, QStringLiteral("aim.exe"), QStringLiteral("login.example"), 5190);
    m_rig->plane.addConnection(2, QStringLiteral("claim.exe"), QStringLiteral("claims.example"), 443);
    m_rig->plane.addConnection(3, QStringLiteral("icq.exe"), QStringLiteral("icq.example"), 5190);
}

void TestTerminal::cleanup()
{
    m_terminal.reset();
    m_rig.reset();
}

void TestTerminal::startDisconnect(const QStringList& more)
{
    m_terminal->start(QStringList{QStringLiteral("--control"), m_rig->socketPath(), QStringLiteral("disconnect"),
                          QStringLiteral("--filter")}
        + more);
}

void TestTerminal::asks_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<bool>("ends");
    QTest::newRow("y") << QByteArray("y\n") << true;
    QTest::newRow("Y") << QByteArray("Y\n") << true;
    QTest::newRow("yes") << QByteArray("yes\n") << true;
    QTest::newRow("Yes with blanks") << QByteArray(" Yes \n") << true;
    QTest::newRow("n") << QByteArray("n\n") << false;
    QTest::newRow("Enter alone") << QByteArray("\n") << false;
    QTest::newRow("begins with y") << QByteArray("yesterday\n") << false;
    QTest::newRow("y behind a longer line") << QByteArray("y" + QByteArray(40, ' ') + "no\n") << false;
    QTest::newRow("y rubbed out") << QByteArray("y\x7fn\n") << false;
    QTest::newRow("end of input") << QByteArray("\x04") << false;
}

void TestTerminal::asks()
{
    QFETCH(QByteArray, keys);
    QFETCH(bool, ends);
    startDisconnect({QStringLiteral("program:aim")});
    QTRY_VERIFY2_WITH_TIMEOUT(
        m_terminal->screen().contains("End 2 connections? [y/N] "), m_terminal->screen().constData(), 30000);
    const QByteArray asked = m_terminal->screen();
    QVERIFY2(asked.contains("claims.example:443") && asked.contains("login.example:5190"), asked.constData());
    QVERIFY2(!asked.contains("icq"), asked.constData());
    QCOMPARE(live(), 3);
    m_terminal->type(keys);
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->process().state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_terminal->process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_terminal->process().exitCode(), ends ? 0 : 1);
    QCOMPARE(live(), ends ? 1 : 3);
    const QByteArray out = m_terminal->process().readAllStandardOutput();
    QVERIFY2(out.contains("ended 2 connections") == ends, out.constData());
    QVERIFY2(m_terminal->screen().contains("nothing was ended") != ends, m_terminal->screen().constData());
}

void TestTerminal::ctrlCEndsNothing()
{
    startDisconnect({QStringLiteral("program:aim")});
    QTRY_VERIFY_WITH_TIMEOUT(m_terminal->screen().contains("[y/N] "), 30000);
    m_terminal->type("y\x03");
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->process().state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_terminal->process().exitStatus(), QProcess::CrashExit);
    QCOMPARE(m_terminal->process().exitCode(), SIGINT);
    QCOMPARE(live(), 3);
}

// Who came while the question stood was not asked about.
void TestTerminal::onlyWhatWasShownEnds()
{
    startDisconnect({QStringLiteral("program:aim")});
    QTRY_VERIFY_WITH_TIMEOUT(m_terminal->screen().contains("[y/N] "), 30000);
    m_rig->plane.addConnection(4, QStringLiteral("aim.exe"), QStringLiteral("late.example"), 5190);
    m_terminal->type("y\n");
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->process().state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_terminal->process().exitCode(), 0);
    QCOMPARE(m_rig->plane.lastDisconnect.connections, (std::vector<ConnectionId>{1, 2}));
    QCOMPARE(live(), 2);
}

void TestTerminal::asksNobodyWhenExactOrTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("left");
    QTest::newRow("exact") << QStringList{QStringLiteral("program:=aim")} << 2;
    QTest::newRow("quoted") << QStringList{QStringLiteral("program:\"AIM.EXE\"")} << 2;
    QTest::newRow("--yes") << QStringList{QStringLiteral("program:aim"), QStringLiteral("--yes")} << 1;
    QTest::newRow("everything") << QStringList{QString(), QStringLiteral("--yes")} << 0;
}

void TestTerminal::asksNobodyWhenExactOrTold()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, left);
    startDisconnect(arguments);
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->process().state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_terminal->process().exitCode(), 0);
    QCOMPARE(m_terminal->screen(), QByteArray());
    QCOMPARE(live(), left);
}

void TestTerminal::asksNobodyWhenNothingFits()
{
    startDisconnect({QStringLiteral("program:msmsgs")});
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->process().state(), QProcess::NotRunning, 30000);
    QCOMPARE(m_terminal->process().exitCode(), 0);
    QCOMPARE(m_terminal->screen(), QByteArray());
    QVERIFY(m_terminal->process().readAllStandardOutput().contains("no sessions fit"));
    QCOMPARE(live(), 3);
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "test_terminal.moc"
