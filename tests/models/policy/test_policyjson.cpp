// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"
#include "tests/models/policy/policydata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sallyport;

class PolicyJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void matchesGoldenFile();
    void roundTripsEveryField();
    void defaultFileIsDefaultPolicy();
    void schemaNamesEveryMember();
    void schemaNamesEveryKey();
    void problemsNameValueAndLine();
    void applicationRoundTrips();
    void applicationErrorsStartAtTheGivenPath();
    void tenThousandEntriesRoundTrip();
};

static QString resource(const char* name)
{
    return QStringLiteral(SALLYPORT_SOURCE "/resources/policy/") + QLatin1StringView(name);
}

void PolicyJsonTest::matchesGoldenFile()
{
    QCOMPARE(
        policyToJsonText(test::richPolicy()), test::readFile(test::dataPath(QStringLiteral("policy/golden.json"))));
}

void PolicyJsonTest::roundTripsEveryField()
{
    const Policy policy = test::richPolicy();
    QVERIFY(!hasErrors(validate(policy)));
    const Result<Policy> read = policyFromJson(policyToJson(policy));
    QVERIFY(read.ok());
    QVERIFY(*read == policy);
}

void PolicyJsonTest::defaultFileIsDefaultPolicy()
{
    const Result<Policy> read = policyFromJsonText(test::readFile(resource("default.json")));
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().text()));
    QVERIFY(*read == defaultPolicy(QStringLiteral("sallyport")));
    QCOMPARE(test::readFile(resource("default.json")), policyToJsonText(*read));
}

// Walks schema and value side by side: each object's members are those the schema requires, and no others.
static void compareWithSchema(const QJsonObject& root, QJsonObject schema, const QJsonValue& value, const QString& path)
{
    if (schema.contains(QStringLiteral("$ref"))) {
        const QString name = schema.value(QStringLiteral("$ref")).toString().section(QLatin1Char('/'), -1);
        schema = root.value(QStringLiteral("$defs")).toObject().value(name).toObject();
    }
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        for (const QJsonValue& item : items)
            compareWithSchema(
                root, schema.value(QStringLiteral("items")).toObject(), item, path + QStringLiteral("[]"));
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    QCOMPARE(schema.value(QStringLiteral("additionalProperties")), QJsonValue(false));
    QStringList required;
    for (const QJsonValue& name : schema.value(QStringLiteral("required")).toArray())
        required.append(name.toString());
    required.sort();
    QVERIFY2(object.keys() == required, qPrintable(path));
    QVERIFY2(properties.keys() == required, qPrintable(path));
    for (const QString& name : object.keys())
        compareWithSchema(root, properties.value(name).toObject(), object.value(name), path + QLatin1Char('.') + name);
}

void PolicyJsonTest::schemaNamesEveryMember()
{
    const QJsonObject schema = QJsonDocument::fromJson(test::readFile(resource("policy.schema.json"))).object();
    QVERIFY(!schema.isEmpty());
    compareWithSchema(schema, schema, policyToJson(test::richPolicy()), QString());
}

void PolicyJsonTest::schemaNamesEveryKey()
{
    const QJsonObject schema = QJsonDocument::fromJson(test::readFile(resource("policy.schema.json"))).object();
    const QJsonObject defs = schema.value(QStringLiteral("$defs")).toObject();
    QStringList listed;
    for (const QJsonValue& name :
        defs.value(QStringLiteral("applicationKey")).toObject().value(QStringLiteral("enum")).toArray())
        listed.append(name.toString());
    QStringList known;
    for (const ApplicationKeySpec& spec : applicationKeySpecs())
        known.append(spec.name);
    QCOMPARE(listed, known);
}

void PolicyJsonTest::problemsNameValueAndLine()
{
    QList<Problem> problems;
    QJsonObject json = policyToJson(test::richPolicy());
    json.insert(QStringLiteral("unmatched"), QStringLiteral("perhaps"));
    QVERIFY(!policyFromJson(json, &problems).ok());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().value, QStringLiteral("\"perhaps\""));

    problems.clear();
    QVERIFY(!policyFromJsonText("{\n\n\"format\" 1}", &problems).ok());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().line, 3);
}

void PolicyJsonTest::applicationRoundTrips()
{
    for (const ApplicationEntry& entry : test::richPolicy().client.applications) {
        const Result<ApplicationEntry> read = applicationFromJson(applicationToJson(entry), QStringLiteral("x"));
        QVERIFY(read.ok());
        QVERIFY(*read == entry);
    }
}

void PolicyJsonTest::applicationErrorsStartAtTheGivenPath()
{
    QList<Problem> problems;
    const Result<ApplicationEntry> read
        = applicationFromJson({{QStringLiteral("id"), 1}}, QStringLiteral("objects[7]"), &problems);
    QVERIFY(!read.ok());
    QStringList paths;
    for (const Problem& problem : problems)
        paths.append(problem.error.subject);
    QCOMPARE(paths,
        QStringList({QStringLiteral("objects[7].id"), QStringLiteral("objects[7].name"),
            QStringLiteral("objects[7].settings")}));
}

void PolicyJsonTest::tenThousandEntriesRoundTrip()
{
    Policy policy = defaultPolicy(QStringLiteral("branch-a"));
    for (int i = 0; i < 10000; ++i) {
        policy.client.applications.append({QStringLiteral("id%1").arg(i), QStringLiteral("program%1").arg(i),
            {{ApplicationKey::Disable, QStringLiteral("1")}}});
    }
    const Result<Policy> read = policyFromJsonText(policyToJsonText(policy));
    QVERIFY(read.ok());
    QVERIFY(*read == policy);
    QVERIFY(validate(policy).isEmpty());
}

QTEST_APPLESS_MAIN(PolicyJsonTest)
#include "test_policyjson.moc"
