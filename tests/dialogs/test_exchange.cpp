// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/exchange/linediff.h"
#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/style/theme.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sallyport;

class TestExchange : public QObject
{
    Q_OBJECT

private:
    static Policy policy()
    {
        Policy policy = defaultPolicy(QStringLiteral("branch-a"));
        putApplicationRow(policy.client.applications, nullptr,
            {QStringLiteral("msmsgs"), ApplicationKey::Disable, QStringLiteral("1")});
        putApplicationRow(policy.client.applications, nullptr,
            {QStringLiteral("msmsgs"), ApplicationKey::Persistent, QStringLiteral("1")});
        return policy;
    }

    static QStringList words(const char* text)
    {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

private slots:
    void differencesAreShortest_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<int>("edits");
        QTest::newRow("same") << words("a b c") << words("a b c") << 0;
        QTest::newRow("empty") << QStringList() << words("a b") << 2;
        QTest::newRow("removed") << words("a b c d") << words("a d") << 2;
        QTest::newRow("myers") << words("a b c a b b a") << words("c b a b a c") << 5;
        QTest::newRow("exchange") << words("a b") << words("c d") << 4;
    }

    void differencesAreShortest()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QFETCH(int, edits);
        QStringList left;
        QStringList right;
        int found = 0;
        for (const DiffLine& line : diffLines(before, after)) {
            if (line.kind != LineKind::Added)
                left.append(line.text);
            if (line.kind != LineKind::Removed)
                right.append(line.text);
            found += line.kind != LineKind::Same;
        }
        QCOMPARE(left, before);
        QCOMPARE(right, after);
        QCOMPARE(found, edits);
    }

    void largeTextsAreComparedQuickly()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < 20000; ++i) {
            before.append(QStringLiteral("line %1").arg(i));
            after.append(QStringLiteral("line %1").arg(i % 7 == 0 ? -i : i));
        }
        QElapsedTimer timer;
        timer.start();
        const QList<DiffLine> lines = diffLines(before, after);
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(lines.size() >= 20000);
    }

    void exportShowsSavesAndCompares()
    {
        Policy applied = policy();
        applied.client.refreshHours = 12;
        ExportDialog dialog(exportDocuments(policy(), writeClientIni(applied), applied));
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto* preview = probe::find<IniView>(&dialog, "preview");
        QVERIFY(preview->text().contains(QLatin1StringView("[msmsgs]")));
        const int line = preview->text().split(QLatin1Char('\n')).indexOf(QStringLiteral("[msmsgs]"));
        QVERIFY(line > 0);
        QVERIFY(!preview->annotation(line).isEmpty());
        const QString difference = probe::find<IniView>(&dialog, "difference")->text();
        QVERIFY(difference.contains(QLatin1StringView("=12")) && difference.contains(QLatin1StringView("=6")));
        probe::press(&dialog, "copy");
        QCOMPARE(QApplication::clipboard()->text(), preview->text());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mspclnt.ini"));
        dialog.saveTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), writeClientIni(policy()));
        dialog.saveTo(folder.filePath(QStringLiteral("no/such/folder/x.ini")));
        QVERIFY(probe::find<QLabel>(&dialog, "status")->text().contains(QLatin1StringView("written")));
    }

    void importShowsChangesAndKeepsIds()
    {
        Policy changed = policy();
        changed.client.refreshHours = 24;
        ImportDialog dialog(policy());
        std::optional<Policy> got;
        dialog.onImported([&got](const Policy& value) { got = value; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        const Policy current = policy();
        ImportDialog second(current);
        second.onImported([&got](const Policy& value) { got = value; });
        second.open();
        second.setFile(QStringLiteral("mspclnt.ini"), writeClientIni(changed));
        QCOMPARE(probe::find<QTreeView>(&second, "changes")->model()->rowCount(), 1);
        probe::press(&second, "import");
        QVERIFY(got);
        QCOMPARE(got->client.refreshHours, 24);
        QCOMPARE(got->client.applications, current.client.applications);
    }

    void everyFormatIsReadBack()
    {
        const Policy current = policy();
        Policy other = current;
        other.server.description = QStringLiteral("changed");
        other.localAddresses = {{IpAddress::fromV4(0x0a000000), IpAddress::fromV4(0x0affffff)}};
        QCOMPARE(guessFormat(QStringLiteral("x.ini"), writePolicyIni(other)), ImportFormat::PolicyIni);
        QCOMPARE(importDocument(ImportFormat::PolicyIni, current, writePolicyIni(other)).policy, other);
        QCOMPARE(guessFormat(QStringLiteral("msplat.txt"), writeLat(other.localAddresses)), ImportFormat::AddressTable);
        QCOMPARE(
            importDocument(ImportFormat::AddressTable, current, writeLat(other.localAddresses)).policy.localAddresses,
            other.localAddresses);
        const QByteArray wspcfg = "[msmsgs]\r\nDisable=0\r\n[icq]\r\nDisable=1\r\n";
        QCOMPARE(guessFormat(QStringLiteral("wspcfg.ini"), wspcfg), ImportFormat::Wspcfg);
        const Policy merged = importDocument(ImportFormat::Wspcfg, current, wspcfg).policy;
        QCOMPARE(merged.client.applications.size(), 2);
        QCOMPARE(merged.client.applications.first().id, current.client.applications.first().id);
    }

    void nonsenseIsRefusedWithARemedy()
    {
        ImportDialog dialog(policy());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.setFile(QStringLiteral("policy.ini"), "[Policy]\nFormat=1\nUnmatched=maybe\nXyzzy=1\n");
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        QVERIFY(!probe::find<IniView>(&dialog, "text")->annotation(2).isEmpty());
        QVERIFY(probe::find<QLabel>(&dialog, "status")->text().contains(QLatin1StringView("Correct them")));
        dialog.setFile(QStringLiteral("mspclnt.ini"), QByteArray("[Common]\0Port=1", 16));
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        QVERIFY(!probe::find<QLabel>(&dialog, "status")->text().isEmpty());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void looksRight()
    {
        Policy applied = policy();
        applied.client.refreshHours = 12;
        QStringList faults = probe::inspect(QStringLiteral("export"), [&applied]() -> QWidget* {
            return new ExportDialog(exportDocuments(policy(), writeClientIni(applied), applied));
        });
        faults += probe::inspect(QStringLiteral("import"), [&applied]() -> QWidget* {
            auto* dialog = new ImportDialog(policy());
            dialog->setFile(QStringLiteral("mspclnt.ini"), writeClientIni(applied) + "[icq]\r\nDisable=maybe\r\n");
            return dialog;
        });
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

SALLYPORT_DIALOG_TEST(TestExchange)
#include "test_exchange.moc"
