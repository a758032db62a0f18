// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/network/networksheets.h"
#include "dialogs/network/networktext.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace sallyport;

class TestNetwork : public QObject
{
    Q_OBJECT

private:
    static AddressRange range(const char* first, const char* last)
    {
        return {*IpAddress::parse(std::string_view(first)), *IpAddress::parse(std::string_view(last))};
    }

    static QStringList wrongLines(QDialog& sheet)
    {
        const auto* list = probe::find<QListWidget>(&sheet, "wrongLines");
        QStringList lines;
        for (int row = 0; row < list->count() && !list->isHidden(); ++row)
            lines.append(list->item(row)->text());
        return lines;
    }

private slots:
    // Each wrong line is named with its number, and leads there.
    void aWrongLineLeadsToItsPlace()
    {
        LocalAddressesSheet sheet;
        sheet.setValue({});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* text = probe::find<QPlainTextEdit>(&sheet, "ranges");
        text->setPlainText(QStringLiteral("10.0.0.0/8\n\ninside\n10.0.0.300"));
        auto* list = probe::find<QListWidget>(&sheet, "wrongLines");
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().startsWith(QLatin1StringView("Line 3")));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(sheet.isVisible());
        QCOMPARE(QApplication::focusWidget(), text);
        QCOMPARE(text->textCursor().blockNumber(), 3);
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("10.0.0.300"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("inside"));
    }

    // What a line lacks can be read to its end, and nothing goes out of sight for it.
    void wrongLinesAreWhole_data()
    {
        QTest::addColumn<int>("points");
        QTest::newRow("usual") << 0;
        QTest::newRow("large font") << 6;
    }

    void wrongLinesAreWhole()
    {
        QFETCH(int, points);
        LocalAddressesSheet sheet;
        QFont font = sheet.font();
        font.setPointSize(font.pointSize() + points);
        sheet.setFont(font);
        sheet.setValue({range("10.0.0.0", "10.255.255.255")});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        const QSize before = sheet.size();
        auto* text = probe::find<QPlainTextEdit>(&sheet, "ranges");
        text->setPlainText(QStringLiteral("10.0.0.0 255.0.0.0\n192.168.0.0 255.255.0.0\n10.0.0.300\ninside"));
        const auto* list = probe::find<QListWidget>(&sheet, "wrongLines");
        QTRY_VERIFY(list->isVisible() && list->viewport()->width() > 0);
        for (int row = 0; row < list->count(); ++row) {
            const QRect place = list->visualItemRect(list->item(row));
            QVERIFY(place.width() <= list->viewport()->width());
            const QRect words = list->fontMetrics().boundingRect(
                QRect(0, 0, place.width() - 40, 0), Qt::TextWordWrap, list->item(row)->text());
            QVERIFY2(place.height() >= words.height(), qPrintable(list->item(row)->text()));
        }
        QCOMPARE(sheet.size(), before);
        if (points == 0) {
            for (const char* name : {"private", "tidy", "import", "ok", "cancel"}) {
                const QWidget* button = probe::find(&sheet, name);
                QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
            }
        }
        probe::picture(&sheet, QStringLiteral("wrong-lines-%1").arg(points));
    }

    // Of a text that is no table at all, as many are shown as anybody reads.
    void oneScreenOfWrongLinesIsEnough()
    {
        LocalAddressesSheet sheet;
        sheet.setValue({});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* text = probe::find<QPlainTextEdit>(&sheet, "ranges");
        text->setPlainText(QStringLiteral("wrong\n").repeated(1000).chopped(1));
        auto* list = probe::find<QListWidget>(&sheet, "wrongLines");
        QCOMPARE(list->count(), 201);
        QCOMPARE(list->item(200)->text(), QStringLiteral("and 800 more"));
        list->setFocus();
        list->setCurrentRow(200);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(text->textCursor().blockNumber(), 200);
        const int height = list->height();
        QFont font = list->font();
        font.setPointSizeF(font.pointSizeF() * 3);
        list->setFont(font);
        QVERIFY(list->height() > height);
        QVERIFY(list->visualItemRect(list->item(0)).height() >= list->fontMetrics().height());
        QVERIFY(list->viewport()->height() >= 5 * list->fontMetrics().lineSpacing());
    }

    // Text that no table can hold comes back with the sheet, as does what is merely remarked on.
    void whatCannotBeReadIsKept()
    {
        SheetMemory memory;
        const QString typed = QStringLiteral("10.0.0.0/8 # head office\nbranch b: ask anna");
        {
            LocalAddressesSheet sheet;
            sheet.setValue({range("10.0.0.0", "10.255.255.255")});
            sheet.rememberIn(memory, QStringLiteral("table"));
            sheet.open();
            probe::find<QPlainTextEdit>(&sheet, "ranges")->setPlainText(typed);
            QTest::keyClick(&sheet, Qt::Key_Escape);
            QVERIFY(!sheet.isVisible());
        }
        LocalAddressesSheet sheet;
        sheet.setValue({range("10.0.0.0", "10.255.255.255")});
        sheet.rememberIn(memory, QStringLiteral("table"));
        sheet.open();
        QCOMPARE(probe::find<QPlainTextEdit>(&sheet, "ranges")->toPlainText(), typed);
        QVERIFY(!probe::shownProblem(&sheet, "ranges").isEmpty());
        QVERIFY(probe::find(&sheet, "sheetNotice")->isVisible());
    }

    void tidyingCanBeTakenBack()
    {
        const QString typed = QStringLiteral("10.1.0.0/16\n10.0.0.0/8 # all of it");
        LocalAddressesSheet sheet;
        sheet.setValue({});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* text = probe::find<QPlainTextEdit>(&sheet, "ranges");
        text->insertPlainText(typed);
        probe::press(&sheet, "tidy");
        QCOMPARE(text->toPlainText(), QStringLiteral("10.0.0.0 10.255.255.255"));
        QTest::keySequence(text, QKeySequence::Undo);
        QCOMPARE(text->toPlainText(), typed);
    }

    void linesAreRead_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("range");
        QTest::newRow("pair") << QStringLiteral("10.0.0.0 10.0.0.255") << QStringLiteral("10.0.0.0 10.0.0.255");
        QTest::newRow("tab") << QStringLiteral("10.0.0.0\t10.0.0.255\r") << QStringLiteral("10.0.0.0 10.0.0.255");
        QTest::newRow("dash") << QStringLiteral("10.0.0.0 - 10.0.0.255") << QStringLiteral("10.0.0.0 10.0.0.255");
        QTest::newRow("bits") << QStringLiteral("10.1.2.3/8") << QStringLiteral("10.0.0.0 10.255.255.255");
        QTest::newRow("host") << QStringLiteral("10.1.2.3/32") << QStringLiteral("10.1.2.3 10.1.2.3");
        QTest::newRow("one") << QStringLiteral("fd00::1") << QStringLiteral("fd00::1 fd00::1");
        QTest::newRow("six") << QStringLiteral("fd00::/64") << QStringLiteral("fd00:: fd00::ffff:ffff:ffff:ffff");
        QTest::newRow("backwards") << QStringLiteral("10.0.0.9 10.0.0.1") << QString();
        QTest::newRow("mixed") << QStringLiteral("10.0.0.1 fd00::1") << QString();
        QTest::newRow("mask") << QStringLiteral("10.0.0.0/33") << QString();
        QTest::newRow("network mask") << QStringLiteral("10.0.0.0 255.0.0.0") << QString();
        QTest::newRow("inverse mask") << QStringLiteral("10.0.0.0 0.255.255.255") << QString();
        QTest::newRow("words") << QStringLiteral("inside") << QString();
    }

    void linesAreRead()
    {
        QFETCH(QString, line);
        QFETCH(QString, range);
        const Lat lines = parseAddressLines(line);
        QCOMPARE(lines.problems.isEmpty() ? 0 : lines.problems.first().line, range.isEmpty() ? 1 : 0);
        QCOMPARE(addressLinesText(lines.ranges), range);
    }

    void rangesAreJoined()
    {
        const QList<AddressRange> ranges{range("10.0.1.0", "10.0.1.255"), range("10.0.0.0", "10.0.0.255"),
            range("10.0.0.9", "10.0.0.20"), range("192.168.0.1", "192.168.0.1")};
        QCOMPARE(tidied(ranges),
            QList<AddressRange>({range("10.0.0.0", "10.0.1.255"), range("192.168.0.1", "192.168.0.1")}));
        QCOMPARE(firstOverlap(ranges), 2);
        QCOMPARE(firstOverlap({ranges.at(0), ranges.at(1)}), -1);
    }

    void addressesGoInAndOut()
    {
        LocalAddressesSheet sheet;
        sheet.setValue({range("10.0.0.0", "10.255.255.255")});
        QList<AddressRange> got;
        sheet.onApplied([&got](const QList<AddressRange>& value) { got = value; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QVERIFY(!probe::find(&sheet, "apply")->isEnabled());
        sheet.importLat("172.16.0.0\t172.31.255.255\r\n10.0.0.0\t10.255.255.255\r\nnonsense\r\n");
        QVERIFY(probe::shownProblem(&sheet, "ranges").contains(QLatin1Char('1')));
        probe::press(&sheet, "ok");
        QCOMPARE(
            got, QList<AddressRange>({range("10.0.0.0", "10.255.255.255"), range("172.16.0.0", "172.31.255.255")}));
    }

    void nonsenseIsRefusedWithARemedy()
    {
        LocalAddressesSheet addresses;
        addresses.setValue({});
        addresses.open();
        QVERIFY(QTest::qWaitForWindowActive(&addresses));
        probe::retype(&addresses, "ranges", QStringLiteral("10.0.0.0/8\n10.0.0.300\n"));
        QVERIFY(!probe::shownProblem(&addresses, "ranges").isEmpty());
        QCOMPARE(wrongLines(addresses).size(), 1);
        QVERIFY(wrongLines(addresses).at(0).contains(QLatin1StringView("10.0.0.300")));
        probe::retype(&addresses, "ranges", QStringLiteral("10.0.0.0 255.0.0.0\n10.0.0.300\ninside\n"));
        const QStringList shown = wrongLines(addresses);
        QCOMPARE(shown.size(), 3);
        QVERIFY2(shown.at(0).contains(QLatin1StringView("10.0.0.0/8")), qPrintable(shown.at(0)));
        QVERIFY2(shown.at(1).contains(QLatin1StringView("10.0.0.300")), qPrintable(shown.at(1)));
        QVERIFY2(shown.at(2).contains(QLatin1StringView("inside")), qPrintable(shown.at(2)));
        probe::press(&addresses, "ok");
        QVERIFY(addresses.isVisible());
        LocalDomainsSheet domains;
        domains.setValue({QStringLiteral("example.com")});
        domains.open();
        QVERIFY(QTest::qWaitForWindowActive(&domains));
        probe::retype(&domains, "domains", QStringLiteral("example.com, *.example.com, no*where"));
        QVERIFY(wrongLines(domains).value(0).contains(QLatin1StringView("no*where")));
        probe::retype(&domains, "domains", QStringLiteral("example.com\nEXAMPLE.com"));
        QVERIFY(wrongLines(domains).value(0).contains(QLatin1StringView("Line 2")));
        QVERIFY(wrongLines(domains).value(0).contains(QLatin1StringView("twice")));
        probe::retype(&domains, "domains", QStringLiteral("example.com, *.example.com"));
        QCOMPARE(domains.draft().size(), 2);
        QVERIFY(probe::shownProblem(&domains, "domains").contains(QLatin1StringView("same names")));
        probe::retype(&domains, "domains", QStringLiteral(".example.com"));
        QVERIFY(probe::shownProblem(&domains, "domains").isEmpty());
        QCOMPARE(domains.draft(), QStringList(QStringLiteral(".example.com")));
        QVERIFY(parseDomainLines(QStringLiteral("m\u00fcnchen.example")).problems.isEmpty());
    }

    void everyAddressIsNoMask()
    {
        LocalAddressesSheet sheet;
        sheet.setValue({range("127.0.0.1", "127.0.0.1")});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "ranges", QStringLiteral("0.0.0.0-255.255.255.255"));
        const QString shown = probe::shownProblem(&sheet, "ranges");
        QVERIFY2(shown.contains(QLatin1StringView("every address")), qPrintable(shown));
        QVERIFY2(!shown.contains(QLatin1StringView("mask")), qPrintable(shown));
        QCOMPARE(sheet.draft(), QList<AddressRange>{range("0.0.0.0", "255.255.255.255")});
    }

    void privateRangesAndTidying()
    {
        LocalAddressesSheet sheet;
        sheet.setValue({range("10.1.0.0", "10.1.255.255")});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::press(&sheet, "private");
        QCOMPARE(sheet.draft().size(), 5);
        QVERIFY(probe::shownProblem(&sheet, "ranges").contains(QLatin1StringView("overlaps")));
        probe::press(&sheet, "tidy");
        QCOMPARE(sheet.draft().size(), 4);
        QVERIFY(probe::shownProblem(&sheet, "ranges").isEmpty());
    }
};

SALLYPORT_DIALOG_TEST(TestNetwork)
#include "test_network.moc"
