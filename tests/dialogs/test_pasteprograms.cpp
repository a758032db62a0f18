// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/firewallclient/programnames.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QTreeWidget>

using namespace sallyport;

class TestPastePrograms : public QObject
{
    Q_OBJECT

private:
    const QList<ApplicationEntry> m_entries{{QStringLiteral("1"), QStringLiteral("Aim"),
        {ApplicationSetting{ApplicationKey::Disable, QStringLiteral("1")}}}};

private slots:
    void namesAreCleaned_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << QStringLiteral("msmsgs") << QStringLiteral("msmsgs") << true;
        QTest::newRow("exe") << QStringLiteral("MSMSGS.EXE") << QStringLiteral("MSMSGS") << true;
        QTest::newRow("path") << QStringLiteral("\"C:\\Program Files\\ICQ\\icq.exe\"") << QStringLiteral("icq") << true;
        QTest::newRow("dots") << QStringLiteral("my.tool.exe") << QStringLiteral("my.tool") << true;
        QTest::newRow("section") << QStringLiteral("[icq]") << QString() << false;
        QTest::newRow("reserved") << QStringLiteral("Common") << QString() << false;
        QTest::newRow("signs") << QStringLiteral("---") << QString() << false;
        QTest::newRow("empty") << QStringLiteral("C:\\dir\\") << QString() << false;
    }

    void namesAreCleaned()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(bool, valid);
        const ProgramName program = cleanProgramName(typed);
        QCOMPARE(program.valid, valid);
        if (valid)
            QCOMPARE(program.name, name);
    }

    void pastedTextIsSortedOut()
    {
        PasteProgramsSheet sheet(m_entries);
        PastedPrograms got;
        sheet.onApplied([&got](const PastedPrograms& pasted) { got = pasted; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        sheet.setText(QStringLiteral("msmsgs.exe\r\nC:\\x\\icq.exe, aim;MSMSGS\n=&=\n# comment\n"));
        QCOMPARE(probe::find<QTreeWidget>(&sheet, "review")->topLevelItemCount(), 5);
        QVERIFY(probe::find<QLabel>(&sheet, "summary")->text().contains(QLatin1Char('2')));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(got.programs, QStringList({QStringLiteral("msmsgs"), QStringLiteral("icq")}));
        QList<ApplicationEntry> entries = m_entries;
        putPastedPrograms(entries, got);
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries.last().value(ApplicationKey::Disable), QStringLiteral("1"));
    }

    void nothingToAddIsRefused()
    {
        PasteProgramsSheet sheet(m_entries);
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(!probe::shownProblem(&sheet, "programs").isEmpty());
        probe::retype(&sheet, "programs", QStringLiteral("aim.exe"));
        QVERIFY(probe::shownProblem(&sheet, "programs").contains(QLatin1StringView("Nothing")));
        probe::retype(&sheet, "programs", QStringLiteral("=[]="));
        QVERIFY(!probe::shownProblem(&sheet, "programs").isEmpty());
        QVERIFY(sheet.isVisible());
        QTest::keyClick(&sheet, Qt::Key_Escape);
        QVERIFY(!sheet.isVisible());
    }
};

SALLYPORT_DIALOG_TEST(TestPastePrograms)
#include "test_pasteprograms.moc"
