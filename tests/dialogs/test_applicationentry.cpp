// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace sallyport;

class TestApplicationEntry : public QObject
{
    Q_OBJECT

private:
    const ProgramCatalogue m_catalogue{{QStringLiteral("msmsgs"), QStringLiteral("MSN Messenger")}};

    static ApplicationEntry entry(const char* name, const QList<ApplicationSetting>& settings)
    {
        return {QLatin1StringView(name), QLatin1StringView(name), settings};
    }

private slots:
    void typingMakesTheEntry()
    {
        ApplicationEntrySheet sheet({}, m_catalogue, {});
        QList<ApplicationRow> got;
        sheet.onApplied([&got](const ApplicationRow& row) { got.append(row); });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("application"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("msmsgs"));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(got.size(), 1);
        QCOMPARE(got.first(), (ApplicationRow{QStringLiteral("msmsgs"), ApplicationKey::Disable, QStringLiteral("1")}));
        QVERIFY(!sheet.isVisible());
    }

    // A list of suggestions that nobody chose from is in nobody's way.
    void oneEnterAddsKnownAndUnknownPrograms_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        for (const char* typed : {"msmsgs", "MSMSGS", "msm", "icq"})
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(typed);
        QTest::newRow("extension") << QStringLiteral("icq.exe") << QStringLiteral("icq");
        QTest::newRow("shouted") << QStringLiteral("ICQ.EXE") << QStringLiteral("ICQ");
        QTest::newRow("path") << QStringLiteral("C:\\Program Files\\ICQ\\icq.exe") << QStringLiteral("icq");
        QTest::newRow("quotes") << QStringLiteral("\"C:\\ICQ\\icq.exe\"") << QStringLiteral("icq");
        QTest::newRow("blanks") << QStringLiteral("  icq.exe ") << QStringLiteral("icq");
    }
    void oneEnterAddsKnownAndUnknownPrograms()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        ApplicationEntrySheet sheet({}, m_catalogue, {});
        QList<ApplicationRow> got;
        sheet.onApplied([&got](const ApplicationRow& row) { got.append(row); });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* field = probe::find<QLineEdit>(&sheet, "application");
        QTest::keyClicks(field, typed);
        QWidget* list = QApplication::activePopupWidget();
        QCOMPARE(list != nullptr, typed.startsWith(QLatin1StringView("msm"), Qt::CaseInsensitive));
        QTest::keyClick(list ? list : field, Qt::Key_Return);
        QCOMPARE(got.size(), 1);
        QCOMPARE(got.first().application, name);
        QVERIFY(!sheet.isVisible());
    }

    void aHighlightedSuggestionIsTakenFirst()
    {
        ApplicationEntrySheet sheet({}, m_catalogue, {});
        QList<ApplicationRow> got;
        sheet.onApplied([&got](const ApplicationRow& row) { got.append(row); });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* field = probe::find<QLineEdit>(&sheet, "application");
        QTest::keyClicks(field, QStringLiteral("sms"));
        QWidget* list = QApplication::activePopupWidget();
        QVERIFY(list);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(field->text(), QStringLiteral("msmsgs"));
        QVERIFY(sheet.isVisible());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(got.value(0).application, QStringLiteral("msmsgs"));
    }

    // What there is for a program is found by any spelling of its name.
    void aPathMeetsTheEntryThereIs()
    {
        const QList<ApplicationEntry> entries{entry("icq", {{ApplicationKey::Disable, QStringLiteral("0")}})};
        ApplicationEntrySheet sheet(entries, m_catalogue, {});
        sheet.open();
        probe::retype(&sheet, "application", QStringLiteral("C:\\ICQ\\ICQ.EXE"));
        QVERIFY(probe::shownProblem(&sheet, "key").contains(QLatin1StringView("replaces")));
        QList<ApplicationEntry> after = entries;
        putApplicationRow(after, nullptr, sheet.draft());
        QCOMPARE(after.size(), 1);
        QCOMPARE(after.first().value(ApplicationKey::Disable), QStringLiteral("1"));
    }

    void typingDFindsDisable()
    {
        ApplicationEntrySheet sheet(
            {}, m_catalogue, {QStringLiteral("msmsgs"), ApplicationKey::Persistent, QStringLiteral("1")});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* key = probe::find<QComboBox>(&sheet, "key");
        probe::retype(&sheet, "key", QStringLiteral("D"));
        QCOMPARE(key->currentText(), QStringLiteral("Disable"));
        QTest::keyClicks(key->lineEdit(), QStringLiteral("o"));
        QVERIFY(key->currentText().startsWith(QLatin1StringView("DontRemote")));
        QVERIFY(!probe::find<QLabel>(&sheet, "meaning")->text().isEmpty());
    }

    void keysSayWhatTheyDo()
    {
        ApplicationEntrySheet sheet(
            {}, m_catalogue, {QStringLiteral("icq"), ApplicationKey::Disable, QStringLiteral("1")});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        auto* key = probe::find<QComboBox>(&sheet, "key");
        key->showPopup();
        auto* list = qobject_cast<QTreeView*>(key->view());
        QVERIFY(list && list->isVisible());
        probe::picture(list->window(), QStringLiteral("entry-keys"));
        for (int row = 0; row < key->count(); ++row) {
            QVERIFY(!list->model()->index(row, 1).data().toString().isEmpty());
            QVERIFY(list->visualRect(list->model()->index(row, 0)).height() >= 26);
        }
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(key->currentText(), QStringLiteral("NameResolution"));
        QVERIFY(sheet.isVisible());
    }

    void valueEditorFitsTheKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("editor");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::newRow("switch") << QStringLiteral("Persistent") << QStringLiteral("valueChoice") << QStringLiteral("0")
                                << QStringLiteral("0");
        QTest::newRow("choice") << QStringLiteral("NameResolution") << QStringLiteral("valueChoice")
                                << QStringLiteral("R") << QStringLiteral("R");
        QTest::newRow("ports") << QStringLiteral("LocalBindTcpPorts") << QStringLiteral("valueLine")
                               << QStringLiteral("7100, 7000 - 7022") << QStringLiteral("7000-7022, 7100");
        QTest::newRow("server") << QStringLiteral("ForceProxy") << QStringLiteral("serverName")
                                << QStringLiteral("192.0.2.7") << QStringLiteral("i:192.0.2.7");
    }

    void valueEditorFitsTheKey()
    {
        QFETCH(QString, key);
        QFETCH(QString, editor);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        ApplicationEntrySheet sheet(
            {}, m_catalogue, {QStringLiteral("icq"), ApplicationKey::Disable, QStringLiteral("1")});
        ApplicationRow got;
        sheet.onApplied([&got](const ApplicationRow& row) { got = row; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "key", key);
        auto* widget = sheet.findChild<QWidget*>(editor);
        QVERIFY(widget && widget->isVisible());
        widget->setFocus();
        QTest::keyClicks(widget, typed);
        QTest::keyClick(&sheet, Qt::Key_Return);
        QCOMPARE(got.value, value);
    }

    void nonsenseIsRefusedWithARemedy()
    {
        ApplicationEntrySheet sheet({}, m_catalogue, {});
        int applied = 0;
        sheet.onApplied([&applied](const ApplicationRow&) { ++applied; });
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(probe::shownProblem(&sheet, "application").contains(QLatin1StringView("msmsgs")));
        probe::retype(&sheet, "application", QStringLiteral("C:\\x\\MSMSGS.EXE"));
        QVERIFY(probe::shownProblem(&sheet, "application").contains(QLatin1StringView("Taken as MSMSGS")));
        probe::retype(&sheet, "application", QStringLiteral("a=b"));
        QVERIFY(!probe::shownProblem(&sheet, "application").isEmpty());
        probe::retype(&sheet, "application", QStringLiteral("icq"));
        QVERIFY(probe::shownProblem(&sheet, "application").isEmpty());
        probe::retype(&sheet, "key", QStringLiteral("Xyzzy"));
        QVERIFY(!probe::shownProblem(&sheet, "key").isEmpty());
        probe::retype(&sheet, "key", QStringLiteral("LocalBindTcpPorts"));
        probe::retype(&sheet, "valueLine", QStringLiteral("99999"));
        QVERIFY(probe::shownProblem(&sheet, "value").contains(QLatin1StringView("65535")));
        QTest::keyClick(&sheet, Qt::Key_Return);
        QVERIFY(sheet.isVisible());
        QCOMPARE(applied, 0);
    }

    void valuesOfADisabledProgramAreGrey()
    {
        const QList<ApplicationEntry> entries{entry("icq",
            {{ApplicationKey::Disable, QStringLiteral("1")}, {ApplicationKey::Persistent, QStringLiteral("1")}})};
        const std::unique_ptr<ApplicationEntrySheet> sheet(ApplicationEntrySheet::forEdit(
            entries, m_catalogue, {QStringLiteral("icq"), ApplicationKey::Persistent, QStringLiteral("1")}));
        sheet->open();
        QVERIFY(QTest::qWaitForWindowActive(sheet.get()));
        QVERIFY(!probe::find(sheet.get(), "value")->isEnabled());
        QVERIFY(probe::find<QLabel>(sheet.get(), "meaning")->text().contains(QLatin1StringView("is disabled")));
    }

    // The sentence belongs to the value, and to what the other of the two keys says.
    void meaningGoesByTheValue()
    {
        const QList<ApplicationEntry> entries{entry("icq", {{ApplicationKey::Disable, QStringLiteral("1")}}),
            entry("zoom",
                {{ApplicationKey::Disable, QStringLiteral("1")}, {ApplicationKey::DisableEx, QStringLiteral("0")}})};
        const auto meaning = [&](const char* program, ApplicationKey key, const char* value) {
            const std::unique_ptr<ApplicationEntrySheet> sheet(ApplicationEntrySheet::forEdit(
                entries, m_catalogue, {QLatin1StringView(program), key, QLatin1StringView(value)}));
            return probe::find<QLabel>(sheet.get(), "meaning")->text();
        };
        QVERIFY(meaning("icq", ApplicationKey::Disable, "1").startsWith(QLatin1StringView("Takes the program off")));
        QVERIFY(meaning("icq", ApplicationKey::Disable, "0").startsWith(QLatin1StringView("Keeps the program on")));
        QVERIFY(meaning("icq", ApplicationKey::DisableEx, "1").startsWith(QLatin1StringView("Takes the program off")));
        QVERIFY(meaning("zoom", ApplicationKey::DisableEx, "0").startsWith(QLatin1StringView("Keeps the program on")));
        QVERIFY(meaning("zoom", ApplicationKey::Disable, "1").contains(QLatin1StringView("DisableEx = 0 overrides")));
    }

    void doubledPortsAndLines()
    {
        const QList<ApplicationEntry> entries{
            entry("icq", {{ApplicationKey::RemoteBindTcpPorts, QStringLiteral("7000-7100")}})};
        ApplicationEntrySheet sheet(
            entries, m_catalogue, {QStringLiteral("ICQ"), ApplicationKey::LocalBindTcpPorts, QString()});
        sheet.open();
        QVERIFY(QTest::qWaitForWindowActive(&sheet));
        probe::retype(&sheet, "valueLine", QStringLiteral("7050"));
        QVERIFY(probe::shownProblem(&sheet, "value").contains(QLatin1StringView("7050")));
        probe::retype(&sheet, "key", QStringLiteral("RemoteBindTcpPorts"));
        QVERIFY(probe::shownProblem(&sheet, "key").contains(QLatin1StringView("replaces")));
    }

    void rowsGoIntoEntries()
    {
        QList<ApplicationEntry> entries;
        const ApplicationRow first{QStringLiteral("msmsgs"), ApplicationKey::Disable, QStringLiteral("1")};
        putApplicationRow(entries, nullptr, first);
        QCOMPARE(entries.size(), 1);
        const QString id = entries.first().id;
        const ApplicationRow renamed{QStringLiteral("icq"), ApplicationKey::Disable, QStringLiteral("0")};
        putApplicationRow(entries, &first, renamed);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().id, id);
        QCOMPARE(entries.first().name, QStringLiteral("icq"));
        removeApplicationRow(entries, QStringLiteral("ICQ"), ApplicationKey::Disable);
        QVERIFY(entries.isEmpty());
    }
};

SALLYPORT_DIALOG_TEST(TestApplicationEntry)
#include "test_applicationentry.moc"
