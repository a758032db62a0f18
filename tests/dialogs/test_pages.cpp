// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/disconnect/disconnectpage.h"
#include "dialogs/disconnect/disconnectsheet.h"
#include "dialogs/filters/socksfilterpage.h"
#include "dialogs/firewallclient/applicationentrypage.h"
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/applicationsettingspage.h"
#include "dialogs/firewallclient/clientgeneralpage.h"
#include "dialogs/firewallclient/pasteprogramspage.h"
#include "dialogs/firewallclient/webbrowserpage.h"
#include "dialogs/network/localaddressespage.h"
#include "dialogs/network/localdomainspage.h"
#include "dialogs/network/networktext.h"
#include "dialogs/server/listenerspage.h"
#include "dialogs/server/servergeneralpage.h"
#include "dialogs/server/serversheet.h"
#include "dialogs/style/theme.h"
#include "tests/dialogs/dialogprobe.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace sallyport;

namespace
{

// What the page makes of `from` when its fields were filled from `shown`.
template <typename T> T through(ValuePage<T>& page, const T& shown, T from)
{
    page.load(from);
    page.load(shown);
    page.save(from);
    return from;
}

// Object names of the fields with an error.
QStringList wrongFields(const Page& page)
{
    QStringList names;
    for (const FieldProblem& problem : page.problems()) {
        if (problem.severity == Severity::Error)
            names.append(problem.field->objectName());
    }
    return names;
}

IpAddress address(const char* text)
{
    return *IpAddress::parse(QString::fromLatin1(text));
}

ApplicationEntry entry(const char* name, const QList<ApplicationSetting>& settings)
{
    return {newObjectId(), QString::fromLatin1(name), settings};
}

const ApplicationSetting disable{ApplicationKey::Disable, QStringLiteral("1")};

} // namespace

// Every page as a pair of functions: what is loaded is what is saved, each field for itself, and what is wrong is named
// at its field.
class TestPages : public QObject
{
    Q_OBJECT

private slots:
    // A field draws it turned round, and a name is not what it looks like.
    void charactersThatAreNotSeenAreWrittenOut()
    {
        ServerGeneralPage page;
        auto* name = probe::find<QLineEdit>(&page, "name");
        for (const auto& [text, told] : {std::pair("gate", ""), std::pair("gate\u202eexe.yas", "<U+202E>"),
                 std::pair("ga\u200bte", "<U+200B>"), std::pair("gate", "")}) {
            name->setText(QString::fromUtf8(text));
            page.refreshProblems(false);
            const QString shown = probe::shownProblem(&page, "name");
            QVERIFY2(shown.isEmpty() == QString::fromUtf8(told).isEmpty()
                    && (shown.isEmpty() || shown.contains(QString::fromUtf8(told))),
                qPrintable(shown));
        }
    }

    void clientGeneral()
    {
        ClientConfiguration shown;
        shown.addressing = ServerAddressing::ByAddress;
        shown.serverName = QStringLiteral("gate.example");
        shown.serverAddresses = {address("192.0.2.1"), address("2001:db8::1")};
        shown.autoDetectServers = !shown.autoDetectServers;
        shown.port = 11745;
        shown.refreshHours = 7;
        shown.refreshGiveUpMinutes = 8;
        shown.recheckInaccessibleMinutes = 9;
        shown.inaccessibleGiveUpMinutes = 11;
        ClientGeneralPage page;
        QVERIFY(through(page, shown, ClientConfiguration()) == shown);
        QCOMPARE(wrongFields(page), QStringList());
        shown.serverAddresses.clear();
        page.load(shown);
        QCOMPARE(wrongFields(page), QStringList{QStringLiteral("serverAddresses")});
    }

    void webBrowser()
    {
        const ClientConfiguration before;
        for (int switches = 0; switches < 8; ++switches) {
            ClientConfiguration shown;
            shown.webProxyName = QStringLiteral("proxy.example");
            shown.webProxyPort = 3128;
            shown.setBrowsersToUseProxy = switches & 1;
            shown.setBrowsersToUseAutoDetect = switches & 2;
            shown.setBrowsersToUseAutoConfig = switches & 4;
            shown.configurationUrl = QStringLiteral("http://wpad.example/wpad.dat");
            WebBrowserPage page;
            QVERIFY2(through(page, shown, before) == shown, qPrintable(QString::number(switches)));
            QCOMPARE(wrongFields(page), QStringList());
        }
        WebBrowserPage page;
        ClientConfiguration nameless;
        nameless.webProxyName.clear();
        nameless.setBrowsersToUseProxy = true;
        page.load(nameless);
        QCOMPARE(wrongFields(page), QStringList{QStringLiteral("webProxyName")});
        nameless.setBrowsersToUseProxy = false;
        for (const char* url : {"ftp://wpad.example/", "wpad.example/wpad.dat", "http://"}) {
            nameless.configurationUrl = QString::fromLatin1(url);
            page.load(nameless);
            QCOMPARE(wrongFields(page), QStringList{QStringLiteral("configurationUrl")});
        }
    }

    void server()
    {
        ServerSettings shown = ServerSettings::of(defaultPolicy(QStringLiteral("branch-a")));
        const ServerSettings before = shown;
        shown.listeners.webProxy = {!shown.listeners.webProxy.enabled, address("192.0.2.1"), 3128};
        shown.listeners.firewallClient = {!shown.listeners.firewallClient.enabled, address("192.0.2.2"), 11745};
        shown.listeners.connectTimeoutSeconds = 21;
        shown.listeners.idleTimeoutSeconds = 22;
        shown.listeners.connectionLimit = 23;
        ListenersPage listeners;
        QVERIFY(through(listeners, shown, before) == shown);
        ServerSettings named = before;
        named.server = {QStringLiteral("branch-b"), QStringLiteral("second floor")};
        named.unmatched = before.unmatched == Verdict::Allow ? Verdict::Deny : Verdict::Allow;
        ServerGeneralPage general;
        QVERIFY(through(general, named, before) == named);
        QVERIFY(through(general, before, named) == before);
    }

    void socksFilter()
    {
        const Listeners listeners = defaultPolicy(QStringLiteral("a")).listeners;
        ApplicationFilters shown;
        shown.socks = {!shown.socks.enabled, address("192.0.2.3"), 11080};
        SocksFilterPage page(listeners);
        QVERIFY(through(page, shown, ApplicationFilters()) == shown);
        for (const Listener& other : {listeners.webProxy, listeners.firewallClient}) {
            shown.socks = {true, other.address, other.port};
            page.load(shown);
            QCOMPARE(wrongFields(page), QStringList{QStringLiteral("port")});
        }
    }

    void network()
    {
        LocalAddressesPage addresses;
        const QList<AddressRange> ranges{
            {address("10.0.0.0"), address("10.255.255.255")}, {address("2001:db8::"), address("2001:db8::ffff")}};
        QVERIFY(through(addresses, ranges, {}) == ranges);
        QVERIFY(addresses.problems().isEmpty());
        addresses.importLat(QByteArray("no\0text", 7));
        QCOMPARE(addresses.problems().size(), 1);
        LocalDomainsPage domains;
        const QStringList names{QStringLiteral("example.com"), QStringLiteral("*.example.org")};
        QCOMPARE(through(domains, names, {}), names);
        QCOMPARE(wrongFields(domains), QStringList());
        domains.load({QStringLiteral("example.com"), QStringLiteral("Example.COM")});
        QCOMPARE(wrongFields(domains), QStringList{QStringLiteral("domains")});
    }

    // A small range hides the end of the wide one before it.
    void overlapsBehindASmallerRange()
    {
        const QList<AddressRange> ranges{{address("10.2.0.0"), address("10.2.0.5")},
            {address("10.0.0.0"), address("10.255.255.255")}, {address("10.1.0.0"), address("10.1.0.1")}};
        QCOMPARE(firstOverlap(ranges), 1);
    }

    void disconnect()
    {
        DisconnectPage page({{}, {}, 3, {}});
        QCOMPARE(through(page, {QStringLiteral("policy")}, {}).reason, QStringLiteral("policy"));
        page.load({QString(500, u'x')});
        QCOMPARE(wrongFields(page), QStringList());
        page.load({QString(501, u'x')});
        QCOMPARE(wrongFields(page), QStringList{QStringLiteral("reason")});
    }

    void applicationEntryRefuses_data()
    {
        QTest::addColumn<QString>("application");
        QTest::addColumn<ApplicationKey>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("field");
        const auto row
            = [](const char* name, const char* application, ApplicationKey key, const char* value, const char* field) {
                  QTest::newRow(name) << QString::fromLatin1(application) << key << QString::fromLatin1(value)
                                      << QString::fromLatin1(field);
              };
        row("good", "curl", ApplicationKey::LocalBindUdpPorts, "7000", "");
        row("every program's", "*", ApplicationKey::DontRemoteOutboundTcpPorts, "7000", "");
        row("not every program's", "*", ApplicationKey::Disable, "1", "application");
        row("with extension", "curl.exe", ApplicationKey::Disable, "1", "");
        row("local UDP taken", "icq", ApplicationKey::LocalBindUdpPorts, "7000", "value");
        row("remote UDP taken", "aim", ApplicationKey::RemoteBindUdpPorts, "7000-7001", "value");
        row("local TCP taken", "icq", ApplicationKey::LocalBindTcpPorts, "7000", "");
        row("of a disabled program", "msmsgs", ApplicationKey::Persistent, "1", "key");
    }

    void applicationEntryRefuses()
    {
        QFETCH(QString, application);
        QFETCH(ApplicationKey, key);
        QFETCH(QString, value);
        QFETCH(QString, field);
        const QList<ApplicationEntry> entries{entry("msmsgs", {disable}),
            entry("icq", {{ApplicationKey::RemoteBindUdpPorts, QStringLiteral("6999-7000")}}),
            entry("aim", {{ApplicationKey::LocalBindUdpPorts, QStringLiteral("7001")}})};
        ApplicationEntryPage page(entries, {}, nullptr);
        page.load({application, key, value});
        QCOMPARE(wrongFields(page), field.isEmpty() ? QStringList() : QStringList{field});
    }

    void wrongValueLeavesTheRow()
    {
        ApplicationEntryPage page({}, {}, nullptr);
        page.load({QStringLiteral("icq"), ApplicationKey::LocalBindTcpPorts, QStringLiteral("99999")});
        ApplicationRow row{QStringLiteral("icq"), ApplicationKey::LocalBindTcpPorts, QStringLiteral("7000")};
        page.save(row);
        QCOMPARE(row.value, QStringLiteral("7000"));
    }

    void pastedProgramsThatAreThere()
    {
        PasteProgramsPage page(
            {entry("msmsgs", {disable}), entry("icq", {{ApplicationKey::Disable, QStringLiteral("0")}})});
        page.setText(QStringLiteral("msmsgs.exe\nicq\naim\n*\nAIM.EXE"));
        PastedPrograms pasted;
        page.save(pasted);
        // The one beyond doubt stands for both.
        QCOMPARE(pasted.programs, QStringList({QStringLiteral("icq"), QStringLiteral("AIM")}));
    }

    void settingsAreRemovedAndEdited()
    {
        ApplicationSettingsPage page({});
        ClientConfiguration client;
        client.applications = {entry("aim", {disable}), entry("icq", {disable})};
        page.load(client);
        page.show();
        auto* list = page.findChild<QTreeView*>(QStringLiteral("applicationList"));
        list->setCurrentIndex(list->model()->index(0, 0));
        page.findChild<QPushButton*>(QStringLiteral("remove"))->click();
        page.save(client);
        QCOMPARE(client.applications.size(), 1);
        QCOMPARE(client.applications.first().name, QStringLiteral("icq"));

        list->setCurrentIndex(list->model()->index(0, 0));
        page.findChild<QPushButton*>(QStringLiteral("edit"))->click();
        auto* sheet = page.findChild<ApplicationEntrySheet*>();
        QVERIFY(sheet);
        // What it edits goes into the list behind it, so there is one button for that.
        QVERIFY(sheet->findChild<QPushButton*>(QStringLiteral("apply"))->isHidden());
        probe::retype(sheet, "application", QStringLiteral("gaim"));
        sheet->findChild<QPushButton*>(QStringLiteral("ok"))->click();
        page.save(client);
        QCOMPARE(client.applications.size(), 1);
        QCOMPARE(client.applications.first().name, QStringLiteral("gaim"));
    }

    void okOfANewThingReturnsItAsItOpened()
    {
        DisconnectSheet sheet({30, 70, {}});
        int answers = 0;
        sheet.onApplied([&answers](const DisconnectAnswer&) { ++answers; });
        sheet.open();
        sheet.findChild<QPushButton*>(QStringLiteral("ok"))->click();
        QCOMPARE(answers, 1);
        QVERIFY(!sheet.isVisible());
    }

    void readOnlySheetChangesNothing()
    {
        ServerSheet sheet;
        sheet.setValue(ServerSettings::of(defaultPolicy(QStringLiteral("branch-a"))));
        int applied = 0;
        sheet.onApplied([&applied](const ServerSettings&) { ++applied; });
        sheet.setReadOnly(QStringLiteral("You are viewer here."));
        sheet.open();
        QVERIFY(!probe::find(&sheet, "name")->isEnabled());
        QVERIFY(!probe::find(&sheet, "webProxyPort")->isEnabled());
        // Not even what a program put there is taken over.
        qobject_cast<QLineEdit*>(probe::find(&sheet, "name"))->setText(QStringLiteral("branch-b"));
        QMetaObject::invokeMethod(&sheet, "accept");
        QCOMPARE(applied, 0);
    }

    void errorsWaitForAnEdit()
    {
        ServerSheet sheet;
        ServerSettings settings = ServerSettings::of(defaultPolicy(QStringLiteral("branch-a")));
        settings.server.name.clear();
        sheet.setValue(settings);
        sheet.open();
        QVERIFY(probe::shownProblem(&sheet, "name").isEmpty());
        probe::retype(&sheet, "name", QStringLiteral(" "));
        QVERIFY(!probe::shownProblem(&sheet, "name").isEmpty());
        // Filled anew, nothing of it was edited.
        sheet.setValue(settings);
        QVERIFY(probe::shownProblem(&sheet, "name").isEmpty());
        QVERIFY(!sheet.findChild<QPushButton*>(QStringLiteral("apply"))->isEnabled());
    }
};

SALLYPORT_DIALOG_TEST(TestPages)
#include "test_pages.moc"
