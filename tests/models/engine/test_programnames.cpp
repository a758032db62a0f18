// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/engine.h"
#include "models/policy/programname.h"
#include "tests/casefile.h"

using namespace sallyport;

// How a name is spelled must not decide whether its program gets out.
class ProgramNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void spellings_data();
    void spellings();
};

void ProgramNamesTest::spellings_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("outcome");
    const auto cases = testing::readCases("programs/cases", 4);
    QVERIFY2(cases.size() >= 175, "the table is shorter than it was");
    for (const QList<QByteArray>& one : cases) {
        QVERIFY(QByteArrayList({"same", "refused", "other"}).contains(one.at(3)));
        QTest::newRow(one.at(0).constData()) << one.at(1) << one.at(2) << one.at(3);
    }
}

void ProgramNamesTest::spellings()
{
    QFETCH(QByteArray, program);
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, outcome);
    const QString name = QString::fromUtf8(entry);
    QCOMPARE(programKey(QString::fromUtf8(program)) == programKey(name), outcome == "same");
    QCOMPARE(programName(programName(QString::fromUtf8(program))), programName(QString::fromUtf8(program)));
    // As the service asks, a plain name by another way than others.
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    policy.client.applications
        = {{QStringLiteral("a"), programName(name), {{ApplicationKey::Disable, QStringLiteral("1")}}}};
    const auto compiled = compile(policy);
    QVERIFY2(compiled.ok(), compiled.ok() ? "" : qPrintable(compiled.error().text()));
    Request request;
    request.application = program.toStdString();
    const Decision decision = (*compiled)->decide(request, {});
    const bool blocked = outcome != "other";
    QCOMPARE(decision.reason == Reason::ApplicationDisabled, blocked);
    QCOMPARE(decision.verdict == Verdict::Deny, blocked || decision.reason == Reason::ProgramUnknown);
}

QTEST_APPLESS_MAIN(ProgramNamesTest)
#include "test_programnames.moc"
