// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/comparedialog.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/sheet/filereader.h"
#include "dialogs/style/theme.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "tests/dialogs/dialogprobe.h"
#include "tests/dialogs/inifiles.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <Qsci/qscilexerproperties.h>

using namespace sallyport;

namespace
{

Policy policy()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    for (const char* name : {"aim", "icq", "zoom"}) {
        ApplicationEntry entry{QLatin1StringView(name), QLatin1StringView(name), {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        policy.client.applications.append(entry);
    }
    return policy;
}

QString marginText(const IniView& view, int line)
{
    QByteArray text(16, '\0');
    const long length
        = view.SendScintilla(QsciScintilla::SCI_MARGINGETTEXT, static_cast<unsigned long>(line), text.data());
    return QString::fromUtf8(text.first(length));
}

struct Opened {
    Opened()
        : dialog(exportDocuments(policy(), {}, std::nullopt))
    {
        dialog.setFolder(folder.path());
        dialog.open();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog did not come up");
    }
    void compareWith(const QString& name, const QByteArray& bytes)
    {
        writtenFile(folder, name, bytes);
        auto* path = probe::find<QLineEdit>(&dialog, "path");
        path->clear();
        auto* reader = dialog.findChild<FileReader*>();
        QSignalSpy read(reader, &FileReader::fileRead);
        QTest::keyClicks(path, name);
        if (read.isEmpty() && !read.wait())
            qFatal("the file was not read");
    }
    IniView& difference() { return *probe::find<IniView>(&dialog, "difference"); }
    QString status() { return probe::find<QLabel>(&dialog, "status")->text(); }

    QTemporaryDir folder;
    CompareDialog dialog;
};

} // namespace

class TestCompareDialog : public QObject
{
    Q_OBJECT

private slots:
    // The kind of the file decides what of the draft it is compared with.
    void everyDocumentFindsItsOwn()
    {
        Opened opened;
        const Policy same = policy();
        int number = 0;
        for (const QByteArray& bytes : {writeClientIni(same), writePolicyIni(same), policyToJsonText(same)}) {
            opened.compareWith(QStringLiteral("file%1").arg(++number), bytes);
            QVERIFY2(opened.status().contains(QLatin1StringView("what the draft says")), qPrintable(opened.status()));
            QVERIFY(!probe::find(&opened.dialog, "next")->isEnabled());
        }
        QVERIFY(QDir(opened.folder.path()).mkdir(QStringLiteral("d")));
        opened.compareWith(QStringLiteral("d/wspcfg.ini"), writeWspcfg(same.client.applications.at(1)));
        QVERIFY2(opened.status().contains(QLatin1StringView("what the draft says")), qPrintable(opened.status()));
        QCOMPARE(probe::find<QComboBox>(&opened.dialog, "program")->currentText(), QStringLiteral("icq"));
    }

    // A sign beside each line tells what the colour tells, whatever the size of the font.
    void signsAreReadable()
    {
        const QFont before = QApplication::font();
        for (const qreal factor : {1.0, 2.0}) {
            QFont font = before;
            font.setPointSizeF(before.pointSizeF() * factor);
            QApplication::setFont(font);
            Opened opened;
            Policy old = policy();
            old.client.refreshHours = 24;
            opened.compareWith(QStringLiteral("mspclnt.ini"), writeClientIni(old));
            const IniView& view = opened.difference();
            const QStringList lines = view.text().split(QLatin1Char('\n'));
            int removed = 0;
            int added = 0;
            for (int i = 0; i < lines.size(); ++i) {
                removed += marginText(view, i).trimmed() == QStringLiteral("−");
                added += marginText(view, i).trimmed() == QStringLiteral("+");
            }
            QCOMPARE(removed, 1);
            QCOMPARE(added, 1);
            QFont drawn = view.lexer()->font(QsciLexerProperties::Default);
            QCOMPARE(drawn.pointSizeF(), font.pointSizeF());
            const QFontMetrics metrics(drawn);
            QVERIFY(view.marginWidth(1)
                >= std::max(metrics.horizontalAdvance(u'+'), metrics.horizontalAdvance(QStringLiteral("−"))));
        }
        QApplication::setFont(before);
    }

    void f8GoesFromDifferenceToDifference()
    {
        Opened opened;
        Policy old = policy();
        old.client.refreshHours = 24;
        old.client.applications.last().setValue(ApplicationKey::Disable, QStringLiteral("0"));
        old.client.applications.removeFirst();
        opened.compareWith(QStringLiteral("mspclnt.ini"), writeClientIni(old));
        const QList<int> stops = opened.difference().stops();
        QCOMPARE(stops.size(), 3);
        QVERIFY(opened.status().startsWith(QLatin1Char('3')));
        const auto press = [](Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, modifiers);
        };
        QCOMPARE(caretLine(opened.difference()), stops.at(0));
        press({});
        QCOMPARE(caretLine(opened.difference()), stops.at(1));
        probe::press(&opened.dialog, "next");
        QCOMPARE(caretLine(opened.difference()), stops.at(2));
        press({});
        QCOMPARE(caretLine(opened.difference()), stops.at(0));
        press(Qt::ShiftModifier);
        QCOMPARE(caretLine(opened.difference()), stops.at(2));
        probe::press(&opened.dialog, "copy");
        const QStringList copied = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(copied.contains(QStringLiteral("+[aim]")));
        QVERIFY(copied.contains(QStringLiteral("-Disable=0")));
        QVERIFY(copied.contains(QStringLiteral("+Disable=1")));
    }

    void whatIsNoFileIsSaid()
    {
        Opened opened;
        opened.compareWith(QStringLiteral("mspclnt.ini"), "[x]\n");
        auto* path = probe::find<QLineEdit>(&opened.dialog, "path");
        path->setText(QStringLiteral("/dev/zero"));
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY2(opened.status().contains(QLatin1StringView("no file")), qPrintable(opened.status()));
        QVERIFY(opened.difference().text().isEmpty());
        QVERIFY(!probe::find(&opened.dialog, "copy")->isEnabled());
    }

    // Enter asks anew for what could not be read; typing on takes the complaint away.
    void whatCouldNotBeReadIsAskedForAgain()
    {
        Opened opened;
        const QString hint = opened.status();
        auto* path = probe::find<QLineEdit>(&opened.dialog, "path");
        path->setText(QStringLiteral("later.ini"));
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY2(opened.status().contains(QLatin1StringView("later.ini")), qPrintable(opened.status()));
        QTest::keyClicks(path, QStringLiteral("x"));
        QTRY_COMPARE(opened.status(), hint);
        path->setText(QStringLiteral("later.ini"));
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY2(opened.status().contains(QLatin1StringView("later.ini")), qPrintable(opened.status()));
        writtenFile(opened.folder, QStringLiteral("later.ini"), writeClientIni(policy()));
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY2(opened.status().contains(QLatin1StringView("what the draft says")), qPrintable(opened.status()));
    }

    void aDroppedFileIsRead()
    {
        QMimeData data;
        for (const char* target : {"", "path", "difference"}) {
            Opened opened;
            data.setUrls({QUrl::fromLocalFile(
                writtenFile(opened.folder, QStringLiteral("mspclnt.ini"), writeClientIni(policy())))});
            QWidget* onto = &opened.dialog;
            if (qstrlen(target) > 0)
                onto = probe::find(&opened.dialog, target);
            if (onto == &opened.difference())
                onto = opened.difference().viewport();
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(onto, &enter);
            QVERIFY(enter.isAccepted());
            QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
            QApplication::sendEvent(onto, &drop);
            QTRY_VERIFY2(
                opened.status().contains(QLatin1StringView("what the draft says")), qPrintable(opened.status()));
        }
    }
};

SALLYPORT_DIALOG_TEST(TestCompareDialog)
#include "test_comparedialog.moc"
