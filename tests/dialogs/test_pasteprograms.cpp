// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/firewallclient/programnames.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace sallyport;

class TestPastePrograms : public QObject
{
    Q_OBJECT

private:
    const QList<ApplicationEntry> m_entries{{QStringLiteral("1"), QStringLiteral("Aim"),
        {ApplicationSetting{ApplicationKey::Disable, QStringLiteral("1")}}}};
    const QString m_list
        = QStringLiteral("Programs to block:\n1. AIM.EXE\n2) icq.exe\n- anydesk.exe\n* teamviewer.exe\n"
                         "kazaa.exe  # Kazaa\n4. \"uTorrent.exe\"; x\nnot so sure\n=&=\n");
    const QStringList m_sure{QStringLiteral("icq"), QStringLiteral("anydesk"), QStringLiteral("teamviewer"),
        QStringLiteral("kazaa"), QStringLiteral("uTorrent")};

    static QTreeWidget* open(PasteProgramsSheet& sheet)
    {
        sheet.open();
        [&] { QVERIFY(QTest::qWaitForWindowActive(&sheet)); }();
        return probe::find<QTreeWidget>(&sheet, "review");
    }
    static QTreeWidgetItem* row(const QTreeWidget* review, const QString& name)
    {
        const QList<QTreeWidgetItem*> found = review->findItems(name, Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.first();
    }
    static QString verb(const QWidget& sheet)
    {
        return sheet.findChild<QPushButton*>(QStringLiteral("ok"))->text().remove(u'&');
    }

private slots:
    void doubtfulOnesWaitToBeTicked()
    {
        PasteProgramsSheet sheet(m_entries);
        PastedPrograms got;
        sheet.onApplied([&got](const PastedPrograms& pasted) { got = pasted; });
        const QTreeWidget* review = open(sheet);
        sheet.setText(m_list);
        QCOMPARE(sheet.draft().programs, m_sure);
        QCOMPARE(verb(sheet), QStringLiteral("Add 5"));
        for (const QString& name : {QStringLiteral("x"), QStringLiteral("not so sure")})
            QCOMPARE(row(review, name)->checkState(0), Qt::Unchecked);
        QCOMPARE(row(review, QStringLiteral("icq"))->checkState(0), Qt::Checked);
        // What can't be chosen has no box.
        QVERIFY(!row(review, QStringLiteral("Aim"))->data(0, Qt::CheckStateRole).isValid());
        row(review, QStringLiteral("x"))->setCheckState(0, Qt::Checked);
        row(review, QStringLiteral("icq"))->setCheckState(0, Qt::Unchecked);
        row(review, QStringLiteral("kazaa"))->setCheckState(0, Qt::Unchecked);
        QCOMPARE(verb(sheet), QStringLiteral("Add 4"));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(got.programs,
            QStringList({QStringLiteral("anydesk"), QStringLiteral("teamviewer"), QStringLiteral("uTorrent"),
                QStringLiteral("x")}));
    }

    void doubtfulOnesSayWhy_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("why");
        const auto add = [](const char* typed, const char* name, const char* why) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(name) << QString::fromLatin1(why);
        };
        add("www.example.com", "www.example", "may be the address of a site");
        add("hook.dll", "hook.dll", "ends in .dll");
        add("setup.MSI", "setup.MSI", "ends in .MSI");
        add("Please block frobnicate.exe now", "frobnicate", "stands behind other words");
        add("My Tool.exe", "My Tool", "stands behind other words");
        add("Contact: peter", "peter", "stands behind a label");
        add("not so sure", "not so sure", "several words, no .exe");
        add("frobnicate", "frobnicate", "no .exe, unlike others");
        add("PID CMD\n 2 [kthreadd]\n 9 bash\n", "kthreadd", "in brackets, as parts of the system are");
    }

    void doubtfulOnesSayWhy()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(QString, why);
        PasteProgramsSheet sheet(m_entries);
        const QTreeWidget* review = open(sheet);
        sheet.setText(QStringLiteral("kazaa.exe\n") + typed);
        QTreeWidgetItem* doubtful = row(review, name);
        QVERIFY(doubtful);
        QCOMPARE(doubtful->checkState(0), Qt::Unchecked);
        QCOMPARE(doubtful->text(1), QStringLiteral("left out: ") + why);
        const QModelIndex cell = review->model()->index(review->indexOfTopLevelItem(doubtful), 1);
        const QString heard = cell.data(Qt::AccessibleTextRole).toString();
        QVERIFY(heard.isEmpty() || heard.contains(why));
        doubtful->setCheckState(0, Qt::Checked);
        QCOMPARE(doubtful->text(1), QStringLiteral("added: ") + why);
    }

    void allSelectedAreTickedAtOnce()
    {
        PasteProgramsSheet sheet(m_entries);
        QTreeWidget* review = open(sheet);
        sheet.setText(m_list);
        review->setFocus();
        review->setCurrentItem(row(review, QStringLiteral("icq")));
        QTest::keyClick(review, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(review, Qt::Key_Space);
        QCOMPARE(sheet.draft().programs, QStringList());
        QCOMPARE(verb(sheet), QStringLiteral("Add"));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(sheet.isVisible());
        QVERIFY(probe::shownProblem(&sheet, "programs").contains(QLatin1StringView("ticked")));
        QTest::keyClick(review, Qt::Key_Space);
        QCOMPARE(verb(sheet), QStringLiteral("Add 7"));
    }

    void deleteTakesOutOfTheText()
    {
        PasteProgramsSheet sheet(m_entries);
        QTreeWidget* review = open(sheet);
        sheet.setText(QStringLiteral("1. icq.exe  # ICQ\nkazaa.exe, x.exe\nanydesk.exe"));
        review->setFocus();
        review->setCurrentItem(row(review, QStringLiteral("icq")));
        QTest::keyClick(review, Qt::Key_Delete);
        auto* text = probe::find<QPlainTextEdit>(&sheet, "programs");
        QCOMPARE(text->toPlainText(), QStringLiteral("kazaa.exe, x.exe\nanydesk.exe"));
        QCOMPARE(review->currentItem()->text(0), QStringLiteral("kazaa"));
        QTest::keyClick(review, Qt::Key_Delete);
        QCOMPARE(sheet.draft().programs, QStringList({QStringLiteral("x"), QStringLiteral("anydesk")}));
        QTest::keyClick(review, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(review, Qt::Key_Delete);
        QCOMPARE(review->topLevelItemCount(), 0);
        QCOMPARE(text->toPlainText(), QString());
        for (int step = 0; step < 3; ++step)
            QTest::keyClick(review, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text->toPlainText(), QStringLiteral("1. icq.exe  # ICQ\nkazaa.exe, x.exe\nanydesk.exe"));
        QCOMPARE(verb(sheet), QStringLiteral("Add 4"));
    }

    void closedSheetLosesNothing()
    {
        SheetMemory memory;
        {
            PasteProgramsSheet sheet(m_entries);
            sheet.rememberIn(memory, QStringLiteral("paste"));
            const QTreeWidget* review = open(sheet);
            sheet.setText(m_list);
            row(review, QStringLiteral("x"))->setCheckState(0, Qt::Checked);
            QTest::keyClick(&sheet, Qt::Key_Escape);
            QVERIFY(!sheet.isVisible());
        }
        PasteProgramsSheet again(m_entries);
        again.rememberIn(memory, QStringLiteral("paste"));
        const QTreeWidget* review = open(again);
        QCOMPARE(probe::find<QPlainTextEdit>(&again, "programs")->toPlainText(), m_list);
        QCOMPARE(row(review, QStringLiteral("x"))->checkState(0), Qt::Checked);
        QCOMPARE(row(review, QStringLiteral("not so sure"))->checkState(0), Qt::Unchecked);
    }

    void clipboardIsPasted()
    {
        QGuiApplication::clipboard()->setText(m_list);
        PasteProgramsSheet sheet(m_entries);
        sheet.pasteClipboard();
        QCOMPARE(sheet.draft().programs, m_sure);
        sheet.pasteClipboard();
        QCOMPARE(sheet.draft().text, m_list); // once
        QGuiApplication::clipboard()->setText(QStringLiteral("emule.exe"));
        sheet.pasteClipboard();
        QCOMPARE(sheet.draft().programs, m_sure + QStringList{QStringLiteral("emule")});
        QGuiApplication::clipboard()->setText(QStringLiteral("Dear Anna, how are you?"));
        sheet.pasteClipboard();
        QCOMPARE(sheet.draft().programs.size(), 6);
        QVERIFY(!sheet.draft().text.contains(QLatin1StringView("Anna")));
    }

    // What was taken out of a pasted list doesn't come back with the same clipboard.
    void theSameIsNotPastedAgain()
    {
        SheetMemory memory;
        QGuiApplication::clipboard()->setText(QStringLiteral("icq.exe\nkazaa.exe\nemule.exe\n"));
        const QStringList kept{QStringLiteral("icq"), QStringLiteral("emule")};
        {
            PasteProgramsSheet sheet(m_entries);
            sheet.rememberIn(memory, QStringLiteral("paste"));
            sheet.pasteClipboard();
            QTreeWidget* review = open(sheet);
            review->setFocus();
            review->setCurrentItem(row(review, QStringLiteral("kazaa")));
            QTest::keyClick(review, Qt::Key_Delete);
            QCOMPARE(sheet.draft().programs, kept);
            QTest::keyClick(&sheet, Qt::Key_Escape);
            QVERIFY(!sheet.isVisible());
        }
        PasteProgramsSheet again(m_entries);
        again.rememberIn(memory, QStringLiteral("paste"));
        again.pasteClipboard();
        QCOMPARE(again.draft().text, QStringLiteral("icq.exe\nemule.exe\n"));
        QCOMPARE(again.draft().programs, kept);
        // With something new beside it, it waits to be ticked.
        QGuiApplication::clipboard()->setText(QStringLiteral("kazaa.exe\nfoo.exe"));
        again.pasteClipboard();
        QCOMPARE(again.draft().programs, kept + QStringList{QStringLiteral("foo")});
        // Of a list that was emptied nothing is kept.
        auto* text = probe::find<QPlainTextEdit>(&again, "programs");
        text->clear();
        QGuiApplication::clipboard()->setText(QStringLiteral("icq.exe\nemule.exe\n"));
        again.pasteClipboard();
        QCOMPARE(again.draft().programs, kept);
    }

    // Long lines are cut, each column in its share; nothing is pushed out of the list.
    void columnsShareTheWidth()
    {
        PasteProgramsSheet sheet(m_entries);
        const QTreeWidget* review = open(sheet);
        sheet.setText(QStringLiteral("please remove at once %1.exe from all of the computers\nC:\\%2\\icq.exe\nfoochat")
                          .arg(QString(150, u'w'), QString(150, u'f')));
        QTRY_COMPARE(review->header()->length(), review->viewport()->width());
        const QAbstractItemView* view = review;
        QVERIFY(review->columnWidth(1) >= view->sizeHintForColumn(1)); // what happens is whole
        QVERIFY(review->columnWidth(2) >= review->viewport()->width() / 6);
        sheet.resize(sheet.width() + 300, sheet.height());
        QTRY_COMPARE(review->header()->length(), review->viewport()->width());
        probe::picture(&sheet, QStringLiteral("paste-long-lines"));
    }

    void knownNamesCount()
    {
        const ProgramCatalogue catalogue{
            {QStringLiteral("ypager"), QStringLiteral("Yahoo! Messenger (service closed)")},
            {QStringLiteral("yupdater"), QStringLiteral("Yahoo! Messenger (service closed)")},
            {QStringLiteral("utorrent"), QStringLiteral("uTorrent (file sharing)")}};
        PasteProgramsSheet sheet(m_entries, catalogue);
        sheet.setText(QStringLiteral("icq.exe\nYahoo! Messenger\nfoochat"));
        QCOMPARE(sheet.draft().programs,
            QStringList({QStringLiteral("icq"), QStringLiteral("ypager"), QStringLiteral("yupdater")}));
        // One known by both its name and its full name stands once.
        for (const QString& text :
            {QStringLiteral("Program;Comment;Owner\nutorrent;torrents;bert"), QStringLiteral("utorrent, foo")}) {
            PasteProgramsSheet other(m_entries, catalogue);
            other.setText(text);
            QCOMPARE(probe::find<QTreeWidget>(&other, "review")
                         ->findItems(QStringLiteral("utorrent"), Qt::MatchExactly)
                         .size(),
                1);
        }
    }

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
