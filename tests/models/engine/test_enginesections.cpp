// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/engine.h"

#include <QTest>

using namespace sallyport;

// Which section of the client configuration speaks for a program: the special sections by whatever case they were
// written in, and never as programs of those names.
class EngineSectionsTest : public QObject
{
    Q_OBJECT

private slots:
    void commonConfigurationInAnyCase();
};

namespace
{

ApplicationEntry disabled(const QString& name)
{
    return {name, name, {{ApplicationKey::Disable, QStringLiteral("1")}}};
}

} // namespace

void EngineSectionsTest::commonConfigurationInAnyCase()
{
    for (const char* name : {"Common Configuration", "common configuration", "COMMON CONFIGURATION"}) {
        Policy policy = defaultPolicy(QStringLiteral("branch-a"));
        policy.client.applications = {disabled(QLatin1StringView(name))};
        const auto compiled = compile(policy);
        QVERIFY2(compiled.ok(), name);
        Request request;
        request.way = SessionType::FirewallClient;
        request.application = "curl.exe";
        const Decision decision = (*compiled)->decide(request, {});
        QCOMPARE(decision.verdict, Verdict::Deny);
        QCOMPARE(decision.reason, Reason::CommonConfigurationDisabled);
    }
}

QTEST_APPLESS_MAIN(EngineSectionsTest)
#include "test_enginesections.moc"
