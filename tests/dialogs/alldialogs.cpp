// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialogs/alldialogs.h"

#include "dialogs/disconnect/stopservicesheet.h"
#include "dialogs/exchange/comparedialog.h"
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"
#include "dialogs/filters/socksfiltersheet.h"
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "dialogs/firewallclient/firewallclientsheet.h"
#include "dialogs/firewallclient/pasteprogramssheet.h"
#include "dialogs/firewallclient/sharedvaluesheet.h"
#include "dialogs/network/networksheets.h"
#include "dialogs/review/conflictdialog.h"
#include "dialogs/review/refuseddialog.h"
#include "dialogs/review/reviewdialog.h"
#include "dialogs/server/serversheet.h"
#include "dialogs/servers/addserverwizard.h"
#include "models/ini/clientini.h"
#include "tests/dialogs/dialogprobe.h"

#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace sallyport::test
{

namespace
{

Policy policy()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    for (const ApplicationRow& row : {
             ApplicationRow{QStringLiteral("msmsgs"), ApplicationKey::Disable, QStringLiteral("1")},
             ApplicationRow{QStringLiteral("msmsgs"), ApplicationKey::Persistent, QStringLiteral("1")},
             ApplicationRow{QStringLiteral("outlook"), ApplicationKey::NameResolution, QStringLiteral("R")},
         })
        putApplicationRow(policy.client.applications, nullptr, row);
    return policy;
}

Policy policyInForce()
{
    Policy applied = policy();
    applied.client.refreshHours = 12;
    return applied;
}

AddressRange range(std::string_view first, std::string_view last)
{
    return {*IpAddress::parse(first), *IpAddress::parse(last)};
}

QList<PolicyChange> changes()
{
    return {
        {ChangeKind::Added, QStringLiteral("client.applications[msmsgs].Disable"), {}, QStringLiteral("1")},
        {ChangeKind::Changed, QStringLiteral("listeners.webProxy.port"), QStringLiteral("8080"),
            QStringLiteral("3128")},
    };
}

QList<MergeConflict> conflicts()
{
    return {
        {QStringLiteral("client.applications[icq].Disable"), QStringLiteral("1"), QStringLiteral("0"), {}},
        {QStringLiteral("listeners.webProxy.port"), QStringLiteral("8080"), QStringLiteral("3128"),
            QStringLiteral("8081")},
    };
}

Problem problem(Severity severity)
{
    return {severity,
        {ErrorCode::Conflict, QStringLiteral("client.webProxyPort"), QStringLiteral("clients are told another port")},
        {}, 0};
}

QList<RefusedConnection> refused()
{
    QList<RefusedConnection> result;
    for (ConnectionId id = 1; id <= 3; ++id) {
        RefusedConnection one;
        one.session.id = 7;
        one.session.user = QStringLiteral("anna");
        one.session.application = QStringLiteral("msmsgs.exe");
        one.session.client = IpAddress::fromV4(0x0a000007);
        one.connection.id = id;
        one.connection.session = 7;
        one.connection.host = QStringLiteral("messenger.example.com");
        one.connection.port = 1863;
        one.decision = {Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("msmsgs")};
        result.append(one);
    }
    return result;
}

// Says yes to everything, at once.
class WillingService final : public Enrolment
{
public:
    void fetchFingerprint(const QString&, int, std::function<void(const Result<QString>&)> done) override
    {
        done(QString(64, QLatin1Char('a')));
    }
    void enrol(const NewServer&, const QString&, const QString&, std::function<void(const Result<Role>&)> done) override
    {
        done(Role::Operator);
    }
    void cancel() override { }
};

QDialog* addServer(int step)
{
    static WillingService service;
    const NewServer known{{}, QStringLiteral("gw.example.com"), 1746, {}, Role::Viewer};
    auto* wizard = new AddServerWizard(service, known, QStringLiteral("console"));
    for (int i = 0; i < step; ++i) {
        if (i == 1)
            probe::press(wizard, "compared");
        wizard->accept();
    }
    return wizard;
}

template <typename Sheet, typename Value, typename... Arguments>
QDialog* sheet(const Value& value, const Arguments&... arguments)
{
    auto* made = new Sheet(arguments...);
    made->setValue(value);
    return made;
}

QDialog* resumedSheet()
{
    static SheetMemory memory;
    const ClientConfiguration client = policy().client;
    ClientConfiguration changed = client;
    changed.refreshHours = 48;
    memory.keep(QStringLiteral("resumed"), client, changed);
    auto* made = new FirewallClientSheet(ProgramCatalogue());
    made->setValue(client);
    made->rememberIn(memory, QStringLiteral("resumed"));
    return made;
}

// With what nobody can accept in its fields, and all of it said.
QDialog* wrong(QDialog* sheet, const QList<std::pair<const char*, const char*>>& fields)
{
    for (const auto& [name, text] : fields) {
        QWidget* field = probe::find(sheet, name);
        if (auto* line = qobject_cast<QLineEdit*>(field))
            line->setText(QString::fromUtf8(text));
        else
            qobject_cast<QPlainTextEdit*>(field)->setPlainText(QString::fromUtf8(text));
    }
    sheet->accept();
    return sheet;
}

QDialog* readOnlySheet()
{
    auto* made = new ServerSheet;
    made->setValue(ServerSettings::of(policy()));
    made->setReadOnly(QStringLiteral("look only"));
    return made;
}

QDialog* pastedPrograms()
{
    auto* made = new PasteProgramsSheet(policy().client.applications);
    made->setText(QStringLiteral("msmsgs.exe\nC:\\Program Files\\ICQ\\icq.exe, aim, MSMSGS\n=&="));
    return made;
}

QDialog* importing()
{
    auto* made = new ImportDialog(policy());
    made->setFile(QStringLiteral("mspclnt.ini"), writeClientIni(policyInForce()) + "[icq]\r\nDisable=maybe\r\n");
    return made;
}

QDialog* comparing()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mspclnt.ini"));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(writeClientIni(policyInForce()));
    file.close();
    auto* made = new CompareDialog(exportDocuments(policy(), {}, std::nullopt));
    probe::find<QLineEdit>(made, "path")->setText(path);
    return made;
}

QDialog* reviewing(bool withErrors)
{
    auto* made = new ReviewDialog(changes(), {problem(withErrors ? Severity::Error : Severity::Warning)});
    made->setRefused(refused());
    return made;
}

QDialog* stoppingAService()
{
    ServiceStop stop{ServiceStop::Verb::Restart, {QStringLiteral("Firewall")}, 1240, 312, 4, {}};
    for (int i = 0; i < 14; ++i)
        stop.examples.append(QStringLiteral("user%1 · msmsgs.exe").arg(i));
    return new StopServiceSheet(stop);
}

QDialog* disconnecting()
{
    DisconnectScope scope{12, 240, {}};
    for (int i = 0; i < 12; ++i)
        scope.examples.append(QStringLiteral("user%1 · msmsgs.exe").arg(i));
    return new DisconnectSheet(scope);
}

QDialog* newEntry(ApplicationKey key, const QString& value)
{
    return new ApplicationEntrySheet(policy().client.applications, {}, {QStringLiteral("icq"), key, value});
}

QDialog* editedWithoutEffect()
{
    return ApplicationEntrySheet::forEdit(
        policy().client.applications, {}, {QStringLiteral("msmsgs"), ApplicationKey::Persistent, QStringLiteral("1")});
}

} // namespace

QList<KnownDialog> allDialogs()
{
    const Revision head{42, 41, QStringLiteral("anna"), {}, {}, {}};
    const QString age = QStringLiteral("3 min ago");
    return {
        {QStringLiteral("addserver-address"), [] { return addServer(0); }},
        {QStringLiteral("addserver-fingerprint"), [] { return addServer(1); }},
        {QStringLiteral("addserver-code"), [] { return addServer(2); }},
        {QStringLiteral("entry-choice"), [] { return newEntry(ApplicationKey::Disable, QStringLiteral("1")); }},
        {QStringLiteral("entry-ports"),
            [] { return newEntry(ApplicationKey::LocalBindTcpPorts, QStringLiteral("7000-7022, 7100")); }},
        {QStringLiteral("entry-server"),
            [] { return newEntry(ApplicationKey::ForceProxy, QStringLiteral("n:proxy.example.com")); }},
        {QStringLiteral("entry-without-effect"), [] { return editedWithoutEffect(); }},
        {QStringLiteral("conflict"), [=] { return new ConflictDialog(conflicts(), changes(), head, age); }},
        {QStringLiteral("conflict-alone"), [=] { return new ConflictDialog(conflicts(), {}, head, age); }},
        {QStringLiteral("disconnect"), [] { return disconnecting(); }},
        {QStringLiteral("stopservice"), [] { return stoppingAService(); }},
        {QStringLiteral("compare"), [] { return comparing(); }},
        {QStringLiteral("compare-empty"),
            [] { return new CompareDialog(exportDocuments(policy(), {}, std::nullopt)); }},
        {QStringLiteral("export"),
            [] {
                return new ExportDialog(exportDocuments(policy(), writeClientIni(policyInForce()), policyInForce()));
            }},
        {QStringLiteral("firewallclient"),
            [] { return sheet<FirewallClientSheet>(policy().client, ProgramCatalogue()); }},
        {QStringLiteral("firewallclient-resumed"), [] { return resumedSheet(); }},
        {QStringLiteral("import"), [] { return importing(); }},
        {QStringLiteral("import-empty"), [] { return new ImportDialog(policy()); }},
        {QStringLiteral("localaddresses"),
            [] {
                return sheet<LocalAddressesSheet>(
                    QList<AddressRange>{range("10.0.0.0", "10.255.255.255"), range("10.1.0.0", "10.1.0.255")});
            }},
        {QStringLiteral("localdomains"),
            [] {
                return sheet<LocalDomainsSheet>(
                    QStringList{QStringLiteral("example.com"), QStringLiteral("*.example.com")});
            }},
        {QStringLiteral("pasteprograms"), [] { return pastedPrograms(); }},
        {QStringLiteral("refused"), [] { return new RefusedDialog(refused(), TimePoint(std::chrono::minutes(7))); }},
        {QStringLiteral("review"), [] { return reviewing(false); }},
        {QStringLiteral("review-errors"), [] { return reviewing(true); }},
        {QStringLiteral("server-wrong"),
            [] {
                return wrong(sheet<ServerSheet>(ServerSettings::of(policy())),
                    {{"name", " "}, {"description", "two\nlines"}, {"webProxyAddress", "fe80::1"},
                        {"webProxyPort", "0"}, {"connectTimeout", "soon"}, {"idleTimeout", "9"}, {"limit", "-1"}});
            }},
        {QStringLiteral("webbrowser-wrong"),
            [] {
                return wrong(sheet<WebBrowserSheet>(policy().client),
                    {{"webProxyName", "two words"}, {"webProxyPort", "0"}, {"configurationUrl", "proxy.pac"}});
            }},
        {QStringLiteral("firewallclient-wrong"),
            [] {
                return wrong(sheet<FirewallClientSheet>(policy().client, ProgramCatalogue()),
                    {{"serverName", "two words"}, {"port", "0"}, {"refreshHours", "0"}, {"recheck", "x"}});
            }},
        {QStringLiteral("entry-wrong"),
            [] {
                return wrong(newEntry(ApplicationKey::LocalBindTcpPorts, QStringLiteral("7000-7022, 7100")),
                    {{"application", "a=b"}, {"valueLine", "99999"}});
            }},
        {QStringLiteral("entry-path"),
            [] {
                return wrong(newEntry(ApplicationKey::LocalBindTcpPorts, QStringLiteral("7000")),
                    {{"application", "C:\\ICQ\\icq.exe"}, {"valueLine", "99999"}});
            }},
        {QStringLiteral("localaddresses-wrong"),
            [] {
                return wrong(sheet<LocalAddressesSheet>(QList<AddressRange>{}),
                    {{"ranges", "10.0.0.0 255.0.0.0\n10.0.0.300\n\n172.16.0.0/12\ninside\n10.0.0.9 10.0.0.1\n1-2-3"}});
            }},
        {QStringLiteral("localdomains-wrong"),
            [] {
                return wrong(
                    sheet<LocalDomainsSheet>(QStringList{}), {{"domains", "example.com\nno*where, EXAMPLE.com\n-x-"}});
            }},
        {QStringLiteral("socks-wrong"),
            [] {
                return wrong(sheet<SocksFilterSheet>(policy().filters, policy().listeners),
                    {{"address", "239.1.2.3"}, {"port", "x"}});
            }},
        {QStringLiteral("sharedvalue"),
            [] {
                return new SharedValueSheet(
                    {{QStringLiteral("msmsgs"), QStringLiteral("icq")}, ApplicationKey::Disable, std::nullopt});
            }},
        {QStringLiteral("server"), [] { return sheet<ServerSheet>(ServerSettings::of(policy())); }},
        {QStringLiteral("server-readonly"), [] { return readOnlySheet(); }},
        {QStringLiteral("socks"), [] { return sheet<SocksFilterSheet>(policy().filters, policy().listeners); }},
        {QStringLiteral("webbrowser"), [] { return sheet<WebBrowserSheet>(policy().client); }},
    };
}

} // namespace sallyport::test
