// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importdialog.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/sheet/filereader.h"
#include "dialogs/sheet/files.h"
#include "dialogs/style/theme.h"
#include "models/ini/clientini.h"
#include "tests/dialogs/dialogprobe.h"
#include "tests/dialogs/inifiles.h"

#include <QApplication>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUrl>

#include <sys/stat.h>

using namespace sallyport;

namespace
{

Policy policy()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    ApplicationEntry entry{QStringLiteral("id-icq"), QStringLiteral("icq"), {}};
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    policy.client.applications.append(entry);
    return policy;
}

// Three entries and one field would change.
const QByteArray fourChanges
    = "[Common]\nConfiguration Refresh Time (Hours)=2\n[icq]\nDisable=0\nPersistent=1\n[aim]\nDisable=1\n"
      "[kazaa]\nDisable=1\n";

// Ninety lines that are left out ahead of a contradiction.
QByteArray warningsAndAnError()
{
    QByteArray bytes("[Common]\n");
    for (int i = 0; i < 90; ++i)
        bytes.append("Foo").append(QByteArray::number(i)).append("=1\n");
    return bytes + "[x]\nLocalBindTcpPorts=5190\nRemoteBindTcpPorts=5190\n";
}

bool isInView(const IniView& view, int line)
{
    const long shown = view.SendScintilla(QsciScintilla::SCI_VISIBLEFROMDOCLINE, line) - view.firstVisibleLine();
    return shown >= 0 && shown < view.SendScintilla(QsciScintilla::SCI_LINESONSCREEN);
}

// An import dialog in view, and what it handed back.
struct Opened {
    Opened()
        : dialog(policy())
    {
        dialog.onImported([this](const Policy& value) { got = value; });
        dialog.open();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog did not come up");
    }
    IniView& text() { return *probe::find<IniView>(&dialog, "text"); }
    QTreeView& list(const char* name) { return *probe::find<QTreeView>(&dialog, name); }
    QPushButton& button() { return *probe::find<QPushButton>(&dialog, "import"); }
    QString status() { return probe::find<QLabel>(&dialog, "status")->text(); }
    QString cell(const char* list, int row, int column)
    {
        const QAbstractItemModel* model = this->list(list).model();
        return model->index(row, column).data().toString();
    }

    ImportDialog dialog;
    std::optional<Policy> got;
};

QString written(const QTemporaryDir& folder, const QByteArray& bytes)
{
    return writtenFile(folder, QStringLiteral("mspclnt.ini"), bytes);
}

} // namespace

class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    // What is shown and what is named are one file, however the name is left behind.
    void anotherFileThatIsNamedIsTheOneImported_data()
    {
        QTest::addColumn<bool>("there");
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("an empty file, left") << true << true;
        QTest::newRow("no file, left") << false << true;
        QTest::newRow("an empty file, imported by its key") << true << false;
        QTest::newRow("no file, imported by its key") << false << false;
    }
    void anotherFileThatIsNamedIsTheOneImported()
    {
        QFETCH(bool, there);
        QFETCH(bool, isLeft);
        QTemporaryDir folder;
        Opened opened;
        probe::retype(&opened.dialog, "path", written(folder, fourChanges));
        QTRY_VERIFY(opened.button().isEnabled());
        const QString other = folder.filePath(QStringLiteral("other.ini"));
        if (there)
            QCOMPARE(writtenFile(folder, QStringLiteral("other.ini"), {}), other);
        probe::retype(&opened.dialog, "path", other);
        if (isLeft)
            QTest::keyClick(probe::find(&opened.dialog, "path"), Qt::Key_Tab);
        else
            opened.button().click();
        QTRY_VERIFY2(opened.status().contains(there ? QStringLiteral("empty") : QStringLiteral("No such file")),
            qPrintable(opened.status()));
        QVERIFY(!opened.button().isEnabled());
        QVERIFY(opened.text().text().isEmpty());
        QVERIFY(opened.dialog.isVisible() && !opened.got);
    }

    void aPastedPathIsReadAtOnce()
    {
        QTemporaryDir folder;
        Opened opened;
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("path"));
        QTest::keyClicks(QApplication::focusWidget(), written(folder, fourChanges));
        QTRY_COMPARE(opened.list("changes").model()->rowCount(), 4);
        QVERIFY(opened.button().text().contains(QLatin1Char('4')));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(opened.got);
        QCOMPARE(opened.got->client.applications.size(), 3);
        QCOMPARE(opened.dialog.folder(), folder.path());
    }

    void pathsAreTakenAsPeopleHaveThem()
    {
        QTemporaryDir folder;
        const QString path = written(folder, fourChanges);
        for (const QString& text : {QUrl::fromLocalFile(path).toString(), QString(QLatin1Char('"') + path + u'"'),
                 QString(u' ' + path + u'\n'), QStringLiteral("mspclnt.ini")}) {
            Opened opened;
            opened.dialog.setFolder(folder.path());
            probe::find<QLineEdit>(&opened.dialog, "path")->setText(text);
            QTRY_VERIFY2(opened.button().isEnabled(), qPrintable(text));
        }
        Opened opened;
        auto* field = probe::find<QLineEdit>(&opened.dialog, "path");
        for (const QString& text : {folder.path(), QStringLiteral("/dev/zero"), folder.filePath(QStringLiteral("x"))}) {
            field->setText(text);
            QTest::keyClick(field, Qt::Key_Return);
            QVERIFY(opened.dialog.isVisible());
            QTRY_VERIFY2(opened.status().contains(text), qPrintable(opened.status()));
        }
    }

    void aDroppedFileIsRead()
    {
        QTemporaryDir folder;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(written(folder, fourChanges))});
        for (const bool ontoText : {false, true}) {
            Opened opened;
            QWidget* target = ontoText ? opened.text().viewport() : static_cast<QWidget*>(&opened.dialog);
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(target, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(target, &drop);
            QTRY_COMPARE(opened.list("changes").model()->rowCount(), 4);
            QVERIFY(!opened.text().text().contains(QLatin1StringView("file:")));
        }
    }

    // What keeps the file from being imported is seen first, whatever stands above it.
    void theErrorIsInSight()
    {
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), warningsAndAnError());
        QVERIFY(!opened.button().isEnabled());
        QCOMPARE(opened.cell("problems", 0, 0), QStringLiteral("Error"));
        const int line = opened.cell("problems", 0, 1).toInt() - 1;
        QVERIFY(line >= 91);
        QCOMPARE(caretLine(opened.text()), line);
        QVERIFY(isInView(opened.text(), line));
        QCOMPARE(opened.cell("problems", 1, 0), QStringLiteral("Left out"));
        const auto headings = opened.dialog.findChildren<QLabel*>();
        QVERIFY(std::any_of(headings.begin(), headings.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().startsWith(QLatin1StringView("1 error"))
                && label->text().contains(QLatin1StringView("90 left out"));
        }));
    }

    // Also when it was there before the dialog was.
    void theErrorIsInSightFromTheStart()
    {
        ImportDialog dialog(policy());
        dialog.setFile(QStringLiteral("mspclnt.ini"), warningsAndAnError());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto& text = *probe::find<IniView>(&dialog, "text");
        QVERIFY(caretLine(text) >= 91);
        QVERIFY(isInView(text, caretLine(text)));
    }

    void f8GoesFromProblemToProblem()
    {
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), warningsAndAnError());
        const int error = caretLine(opened.text());
        const auto press = [](Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, modifiers);
        };
        press({});
        QCOMPARE(caretLine(opened.text()), 1);
        QVERIFY(isInView(opened.text(), 1));
        press({});
        QCOMPARE(caretLine(opened.text()), 2);
        press(Qt::ShiftModifier);
        press(Qt::ShiftModifier);
        QCOMPARE(caretLine(opened.text()), error);
        press(Qt::ShiftModifier);
        QCOMPARE(caretLine(opened.text()), 90);
        press({});
        QCOMPARE(caretLine(opened.text()), error);
    }

    // Enter in the list is no consent to the import.
    void enterInTheListGoesToTheLine()
    {
        Opened opened;
        opened.dialog.setFile(
            QStringLiteral("mspclnt.ini"), "[Common]\nConfiguration Refresh Time (Hours)=2\nFoo=1\nBar=2\n");
        QVERIFY(opened.button().isEnabled());
        QTreeView& list = opened.list("problems");
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(opened.dialog.isVisible());
        QVERIFY(!opened.got);
        QCOMPARE(caretLine(opened.text()), 3);
    }

    // What stands at a line, in the list and in the policy is one and the same.
    void whatIsLeftOutIsToldAlikeEverywhere()
    {
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"),
            "[newapp]\nFooBar=7\n[Common]\nConfiguration Refresh Time (Hours)=2\nFoo=1\n");
        for (const int line : {0, 4}) {
            const QString said = opened.text().annotation(line).simplified(); // it may be broken anywhere
            QVERIFY2(said.contains(QLatin1StringView("left out")), qPrintable(said));
        }
        QCOMPARE(opened.list("problems").model()->rowCount(), 2);
        for (const int row : {0, 1})
            QCOMPARE(opened.cell("problems", row, 0), QStringLiteral("Left out"));
        QCOMPARE(opened.list("changes").model()->rowCount(), 1);
        probe::press(&opened.dialog, "import");
        Policy expected = policy();
        expected.client.refreshHours = 2;
        QVERIFY(opened.got && *opened.got == expected);
    }

    void whatIsNotTickedStaysAsItIs()
    {
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), fourChanges);
        QTreeView& list = opened.list("changes");
        QCOMPARE(list.model()->rowCount(), 4);
        // By keys: all, then none of them, then the one of the entry that is there.
        list.setFocus();
        list.selectAll();
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(!opened.button().isEnabled());
        QVERIFY(opened.status().contains(QLatin1Char('4')));
        int row = 0;
        while (!opened.cell("changes", row, 0).contains(QLatin1StringView("icq")))
            ++row;
        list.setCurrentIndex(list.model()->index(row, 0));
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(opened.button().text().contains(QLatin1Char('1')));
        QTRY_VERIFY(opened.button().isEnabled());
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(opened.got);
        Policy expected = policy();
        expected.client.applications.first().setValue(ApplicationKey::Disable, QStringLiteral("0"));
        expected.client.applications.first().setValue(ApplicationKey::Persistent, QStringLiteral("1"));
        QVERIFY(*opened.got == expected);
    }

    // Another file begins anew.
    void ticksAreOfOneFile()
    {
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), fourChanges);
        opened.list("changes").selectAll();
        QTest::keyClick(&opened.list("changes"), Qt::Key_Space);
        opened.dialog.setFile(QStringLiteral("other.ini"), fourChanges);
        QVERIFY(opened.button().text().contains(QLatin1Char('4')));
    }

    void whatCannotStandAloneIsRefused()
    {
        Policy whole = policy();
        whole.client.setBrowsersToUseProxy = false;
        whole.client.webProxyName.clear();
        ImportDialog dialog(whole);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.setFile(
            QStringLiteral("mspclnt.ini"), "[Common]\nSet Browsers to use Proxy=1\nWWW-Proxy=gate.example.com\n");
        auto* list = probe::find<QTreeView>(&dialog, "changes");
        QCOMPARE(list->model()->rowCount(), 2);
        QVERIFY(probe::find(&dialog, "import")->isEnabled());
        int row = list->model()->index(0, 0).data().toString().contains(QLatin1StringView("told")) ? 0 : 1;
        list->model()->setData(list->model()->index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        QTRY_VERIFY(probe::find<QLabel>(&dialog, "status")->text().contains(QLatin1StringView("alone")));
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        // The other one does, once it has been checked.
        list->model()->setData(list->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);
        list->model()->setData(list->model()->index(1 - row, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        QTRY_VERIFY(probe::find(&dialog, "import")->isEnabled());
    }

    // The dialog answers while a large file is read, and takes nothing over before.
    void aLargeFileIsReadBeside()
    {
        QByteArray bytes;
        for (int i = 0; i < 8000; ++i)
            bytes.append("[program").append(QByteArray::number(i)).append("]\r\nDisable=1\r\n");
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), bytes);
        QVERIFY(!opened.button().isEnabled());
        opened.dialog.accept();
        QVERIFY(opened.dialog.isVisible());
        // Slow with a sanitizer on a busy machine.
        QTRY_VERIFY_WITH_TIMEOUT(opened.button().isEnabled(), 60'000);
        QCOMPARE(opened.list("changes").model()->rowCount(), 8000);
        // Only the last one counts.
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), bytes);
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), fourChanges);
        QCOMPARE(opened.list("changes").model()->rowCount(), 4);
        // The reading of the large one is over as well: its answer comes once the thread is done.
        QTRY_VERIFY_WITH_TIMEOUT(opened.dialog.findChildren<QFutureWatcherBase*>().isEmpty(), 60'000);
        QCOMPARE(opened.list("changes").model()->rowCount(), 4);
    }

    // Its end would keep the view busy for seconds. What is imported is the whole.
    void aLineWithoutAnEndIsCutForTheView()
    {
        Opened opened;
        const QByteArray line(5 * 1024 * 1024, 'x');
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), line);
        QVERIFY(opened.text().text().size() < 2100);
        QVERIFY(opened.text().text().contains(QString::number(line.size() - 2000)));
        QTRY_VERIFY(opened.status().contains(QLatin1StringView("section"))
            || opened.status().contains(QLatin1StringView("in the file")));
        QVERIFY(!opened.button().isEnabled());
        // Typing would make the cut text the one that is imported.
        QVERIFY(opened.text().isReadOnly());
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), "; " + QByteArray(3000, 'x') + '\n' + fourChanges);
        QVERIFY(opened.text().isReadOnly());
        QCOMPARE(opened.list("changes").model()->rowCount(), 4);
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), fourChanges);
        QVERIFY(!opened.text().isReadOnly());
        QCOMPARE(opened.text().text(), QString::fromUtf8(fourChanges));
    }

    // The path of something that never answers is typed, asked for, and left again.
    void whatNeverAnswersHoldsNobody()
    {
        QTemporaryDir folder;
        const QString pipe = folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        Opened opened;
        auto* field = probe::find<QLineEdit>(&opened.dialog, "path");
        const QString before = opened.status();
        // A file of no size is not even tried while somebody types: /proc/kmsg is one that waits.
        const QString empty = folder.filePath(QStringLiteral("empty"));
        QVERIFY(QFile(empty).open(QIODevice::WriteOnly));
        auto* reader = opened.dialog.findChild<FileReader*>();
        QVERIFY(reader);
        QSignalSpy noFile(reader, &FileReader::noFile);
        QSignalSpy fileRead(reader, &FileReader::fileRead);
        for (const QString& path : {pipe, empty, folder.path(), QStringLiteral("/proc/kmsg")}) {
            field->clear();
            QTest::keyClicks(field, path.chopped(1));
            noFile.clear(); // from now on only the whole path is answered
            QTest::keyClicks(field, path.right(1));
            QTRY_VERIFY(!noFile.isEmpty());
            QCOMPARE(fileRead.size(), qsizetype(0));
            QCOMPARE(opened.status(), before);
            QTest::keyClick(field, Qt::Key_Return);
            QTRY_VERIFY2(opened.status().contains(path), qPrintable(opened.status()));
            QVERIFY(!opened.button().isEnabled());
            noFile.clear();
            fileRead.clear();
            field->clear();
            opened.dialog.setFile({}, {});
        }
        const QString path = written(folder, fourChanges);
        field->setText(path);
        QVERIFY(QFile::remove(path)); // read or gone: either is an answer
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(opened.button().isEnabled() || opened.status().contains(path));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!opened.dialog.isVisible());
    }

    // Enter means the path that stands there, not the file that was read before it.
    void enterTakesNothingOfTheFileBefore()
    {
        QTemporaryDir folder;
        Opened opened;
        auto* field = probe::find<QLineEdit>(&opened.dialog, "path");
        field->setText(written(folder, fourChanges));
        QTRY_VERIFY(opened.button().isEnabled());
        field->setText(folder.filePath(QStringLiteral("other.ini")));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(opened.dialog.isVisible());
        QVERIFY(!opened.got);
        QTRY_VERIFY(opened.status().contains(QLatin1StringView("other.ini")));
        QVERIFY(!opened.button().isEnabled());
        // What is typed on is not what the complaint speaks of.
        QTest::keyClicks(field, QStringLiteral("x"));
        QTRY_VERIFY2(opened.status().startsWith(QLatin1StringView("Name a file")), qPrintable(opened.status()));
    }

    // A long name widens nothing, and markup in it is none.
    void namesOfOthersKeepTheirPlace()
    {
        Opened opened;
        const int width = opened.dialog.minimumSizeHint().width();
        const QString name = QStringLiteral("<h1>x</h1>") + QString(10'000, u'w');
        opened.dialog.take(Error{ErrorCode::Io, name, name});
        const auto* status = probe::find<QLabel>(&opened.dialog, "status");
        QCOMPARE(status->textFormat(), Qt::PlainText);
        QVERIFY(status->text().contains(QLatin1StringView("<h1>")));
        QVERIFY(status->text().size() < 2100);
        QCOMPARE(opened.dialog.minimumSizeHint().width(), width);
    }

    // Shown anew with every key that is typed, for as long as somebody types.
    void problemsKeepTheirColours()
    {
        Opened opened;
        opened.dialog.setFile(QStringLiteral("mspclnt.ini"), "[Common]\nFoo=1\n");
        const auto style
            = [&opened] { return opened.text().SendScintilla(QsciScintilla::SCI_ANNOTATIONGETSTYLE, 1UL); };
        const long before = style();
        for (int i = 0; i < 300; ++i)
            opened.dialog.setFile(QStringLiteral("mspclnt.ini"), "[Common]\nFoo=1\n");
        QCOMPARE(style(), before);
    }
};

SALLYPORT_DIALOG_TEST(TestImportDialog)
#include "test_importdialog.moc"
