// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/style/theme.h"
#include "models/ini/clientini.h"
#include "models/policy/policyjson.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

namespace
{

Policy policyWith(int entries)
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    for (int i = 0; i < entries; ++i) {
        ApplicationEntry entry{
            QString::number(i), QStringLiteral("program%1").arg(entries - i, 3, 10, QLatin1Char('0')), {}};
        entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
        policy.client.applications.append(entry);
    }
    return policy;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Opened {
    explicit Opened(const QList<ExportDocument>& documents)
        : dialog(documents)
    {
        dialog.setFolder(folder.path());
        dialog.open();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog did not come up");
    }
    QString status() { return probe::find<QLabel>(&dialog, "status")->text(); }
    QComboBox& kinds() { return *probe::find<QComboBox>(&dialog, "document"); }
    void choose(const QString& words)
    {
        const int index = kinds().findText(words, Qt::MatchContains);
        QVERIFY2(index >= 0, qPrintable(words));
        kinds().setCurrentIndex(index);
    }
    QLineEdit& path() { return *probe::find<QLineEdit>(&dialog, "path"); }

    QTemporaryDir folder;
    ExportDialog dialog;
};

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    // Documents first, then programs: hundreds of entries are not hundreds of documents.
    void programsAreChosenInASecondStep()
    {
        Opened opened(exportDocuments(policyWith(500), {}, std::nullopt));
        QCOMPARE(opened.kinds().count(), 5);
        auto* programs = probe::find<QComboBox>(&opened.dialog, "program");
        QVERIFY(!programs->isVisible());
        opened.choose(QStringLiteral("wspcfg"));
        QVERIFY(programs->isVisible());
        QCOMPARE(programs->count(), 500);
        programs->setFocus();
        QTest::keyClicks(programs, QStringLiteral("program321"));
        QCOMPARE(programs->currentText(), QStringLiteral("program321"));
        QVERIFY(probe::find<IniView>(&opened.dialog, "preview")->text().contains(QLatin1StringView("[program321]")));
        QCOMPARE(QFileInfo(opened.path().text()).fileName(), QStringLiteral("wspcfg.ini"));
    }

    // What is handed out is one document; of the others it is said what they differ from.
    void onlyOneDocumentIsHandedOut()
    {
        Policy applied = policyWith(2);
        for (const bool same : {true, false}) {
            Policy policy = applied;
            if (!same)
                policy.client.refreshHours = 24;
            Opened opened(exportDocuments(policy, writeClientIni(applied), applied));
            QVERIFY2(opened.status().contains(QLatin1StringView("handed out")), qPrintable(opened.status()));
            QCOMPARE(opened.status().contains(QLatin1StringView("This is what")), same);
            for (const char* words : {"JSON", "one ini", "msplat", "wspcfg"}) {
                opened.choose(QLatin1StringView(words));
                const QString status = opened.status() + probe::find<QTabWidget>(&opened.dialog, "views")->tabText(1);
                QVERIFY2(!status.contains(QLatin1StringView("handed out")), qPrintable(status));
                QVERIFY2(status.contains(QLatin1StringView("in force")), qPrintable(status));
            }
        }
    }

    void savesWhereItSays()
    {
        const Policy policy = policyWith(2);
        Opened opened(exportDocuments(policy, {}, std::nullopt));
        QCOMPARE(opened.path().text(), opened.folder.filePath(QStringLiteral("mspclnt.ini")));
        QCOMPARE(QApplication::focusWidget(), &opened.path());
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QCOMPARE(contentOf(opened.folder.filePath(QStringLiteral("mspclnt.ini"))), writeClientIni(policy));
        // A name without a suffix gets the document's.
        opened.choose(QStringLiteral("JSON"));
        opened.path().setText(QStringLiteral("kept"));
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QCOMPARE(contentOf(opened.folder.filePath(QStringLiteral("kept.json"))), policyToJsonText(policy));
    }

    void nothingIsWrittenOverUnasked()
    {
        const Policy policy = policyWith(1);
        Opened opened(exportDocuments(policy, {}, std::nullopt));
        const QString path = opened.folder.filePath(QStringLiteral("mspclnt.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
        file.close();
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QVERIFY2(opened.status().contains(QLatin1StringView("there already")), qPrintable(opened.status()));
        // The consent is to this file.
        opened.path().setText(path + QLatin1Char('x'));
        opened.path().setText(path);
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QCOMPARE(contentOf(path), QByteArray("old"));
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QCOMPARE(contentOf(path), writeClientIni(policy));
        for (const QString& other : {opened.folder.path(), QStringLiteral("/dev/null")}) {
            opened.path().setText(other);
            QTest::keyClick(&opened.path(), Qt::Key_Return);
            QVERIFY2(opened.status().contains(QLatin1StringView("no file")), qPrintable(opened.status()));
        }
    }

    // What was said of a file goes with the document it was said of, though both have one name.
    void anotherDocumentIsAskedAboutAnew()
    {
        const Policy policy = policyWith(2);
        Opened opened(exportDocuments(policy, {}, std::nullopt));
        opened.choose(QStringLiteral("wspcfg"));
        QVERIFY(QFile(opened.path().text()).open(QIODevice::WriteOnly));
        const auto* save = probe::find<QPushButton>(&opened.dialog, "save");
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QCOMPARE(save->text(), QStringLiteral("&Replace"));
        const QString path = opened.path().text();
        auto* program = opened.dialog.findChild<QComboBox*>(QStringLiteral("program"));
        QVERIFY(program && program->count() > 1);
        program->setCurrentIndex(1);
        QCOMPARE(opened.path().text(), path);
        QCOMPARE(save->text(), QStringLiteral("&Save"));
        QVERIFY(!opened.status().contains(QLatin1StringView("there already")));
        QTest::keyClick(&opened.path(), Qt::Key_Return);
        QVERIFY(opened.status().contains(QLatin1StringView("there already")));
    }

    void aNameGetsTheDocumentsSuffix()
    {
        Opened opened(exportDocuments(policyWith(1), {}, std::nullopt));
        opened.choose(QStringLiteral("JSON"));
        opened.dialog.saveTo(opened.folder.filePath(QStringLiteral("named")));
        QVERIFY(QFile::exists(opened.folder.filePath(QStringLiteral("named.json"))));
    }

    // A share that has gone may take half a minute to say so.
    void aRememberedFolderIsTakenAsItIs()
    {
        ExportDialog dialog(exportDocuments(policyWith(1), {}, std::nullopt));
        dialog.setFolder(QStringLiteral("/gone/share"));
        QCOMPARE(dialog.folder(), QStringLiteral("/gone/share"));
        probe::press(&dialog, "browse");
        QVERIFY(QFileInfo(dialog.findChild<QFileDialog*>()->directory().path()).isDir());
    }

    void theChooserKnowsFolderKindAndSuffix()
    {
        Opened opened(exportDocuments(policyWith(1), {}, std::nullopt));
        opened.choose(QStringLiteral("JSON"));
        probe::press(&opened.dialog, "browse");
        auto* chooser = opened.dialog.findChild<QFileDialog*>();
        QVERIFY(chooser);
        QCOMPARE(chooser->directory().path(), opened.folder.path());
        QCOMPARE(chooser->defaultSuffix(), QStringLiteral("json"));
        QVERIFY(chooser->nameFilters().first().contains(QLatin1StringView("*.json")));
        QCOMPARE(chooser->nameFilters().size(), 2);
        chooser->selectFile(QStringLiteral("chosen"));
        static_cast<QDialog*>(chooser)->accept();
        QVERIFY(QFile::exists(opened.folder.filePath(QStringLiteral("chosen.json"))));
    }
};

SALLYPORT_DIALOG_TEST(TestExportDialog)
#include "test_exportdialog.moc"
