// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/handout/handout.h"
#include "models/ini/clientini.h"

#include <QRegularExpression>
#include <QTest>

using namespace sallyport;

class HandOutTest : public QObject
{
    Q_OBJECT

private slots:
    void filesAreThoseOfThePolicy();
    void decidesByThePolicy();
    void tagsFollowTheBytes();
    void aBadPolicyIsRefused();
};

static Policy blocking(const char* program)
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.client.applications.append(
        {newObjectId(), QString::fromLatin1(program), {{ApplicationKey::Disable, QStringLiteral("1")}}});
    return policy;
}

void HandOutTest::filesAreThoseOfThePolicy()
{
    const Policy policy = blocking("msmsgs");
    const auto made = makeEnforcement(policy, 41);
    QVERIFY(made.ok());
    const Enforcement& enforcement = **made;
    QVERIFY(enforcement.policy == policy);
    QCOMPARE(enforcement.handOut.revision, std::uint64_t(41));
    QVERIFY(enforcement.handOut.mspclnt.contains("[msmsgs]\r\nDisable=1\r\n"));
    QCOMPARE(enforcement.handOut.msplat, writeLat(policy.localAddresses));
    QCOMPARE(enforcement.handOut.wspad, writeWspad(policy));
    QVERIFY(enforcement.handOut.pac.contains("FindProxyForURL"));
}

void HandOutTest::decidesByThePolicy()
{
    const auto made = makeEnforcement(blocking("msmsgs"), 1);
    QVERIFY(made.ok());
    Request request;
    request.application = "msmsgs.exe";
    QCOMPARE((*made)->compiled->decide(request, {}).reason, Reason::ApplicationDisabled);
}

void HandOutTest::tagsFollowTheBytes()
{
    const Policy policy = blocking("msmsgs");
    const auto first = makeEnforcement(policy, 1);
    const auto sameFiles = makeEnforcement(policy, 2);
    const auto other = makeEnforcement(blocking("icq"), 3);
    static const QRegularExpression strongTag(QStringLiteral("^\"[0-9a-f]{32}\"$"));
    QVERIFY(strongTag.match(QString::fromStdString((*first)->handOut.mspclntTag)).hasMatch());
    QCOMPARE((*first)->handOut.mspclntTag, (*sameFiles)->handOut.mspclntTag);
    QVERIFY((*first)->handOut.mspclntTag != (*other)->handOut.mspclntTag);
    QCOMPARE((*first)->handOut.msplatTag, (*other)->handOut.msplatTag);
    QVERIFY((*first)->handOut.msplatTag != (*first)->handOut.mspclntTag);
}

void HandOutTest::aBadPolicyIsRefused()
{
    Policy policy = blocking("msmsgs");
    policy.client.applications[0].settings[0].value = QStringLiteral("maybe");
    const auto made = makeEnforcement(policy, 1);
    QVERIFY(!made.ok());
    QCOMPARE(made.error().subject, QStringLiteral("client.applications[msmsgs].Disable"));
}

QTEST_APPLESS_MAIN(HandOutTest)
#include "test_handout.moc"
