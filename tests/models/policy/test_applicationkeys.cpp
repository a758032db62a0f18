// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/applicationkeys.h"

#include <QTest>

using namespace sallyport;

class ApplicationKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void tableIsInTheOrderOfTheKeys();
    void namesAreFoundWithoutCase();
    void unknownNamesAreNone();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void everyKeyIsTriedBothWays();
};

void ApplicationKeysTest::tableIsInTheOrderOfTheKeys()
{
    const std::span<const ApplicationKeySpec> specs = applicationKeySpecs();
    QCOMPARE(specs.size(), std::size_t(18));
    for (std::size_t i = 0; i < specs.size(); ++i) {
        QCOMPARE(static_cast<std::size_t>(specs[i].key), i);
        QCOMPARE(&applicationKeySpec(specs[i].key), &specs[i]);
        QCOMPARE(specs[i].kind == ValueKind::Choice, !specs[i].choices.empty());
    }
}

void ApplicationKeysTest::namesAreFoundWithoutCase()
{
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        const QString name = spec.name;
        QCOMPARE(applicationKeyFromName(name), std::optional(spec.key));
        QCOMPARE(applicationKeyFromName(name.toUpper()), std::optional(spec.key));
    }
}

void ApplicationKeysTest::unknownNamesAreNone()
{
    QCOMPARE(applicationKeyFromName(u""), std::nullopt);
    QCOMPARE(applicationKeyFromName(u"Disabled"), std::nullopt);
    QCOMPARE(applicationKeyFromName(u" Disable"), std::nullopt);
}

void ApplicationKeysTest::accepts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char* key, const char* text, const char* canonical) {
        QTest::addRow("%s=%s", key, text)
            << QString::fromLatin1(key) << QString::fromLatin1(text) << QString::fromLatin1(canonical);
    };
    for (const char* key :
        {"Disable", "KillOldSession", "Persistent", "ForceCredentials", "EnableRouteMode", "DisableEx"}) {
        row(key, "0", "0");
        row(key, " 1 ", "1");
    }
    row("NameResolution", "l", "L");
    row("NameResolution", "R", "R");
    row("NameResolutionForLocalHost", "L", "L");
    row("NameResolutionForLocalHost", "p", "P");
    row("NameResolutionForLocalHost", "E", "E");
    row("ControlChannel", "WSP.UDP", "Wsp.udp");
    row("ControlChannel", "Wsp.tcp", "Wsp.tcp");
    for (const char* key : {"LocalBindTcpPorts", "LocalBindUdpPorts", "RemoteBindTcpPorts", "RemoteBindUdpPorts",
             "ServerBindTcpPorts", "DontRemoteOutboundTcpPorts", "DontRemoteOutboundUdpPorts"}) {
        row(key, "7100,7000 - 7022", "7000-7022, 7100");
        row(key, "0", "0");
    }
    row("LocalBindTcpPorts", "65535", "65535");
    row("LocalBindTcpPorts", "80, 80", "80");
    row("LocalBindTcpPorts", "1-5, 3-9, 20", "1-9, 20");
    row("LocalBindTcpPorts", "30,0", "0, 30");
    row("LocalBindTcpPorts", "7-7", "7");
    row("ProxyBindIp", "82:192.0.2.11,80: 192.0.2.10", "80:192.0.2.10, 82:192.0.2.11");
    row("ProxyBindIp", "80:2001:DB8::1", "80:2001:db8::1");
    row("ForceProxy", "I: 192.0.2.1", "i:192.0.2.1");
    row("ForceProxy", "i:2001:db8:0::1", "i:2001:db8::1");
    row("ForceProxy", "N:Branch-B", "n:Branch-B");
}

void ApplicationKeysTest::accepts()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const std::optional<ApplicationKey> known = applicationKeyFromName(key);
    QVERIFY(known.has_value());
    const Result<QString> value = canonicalApplicationValue(*known, text);
    QVERIFY2(value.ok(), value.ok() ? "" : qPrintable(value.error().text()));
    QCOMPARE(*value, canonical);
    QCOMPARE(*canonicalApplicationValue(*known, canonical), canonical);
}

void ApplicationKeysTest::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* key, const char* text, const char* message) {
        QTest::addRow("%s=%s", key, text)
            << QString::fromLatin1(key) << QString::fromLatin1(text) << QString::fromLatin1(message);
    };
    for (const char* key :
        {"Disable", "KillOldSession", "Persistent", "ForceCredentials", "EnableRouteMode", "DisableEx"}) {
        row(key, "2", "\"2\" is not 0 or 1; write 1 for on, 0 for off");
        row(key, "yes", "\"yes\" is not 0 or 1; write 1 for on, 0 for off");
        row(key, " ", "has no value; write one or remove the key");
    }
    row("NameResolution", "P", "\"P\" is not one of L, R; write one of them");
    row("NameResolutionForLocalHost", "R", "\"R\" is not one of L, P, E; write one of them");
    row("ControlChannel", "udp", "\"udp\" is not one of Wsp.udp, Wsp.tcp; write one of them");
    for (const char* key : {"LocalBindTcpPorts", "LocalBindUdpPorts", "RemoteBindTcpPorts", "RemoteBindUdpPorts",
             "ServerBindTcpPorts", "DontRemoteOutboundTcpPorts", "DontRemoteOutboundUdpPorts"}) {
        row(key, "65536",
            "\"65536\" is not a port or a range of ports; write numbers from 0 to 65535 such as 7000-7022, 7100");
        row(key, "9-7", "\"9-7\" ends before it begins; write the smaller port first");
    }
    const char* notPorts
        = "\"%1\" is not a port or a range of ports; write numbers from 0 to 65535 such as 7000-7022, 7100";
    for (const char* item : {"-", "-5", "5-", "1-2-3", "+5", "5x", "000001", "1 2", "0x10"})
        row("LocalBindTcpPorts", item, qPrintable(QString::fromLatin1(notPorts).arg(QLatin1StringView(item))));
    row("LocalBindTcpPorts", "1,,2", "has nothing where a port is expected; remove the extra comma");
    row("LocalBindTcpPorts", "0-5", "\"0-5\" begins with 0, which means any port; write 0 alone");
    const char* notPairs = "\"%1\" is not port:address; write pairs such as 80:192.0.2.10, 82:192.0.2.11";
    for (const char* item : {"192.0.2.1", "80", "80:", ":192.0.2.1", "80:name", "65536:192.0.2.1"})
        row("ProxyBindIp", item, qPrintable(QString::fromLatin1(notPairs).arg(QLatin1StringView(item))));
    row("ProxyBindIp", "80:192.0.2.1,80:192.0.2.1", "port 80 stands twice; give each port one address");
    const char* noServer = "\"%1\" names no server; write i:ADDRESS or n:NAME, such as i:192.0.2.1 or n:branch-a";
    for (const char* item : {"branch-b", "i:", "n:", "i:branch-b", "n:a b", "x:1.2.3.4", "n:10.0.0.300"})
        row("ForceProxy", item, qPrintable(QString::fromLatin1(noServer).arg(QLatin1StringView(item))));
}

void ApplicationKeysTest::refuses()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, message);
    const Result<QString> value = canonicalApplicationValue(*applicationKeyFromName(key), text);
    QVERIFY(!value.ok());
    QCOMPARE(value.error().subject, key);
    QCOMPARE(value.error().detail, message);
}

void ApplicationKeysTest::everyKeyIsTriedBothWays()
{
    // No key takes an empty value, a bracket or a line break: nothing may break out of its line in the file.
    for (const ApplicationKeySpec& spec : applicationKeySpecs()) {
        for (const QString& text :
            {QString(), QStringLiteral("1\r\n[x]"), QStringLiteral("]"), QStringLiteral("\u0661")})
            QVERIFY2(!canonicalApplicationValue(spec.key, text).ok(), spec.name.data());
    }
}

QTEST_APPLESS_MAIN(ApplicationKeysTest)
#include "test_applicationkeys.moc"
