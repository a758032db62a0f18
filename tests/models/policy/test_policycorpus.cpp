// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"
#include "tests/models/policy/policydata.h"

#include <QTest>

using namespace sallyport;

// Every file of tests/data/policy/good is read, valid, and the same after another round trip. Every file of bad/ yields
// exactly the errors of the ".expected" file beside it, a line each: "code path: detail".
class PolicyCorpusTest : public QObject
{
    Q_OBJECT

private slots:
    void good_data();
    void good();
    void bad_data();
    void bad();
};

static void addFiles(const QString& folder)
{
    QTest::addColumn<QString>("path");
    const QDir dir(test::dataPath(folder));
    const QFileInfoList files = dir.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo& file : files)
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

static QString listing(const QList<Problem>& problems)
{
    QString text;
    for (const Problem& problem : problems) {
        if (problem.severity == Severity::Error)
            text
                += QString(errorWord(problem.error.code) + QLatin1Char(' ') + problem.error.text() + QLatin1Char('\n'));
    }
    return text;
}

void PolicyCorpusTest::good_data()
{
    addFiles(QStringLiteral("policy/good"));
}

void PolicyCorpusTest::good()
{
    QFETCH(QString, path);
    QList<Problem> problems;
    const Result<Policy> policy = policyFromJsonText(test::readFile(path), &problems);
    QCOMPARE(listing(problems), QString());
    QVERIFY(policy.ok());
    QCOMPARE(listing(validate(*policy)), QString());

    const Result<Policy> again = policyFromJsonText(policyToJsonText(*policy));
    QVERIFY(again.ok());
    QVERIFY(*again == *policy);
    QCOMPARE(policyToJsonText(*again), policyToJsonText(*policy));
}

void PolicyCorpusTest::bad_data()
{
    addFiles(QStringLiteral("policy/bad"));
}

void PolicyCorpusTest::bad()
{
    QFETCH(QString, path);
    QList<Problem> problems;
    const Result<Policy> policy = policyFromJsonText(test::readFile(path), &problems);
    if (policy.ok())
        problems = validate(*policy);
    else
        QCOMPARE(policy.error(), problems.first().error);
    QVERIFY(hasErrors(problems));
    for (const Problem& problem : std::as_const(problems)) {
        QVERIFY2(problem.error.fault != Fault::None, qPrintable(problem.error.text()));
        QCOMPARE(problem.error.arguments.size(), argumentCount(problem.error.fault));
    }
    QFile expected(QString(path).replace(QLatin1StringView(".json"), QLatin1StringView(".expected")));
    // SALLYPORT_RECORD=1 writes what the reader says now, for a person to read before it is committed.
    if (qEnvironmentVariableIsSet("SALLYPORT_RECORD")) {
        QVERIFY(expected.open(QIODevice::WriteOnly));
        expected.write(listing(problems).toUtf8());
        return;
    }
    QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
    QCOMPARE(listing(problems), QString::fromUtf8(expected.readAll()));
}

QTEST_APPLESS_MAIN(PolicyCorpusTest)
#include "test_policycorpus.moc"
