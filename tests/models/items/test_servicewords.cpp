// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/items/servicesmodel.h"
#include "models/items/servicewords.h"
#include "tests/models/items/brackets.h"

#include <QCoreApplication>
#include <QTest>

using namespace sallyport;

namespace
{

ServiceStatus stopped(const QString& detail, Fault fault = Fault::None, const QStringList& arguments = {})
{
    return {ServiceName::Socks, ServiceState::Stopped, {}, {}, detail, 0, fault, arguments};
}

ServiceStatus waiting(const QString& detail, Fault fault = Fault::None, const QStringList& arguments = {})
{
    return {ServiceName::Socks, ServiceState::Failed, {}, {}, detail, 0, fault, arguments};
}

} // namespace

class TestServiceWords : public QObject
{
    Q_OBJECT

private slots:
    void reasonsAreTranslated();
    void olderServicesAreUnderstood();
    void nothingIsHidden();
    void portsThatAreTakenAreKnown();
    void theListSaysTheSame();
};

void TestServiceWords::reasonsAreTranslated()
{
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const ServiceStatus by = stopped(QStringLiteral("stopped by anna"), Fault::StoppedBy, {QStringLiteral("anna")});
    QCOMPARE(texts::whyStopped(by, true), QStringLiteral("[stopped by anna]"));
    QCOMPARE(texts::whyStopped(by, false), QStringLiteral("[off in the policy]"));
    QCOMPARE(texts::serviceRemark(by), QStringLiteral("[stopped by anna]"));
    const ServiceStatus taken = waiting(QStringLiteral("0.0.0.0:80 is in use by another program; trying again"),
        Fault::ListenTaken, {QStringLiteral("0.0.0.0:80")});
    QCOMPARE(texts::whyWaiting(taken), QStringLiteral("[0.0.0.0:80 is in use by another program]"));
    QCOMPARE(texts::serviceRemark(taken), QStringLiteral("[waits: [0.0.0.0:80 is in use by another program]]"));
    QCoreApplication::removeTranslator(&brackets);
}

// They told their reasons in English alone.
void TestServiceWords::olderServicesAreUnderstood()
{
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    QCOMPARE(texts::whyStopped(stopped(QStringLiteral("stopped by an operator")), true),
        QStringLiteral("[stopped by an operator]"));
    QCOMPARE(texts::whyStopped(stopped(QStringLiteral("stopped by bert")), true), QStringLiteral("[stopped by bert]"));
    QCOMPARE(texts::serviceRemark(stopped(QStringLiteral("switched off by policy"))),
        QStringLiteral("[switched off by policy]"));
    QCOMPARE(texts::whyStopped(stopped(QStringLiteral("the moon")), true), QStringLiteral("[stopped (the moon)]"));
    QCOMPARE(texts::whyStopped(stopped({}), true), QStringLiteral("[stopped]"));
    QCOMPARE(texts::whyWaiting(waiting(QStringLiteral("0.0.0.0:80: not permitted; trying again"))),
        QStringLiteral("0.0.0.0:80: not permitted"));
    QCoreApplication::removeTranslator(&brackets);
}

void TestServiceWords::nothingIsHidden()
{
    const QString reordering = QStringLiteral("anna\u202Etxt");
    for (const ServiceStatus& status : {stopped(QString(u"stopped by " + reordering), Fault::StoppedBy, {reordering}),
             stopped(QString(u"stopped by " + reordering)), stopped(reordering), waiting(reordering),
             waiting(reordering, Fault::ListenFailed, {reordering, reordering})}) {
        const QString said = texts::whyStopped(status, true) + texts::whyWaiting(status) + texts::serviceRemark(status);
        QVERIFY2(said.contains(QStringLiteral("anna")) && !said.contains(QChar(0x202E)), qPrintable(said));
    }
}

void TestServiceWords::portsThatAreTakenAreKnown()
{
    QVERIFY(texts::portIsTaken(waiting({}, Fault::ListenTaken, {QStringLiteral("0.0.0.0:80")})));
    QVERIFY(
        !texts::portIsTaken(waiting(QStringLiteral("in use"), Fault::ListenForbidden, {QStringLiteral("0.0.0.0:80")})));
    QVERIFY(texts::portIsTaken(waiting(QStringLiteral("0.0.0.0:80: Address already in use"))));
    QVERIFY(!texts::portIsTaken(waiting(QStringLiteral("0.0.0.0:80: Permission denied"))));
}

void TestServiceWords::theListSaysTheSame()
{
    ServicesModel model;
    const ServiceStatus status = stopped(QStringLiteral("stopped by anna"), Fault::StoppedBy, {QStringLiteral("anna")});
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    model.setRows({status});
    QCOMPARE(model.index(0, ServicesModel::Detail).data().toString(), QStringLiteral("[stopped by anna]"));
    QCoreApplication::removeTranslator(&brackets);
}

QTEST_GUILESS_MAIN(TestServiceWords)
#include "test_servicewords.moc"
