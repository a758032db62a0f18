// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/decision.h"
#include "models/policy/programname.h"
#include "models/policy/revision.h"
#include "models/policy/validate.h"
#include "tests/models/policy/policydata.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace sallyport;

class PolicyValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultPolicyIsAsWritten();
    void objectIdsAreUnique();
    void programKeys_data();
    void programKeys();
    void disabledPrograms();
    void entrySettings();
    void applicationsAreFoundBySectionName();
    void configurationUrl();
    void everyWordComesBack();
    void reasonsNameTheObject();
    void overlapsAreFound();
    void warnings_data();
    void warnings();
};

void PolicyValuesTest::defaultPolicyIsAsWritten()
{
    const Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    QVERIFY(validate(policy).isEmpty());
    QCOMPARE(policy.server.name, QStringLiteral("branch-a"));
    QCOMPARE(policy.client.serverName, QStringLiteral("branch-a"));
    for (const Listener& listener :
        {policy.listeners.webProxy, policy.listeners.firewallClient, policy.filters.socks}) {
        QVERIFY(listener.enabled);
        QCOMPARE(listener.address.toString(), QStringLiteral("127.0.0.1"));
    }
    QCOMPARE(policy.listeners.webProxy.port, 8080);
    QCOMPARE(policy.listeners.firewallClient.port, 1745);
    QCOMPARE(policy.filters.socks.port, 1080);
    QStringList ranges;
    for (const AddressRange& range : policy.localAddresses)
        ranges.append(range.first.toString() + QLatin1Char(' ') + range.last.toString());
    QCOMPARE(ranges,
        QStringList({QStringLiteral("10.0.0.0 10.255.255.255"), QStringLiteral("172.16.0.0 172.31.255.255"),
            QStringLiteral("192.168.0.0 192.168.255.255"), QStringLiteral("127.0.0.0 127.255.255.255")}));
    QVERIFY(policy.client.applications.isEmpty());
    QCOMPARE(policy.unmatched, Verdict::Allow);
}

void PolicyValuesTest::objectIdsAreUnique()
{
    QSet<QString> ids;
    for (int i = 0; i < 1000; ++i)
        ids.insert(newObjectId());
    QCOMPARE(ids.size(), 1000);
    QVERIFY(!ids.contains(QString()));
}

void PolicyValuesTest::programKeys_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("key");
    const auto row = [](const char16_t* program, const char16_t* key) {
        const QString text = QString::fromUtf16(program);
        QTest::newRow(qPrintable(QLatin1Char('"') + text + QLatin1Char('"'))) << text << QString::fromUtf16(key);
    };
    row(u"C:\\Program Files\\MSN\\MSMSGS.EXE", u"msmsgs");
    row(u"/usr/bin/curl", u"curl");
    row(u"msmsgs", u"msmsgs");
    row(u"python3.11", u"python3.11");
    row(u"setup.1.2.exe", u"setup.1.2");
    row(u"a.exe.exe", u"a");
    row(u".exe", u".exe");
    row(u" msmsgs.exe. ", u"msmsgs");
    row(u"msmsgs .exe", u"msmsgs");
    row(u"GR\u00d6SSE.COM", u"gr\u00f6sse");
    row(u"", u"");
    row(u"C:\\", u"");
    row(u"...", u"");
    row(u" \t", u"");
    // Other spellings of one file.
    for (const char16_t* spelling : {u"\"C:\\x\\aim.exe\"", u"\"C:\\Program Files\\x\\AIM.exe\" -min", u"'aim.exe'",
             u"\"C:\\Program Files\"\\aim.exe", u"C:aim.exe", u"aim.exe::$DATA", u"c:\\x\\aim.exe:a:$DATA",
             u"C:aim.exe:x", u"\\\\?\\C:\\x/aim.exe", u"\\??\\C:aim.exe", u"\\Device\\HarddiskVolume1\\aim.exe",
             u"aim.exe . .", u"\"aim.exe", u"a\u200bim.exe", u"\ufeffaim.exe", u"ai<U+202E>m.exe", u"a\u00adim.exe",
             u"aim\u00a0.exe", u"aim\U000e0041.exe"})
        row(spelling, u"aim");
    row(u".\\c:aim.exe", u"c"); // a stream of c: a drive stands first
    row(u"claim.exe", u"claim");
    row(u"\uff41im.exe", u"\uff41im"); // look-alikes are other names
    row(u"\u0430im.exe", u"\u0430im");
    row(u"\u0410\u0433\u0435\u043d\u0442.EXE", u"\u0430\u0433\u0435\u043d\u0442");
    row(u"cafe\u0301.exe", u"caf\u00e9");
}

void PolicyValuesTest::programKeys()
{
    QFETCH(QString, program);
    QFETCH(QString, key);
    QCOMPARE(programKey(program), key);
    QCOMPARE(programKey(program.toUpper()), key);
}

void PolicyValuesTest::disabledPrograms()
{
    for (const char* disable : {"", "0", "1"}) {
        for (const char* disableEx : {"", "0", "1"}) {
            ApplicationEntry entry;
            if (*disable)
                entry.setValue(ApplicationKey::Disable, QLatin1StringView(disable));
            if (*disableEx)
                entry.setValue(ApplicationKey::DisableEx, QLatin1StringView(disableEx));
            const bool disabled = *(*disableEx ? disableEx : disable) == '1'; // DisableEx overrides Disable
            QCOMPARE(entry.isDisabled(), disabled);
            QCOMPARE(entry.isWithoutEffect(ApplicationKey::Persistent), disabled);
            QVERIFY(!entry.isWithoutEffect(ApplicationKey::Disable));
        }
    }
}

void PolicyValuesTest::entrySettings()
{
    ApplicationEntry entry;
    QCOMPARE(entry.value(ApplicationKey::Disable), std::nullopt);
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    entry.setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    entry.setValue(ApplicationKey::Disable, QStringLiteral("0"));
    QCOMPARE(entry.settings.size(), 2);
    QCOMPARE(entry.settings.first(), (ApplicationSetting{ApplicationKey::Disable, QStringLiteral("0")}));
    QVERIFY(entry.remove(ApplicationKey::Disable));
    QVERIFY(!entry.remove(ApplicationKey::Disable));
    QCOMPARE(entry.value(ApplicationKey::Persistent), std::optional(QStringLiteral("1")));
}

void PolicyValuesTest::applicationsAreFoundBySectionName()
{
    Policy policy = test::richPolicy();
    QCOMPARE(policy.client.application(u"MSMSGS")->id, QStringLiteral("id-msmsgs"));
    QVERIFY(!policy.client.application(u"msmsgs.exe"));
    policy.client.application(u"icq")->name = QStringLiteral("ICQ");
    QCOMPARE(std::as_const(policy).client.application(u"icq")->name, QStringLiteral("ICQ"));
}

void PolicyValuesTest::configurationUrl()
{
    ClientConfiguration client;
    QCOMPARE(client.effectiveConfigurationUrl(), QString());
    client.webProxyName = QStringLiteral("branch-a");
    QCOMPARE(client.effectiveConfigurationUrl(), QStringLiteral("http://branch-a:8080/array.dll?Get.Routing.Script"));
    client.webProxyName = QStringLiteral("2001:db8::1");
    QCOMPARE(
        client.effectiveConfigurationUrl(), QStringLiteral("http://[2001:db8::1]:8080/array.dll?Get.Routing.Script"));
    client.configurationUrl = QStringLiteral("http://wpad/wpad.dat");
    QCOMPARE(client.effectiveConfigurationUrl(), client.configurationUrl);
}

template <typename E> static void checkWords(E last, QString (*wordOf)(E), std::optional<E> (*fromWord)(QStringView))
{
    QSet<QString> seen;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const QString word = wordOf(static_cast<E>(i));
        QVERIFY(!word.isEmpty());
        QVERIFY(!seen.contains(word));
        seen.insert(word);
        QCOMPARE(fromWord(word), std::optional(static_cast<E>(i)));
        QCOMPARE(fromWord(QString(word + QLatin1Char(' '))), std::nullopt);
    }
    QCOMPARE(fromWord(u""), std::nullopt);
    QCOMPARE(fromWord(u"other"), std::nullopt);
}

void PolicyValuesTest::everyWordComesBack()
{
    checkWords(Reason::UnmatchedDenied, reasonWord, reasonFromWord);
    checkWords(SessionType::SecureNat, sessionTypeWord, sessionTypeFromWord);
    checkWords(ServiceName::Socks, serviceWord, serviceFromWord);
    checkWords(ServiceState::Failed, serviceStateWord, serviceStateFromWord);
    checkWords(Role::Administrator, roleWord, roleFromWord);
    checkWords(Verdict::Deny, verdictWord, verdictFromWord);
    checkWords(ServerAddressing::ByAddress, serverAddressingWord, serverAddressingFromWord);
}

void PolicyValuesTest::reasonsNameTheObject()
{
    QVERIFY(reasonText({Verdict::Deny, Reason::ApplicationDisabled, QStringLiteral("msmsgs")})
                .contains(QStringLiteral("[msmsgs]")));
    QVERIFY(reasonText({Verdict::Deny, Reason::FilterDisabled, QStringLiteral("SOCKS V4 filter")})
                .contains(QStringLiteral("SOCKS V4 filter")));
    QSet<QString> sentences;
    for (int i = 0; i <= static_cast<int>(Reason::ThisServer); ++i) {
        const QString text = reasonText({Verdict::Deny, static_cast<Reason>(i), QString()});
        QVERIFY(text.endsWith(QLatin1Char('.')));
        sentences.insert(text);
    }
    // FilterDisabled and ListenerDisabled differ by their object alone.
    QVERIFY(sentences.size() >= static_cast<int>(Reason::ThisServer));
}

// Against a comparison of every pair, and for a table that such a comparison would take minutes for.
void PolicyValuesTest::overlapsAreFound()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        QRandomGenerator random(seed);
        Policy policy = defaultPolicy(QStringLiteral("branch-a"));
        policy.localAddresses = {{IpAddress::fromV4(0x7f000001), IpAddress::fromV4(0x7f000001)}};
        for (int i = 0; i < 20; ++i) {
            const auto first = random.bounded(200U);
            policy.localAddresses.append({IpAddress::fromV4(first), IpAddress::fromV4(first + random.bounded(20U))});
        }
        QStringList expected;
        for (qsizetype i = 0; i < policy.localAddresses.size(); ++i) {
            const AddressRange& range = policy.localAddresses.at(i);
            for (qsizetype j = 0; j < i; ++j) {
                const AddressRange& earlier = policy.localAddresses.at(j);
                if (earlier.first <= range.last && range.first <= earlier.last) {
                    expected.append(QStringLiteral("localAddresses[%1]").arg(i));
                    break;
                }
            }
        }
        QStringList found;
        for (const Problem& problem : validate(policy))
            found.append(problem.error.subject);
        QVERIFY2(found == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
    Policy large = defaultPolicy(QStringLiteral("branch-a"));
    for (std::uint32_t i = 0; i < 300000; ++i)
        large.localAddresses.append({IpAddress::fromV4(0x20000000 + 4 * i), IpAddress::fromV4(0x20000001 + 4 * i)});
    QVERIFY(validate(large).isEmpty());
}

void PolicyValuesTest::warnings_data()
{
    QTest::addColumn<Policy>("policy");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* path, const char* words, auto change) {
        Policy policy = defaultPolicy(QStringLiteral("branch-a"));
        change(policy);
        QTest::newRow(name) << policy << QString::fromLatin1(path) << QString::fromLatin1(words);
    };
    const auto entry = [](const char* name, QList<ApplicationSetting> settings) {
        return ApplicationEntry{QStringLiteral("a1"), QString::fromLatin1(name), std::move(settings)};
    };
    const ApplicationSetting disable{ApplicationKey::Disable, QStringLiteral("1")};
    const ApplicationSetting disableEx{ApplicationKey::DisableEx, QStringLiteral("1")};
    const ApplicationSetting persistent{ApplicationKey::Persistent, QStringLiteral("1")};
    row("disabled with further keys", "client.applications[msmsgs]", "without effect", [&](Policy& p) {
        p.client.applications = {entry("msmsgs", {disable, persistent})};
    });
    row("disabled by DisableEx with further keys", "client.applications[msmsgs]", "DisableEx=1", [&](Policy& p) {
        p.client.applications = {entry("msmsgs", {disableEx, disable, persistent})};
    });
    row("entry without keys", "client.applications[msmsgs]", "no effect",
        [&](Policy& p) { p.client.applications = {entry("msmsgs", {})}; });
    row("entry with extension", "client.applications[msmsgs.exe].name", "write \"msmsgs\"",
        [&](Policy& p) { p.client.applications = {entry("msmsgs.exe", {disable})}; });
    row("entry for many", "client.applications[aim*].name", "is no pattern",
        [&](Policy& p) { p.client.applications = {entry("aim*", {disable})}; });
    row("entry for one letter", "client.applications[ai?].name", "write each program's name",
        [&](Policy& p) { p.client.applications = {entry("ai?", {disable})}; });
    row("no loopback", "localAddresses", "127.0.0.1", [](Policy& p) { p.localAddresses.removeLast(); });
    row("overlapping ranges", "localAddresses[4]", "overlaps", [](Policy& p) {
        p.localAddresses.append({IpAddress::fromV4(0x0a010000), IpAddress::fromV4(0x0a01ffff)});
    });
    row("clients told another port", "client.port", "1746", [](Policy& p) { p.client.port = 1746; });
    row("browsers told another port", "client.webProxyPort", "8081", [](Policy& p) { p.client.webProxyPort = 8081; });
}

void PolicyValuesTest::warnings()
{
    QFETCH(Policy, policy);
    QFETCH(QString, path);
    QFETCH(QString, words);
    const QList<Problem> problems = validate(policy);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().severity, Severity::Warning);
    QCOMPARE(problems.first().error.subject, path);
    QVERIFY2(problems.first().error.detail.contains(words), qPrintable(problems.first().error.detail));
    QVERIFY(!hasErrors(problems));
}

QTEST_APPLESS_MAIN(PolicyValuesTest)
#include "test_policyvalues.moc"
