// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"
#include "dialogs/exchange/iniview.h"
#include "dialogs/exchange/linediff.h"
#include "dialogs/firewallclient/applicationrow.h"
#include "dialogs/sheet/files.h"
#include "dialogs/style/theme.h"
#include "dialogs/texts/errortexts.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
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
    void aThousandChangesAreStillTold()
    {
        QStringList before;
        for (int i = 0; i < 10000; ++i)
            before.append(QStringLiteral("line %1").arg(i));
        QStringList after = before;
        for (int i = 0; i < after.size(); i += 10)
            after[i] += QLatin1Char('x');
        QCOMPARE(changedLines(diffLines(before, after)), 2000);
    }

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

    // The search ends after so many edits, whatever the size: else its time and memory would grow with the square.
    void largeTextsAreComparedQuickly()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < 20000; ++i) {
            before.append(QStringLiteral("line %1").arg(i));
            after.append(QStringLiteral("line %1").arg(i % 7 == 0 ? -i : i));
        }
        const QList<DiffLine> lines = diffLines(before, after);
        QVERIFY(lines.size() >= 20000);
        // One exchange of all that lies between the common ends, lines that are in both among it.
        const auto count = [&lines](LineKind kind) {
            return std::count_if(
                lines.begin(), lines.end(), [kind](const DiffLine& line) { return line.kind == kind; });
        };
        QCOMPARE(count(LineKind::Removed), count(LineKind::Added));
        QVERIFY(count(LineKind::Removed) > 19900);
        const auto isRemoved = [](const DiffLine& line) { return line.kind == LineKind::Removed; };
        const auto first = std::find_if(lines.begin(), lines.end(), isRemoved);
        QVERIFY(std::all_of(first, first + count(LineKind::Removed), isRemoved));
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
        QCOMPARE(guessFormat(QStringLiteral("x.json"), policyToJsonText(other)), ImportFormat::PolicyJson);
        QCOMPARE(importDocument(ImportFormat::PolicyJson, current, policyToJsonText(other)).policy, other);
        const QByteArray wspcfg = "[msmsgs]\r\nDisable=0\r\n[icq]\r\nDisable=1\r\n";
        QCOMPARE(guessFormat(QStringLiteral("wspcfg.ini"), wspcfg), ImportFormat::Wspcfg);
        const Policy merged = importDocument(ImportFormat::Wspcfg, current, wspcfg).policy;
        QCOMPARE(merged.client.applications.size(), 2);
        QCOMPARE(merged.client.applications.first().id, current.client.applications.first().id);
    }

    void badFilesAreRefusedWithARemedy_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray ini = writePolicyIni(policy());
        const QByteArray json = policyToJsonText(policy());
        QByteArray noise;
        for (int i = 0; i < 5000; ++i)
            noise.append(char(i * 7919 >> 3));
        const auto row = [](const char* tag, const char* name, const QByteArray& bytes) {
            QTest::newRow(tag) << QString::fromLatin1(name) << bytes;
        };
        row("binary", "mspclnt.ini", noise);
        row("elf", "mspclnt.ini",
            QByteArray("\x7f"
                       "ELF\2\1\1\0\0\0",
                10));
        row("utf-16", "mspclnt.ini", QByteArray("\xff\xfe[\0C\0o\0m\0m\0o\0n\0]\0", 18));
        row("half an ini", "policy.ini", ini.left(ini.size() / 2));
        row("half a json", "policy.json", json.left(json.size() / 2));
        row("json with a foreign word", "policy.json", QByteArray(json).replace("\"refreshHours\"", "\"refreshHour\""));
        row("json of another kind", "policy.json", "{\"name\": \"x\"}");
        row("web page", "mspclnt.ini", "<!DOCTYPE html>\n<html><body>404</body></html>\n");
        row("words", "msplat.txt", "these are\nno addresses\n");
        row("backwards range", "msplat.txt", "10.0.0.9 10.0.0.1\r\n");
    }

    void badFilesAreRefusedWithARemedy()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        ImportDialog dialog(policy());
        int calls = 0;
        dialog.onImported([&calls](const Policy&) { ++calls; });
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.setFile(name, bytes);
        const auto* status = probe::find<QLabel>(&dialog, "status");
        qInfo("%s", qPrintable(status->text()));
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        QVERIFY(status->text().size() > 20);
        dialog.accept();
        QCOMPARE(calls, 0);
        QVERIFY(dialog.isVisible());
        // A good one after it is taken.
        Policy other = policy();
        other.client.refreshHours = 24;
        dialog.setFile(QStringLiteral("policy.json"), policyToJsonText(other));
        QVERIFY(probe::find(&dialog, "import")->isEnabled());
    }

    // What a file opened before would have changed must not be taken for this one's.
    void anUnreadableFileLeavesNothingToImport()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("large.ini"));
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.resize(50 * 1024 * 1024));
        }
        Policy other = policy();
        other.client.refreshHours = 24;
        ImportDialog dialog(policy());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.setFile(QStringLiteral("mspclnt.ini"), writeClientIni(other));
        QVERIFY(probe::find(&dialog, "import")->isEnabled());
        dialog.take(readFile(path));
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        QVERIFY(probe::find<IniView>(&dialog, "text")->text().isEmpty());
        QVERIFY(probe::find<QLabel>(&dialog, "status")->text().contains(QLatin1StringView("16 MiB")));
        dialog.take(readFile(folder.filePath(QStringLiteral("missing.ini"))));
        QVERIFY(probe::find<QLabel>(&dialog, "status")->text().contains(QLatin1StringView("read")));
    }

    void aLargeFileOfNonsenseIsSaidSoon()
    {
        // What is made and drawn for each problem is what takes time, and it does not grow with the file.
        ImportDialog dialog(policy());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QList<int> annotated;
        for (const qsizetype size : {qsizetype(1) << 20, qsizetype(4) << 20}) {
            QByteArray bytes("[Common]\r\n");
            for (int i = 0; bytes.size() < size; ++i)
                bytes.append("line ").append(QByteArray::number(i)).append(" of nonsense\r\n");
            const qsizetype problems = importDocument(ImportFormat::ClientIni, policy(), bytes).problems.size();
            QVERIFY2(problems > 0 && problems <= 1001, qPrintable(QString::number(problems)));
            dialog.setFile(QStringLiteral("mspclnt.ini"), bytes);
            const auto* status = probe::find<QLabel>(&dialog, "status");
            QTRY_VERIFY(!status->text().contains(QLatin1StringView("Reading")));
            QVERIFY(!probe::find(&dialog, "import")->isEnabled());
            const auto* text = probe::find<IniView>(&dialog, "text");
            int lines = 0;
            for (int line = 0; line < text->lines(); ++line)
                lines += text->annotation(line).isEmpty() ? 0 : 1;
            annotated.append(lines);
        }
        QCOMPARE(annotated.first(), annotated.last());
        QVERIFY(annotated.first() > 0);
        QVERIFY(annotated.first() <= 1001);
    }

    // The same words as on the command line.
    void whatIsNoSuchFileIsSaid()
    {
        ImportDialog dialog(policy());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        for (const QByteArray& bytes : {QByteArray("<html>Log in</html>"), QByteArray("\x89PNG\r\n\x1a\n\0\0", 10)}) {
            dialog.setFile(QStringLiteral("mspclnt.ini"), bytes);
            QVERIFY(!probe::find(&dialog, "import")->isEnabled());
            const Imported imported = importDocument(ImportFormat::ClientIni, policy(), bytes);
            QCOMPARE(probe::find<QLabel>(&dialog, "status")->text(), texts::error(*imported.failure));
        }
    }

    void jsonProblemsStandAtTheirLines()
    {
        QByteArray json = policyToJsonText(policy());
        json.replace("\"refreshHours\": 6", "\"refreshHours\": \"six\"");
        const Imported imported = importDocument(ImportFormat::PolicyJson, policy(), json);
        QCOMPARE(imported.problems.size(), 1);
        const QStringList lines = QString::fromUtf8(json).split(QLatin1Char('\n'));
        QVERIFY(imported.problems.first().line > 0);
        QVERIFY(lines.at(imported.problems.first().line - 1).contains(QLatin1StringView("six")));
    }

    // What the view says of a line, the list of changes and the policy that comes out are the same.
    void whatIsLeftOutIsSaid()
    {
        const Policy current = policy();
        ImportDialog dialog(current);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.setFile(QStringLiteral("mspclnt.ini"), "[newapp]\nFooBar=7\n[Common]\nPort=1750\n");
        const auto* text = probe::find<IniView>(&dialog, "text");
        QVERIFY2(
            text->annotation(0).simplified().contains(QLatin1StringView("left out")), qPrintable(text->annotation(0)));
        QCOMPARE(probe::find<QTreeView>(&dialog, "changes")->model()->rowCount(), 1);
    }

    // A file that the command line takes is taken here, and one that it refuses says why here.
    void aFileWithoutAProxyIsTaken()
    {
        ImportDialog dialog(policy());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.setFile(QStringLiteral("mspclnt.ini"), "[Common]\nConfiguration Refresh Time (Hours)=2\n");
        QVERIFY(probe::find(&dialog, "import")->isEnabled());
        dialog.setFile(QStringLiteral("mspclnt.ini"), "[Common]\nWWW-Proxy=no host\n");
        QVERIFY(!probe::find(&dialog, "import")->isEnabled());
        const QByteArray wide("\xff\xfe[\0C\0o\0m\0m\0o\0n\0]\0\n\0P\0o\0r\0t\0=\0001\0007\0005\0000\0", 38);
        dialog.setFile(QStringLiteral("mspclnt.ini"), wide);
        QVERIFY(probe::find<IniView>(&dialog, "text")->text().startsWith(QLatin1StringView("[Common]")));
        QVERIFY(probe::find(&dialog, "import")->isEnabled());
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
};

SALLYPORT_DIALOG_TEST(TestExchange)
#include "test_exchange.moc"
