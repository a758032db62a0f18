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
    void schemaAndReaderWantEveryMember();
    void schemaLimitsAreThoseOfValidate();
    void endlessProblemsEndInAnError();
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

// Every object of the value, by its path, so that a test can change each in turn.
static void collectObjects(const QJsonValue& value, const QString& path, QStringList& paths)
{
    if (value.isArray() && !value.toArray().isEmpty())
        collectObjects(value.toArray().first(), path + QStringLiteral("[0]"), paths);
    if (!value.isObject())
        return;
    paths.append(path);
    const QJsonObject object = value.toObject();
    for (const QString& name : object.keys())
        collectObjects(object.value(name), path.isEmpty() ? name : QString(path + QLatin1Char('.') + name), paths);
}

// The value with `change` made to the object at the path.
template <typename Change> static QJsonValue changed(const QJsonValue& value, QStringView path, const Change& change)
{
    if (path.isEmpty()) {
        QJsonObject object = value.toObject();
        change(object);
        return object;
    }
    if (path.startsWith(QLatin1StringView("[0]"))) {
        QJsonArray array = value.toArray();
        const QStringView rest = path.mid(3);
        array[0] = changed(array.first(), rest.startsWith(QLatin1Char('.')) ? rest.mid(1) : rest, change);
        return array;
    }
    qsizetype end = 0;
    while (end < path.size() && path.at(end) != QLatin1Char('.') && path.at(end) != QLatin1Char('['))
        ++end;
    const QString name = path.left(end).toString();
    const QStringView rest = path.mid(end);
    QJsonObject object = value.toObject();
    object.insert(name, changed(object.value(name), rest.startsWith(QLatin1Char('.')) ? rest.mid(1) : rest, change));
    return object;
}

// Without any one of its members, or with one more, the policy is refused at that place. compareWithSchema() has found
// the members to be the schema's.
void PolicyJsonTest::schemaAndReaderWantEveryMember()
{
    const QJsonObject json = policyToJson(test::richPolicy());
    QStringList objects;
    collectObjects(json, {}, objects);
    QVERIFY(objects.size() >= 9);
    int members = 0;
    for (const QString& path : std::as_const(objects)) {
        QStringList names;
        changed(json, path, [&names](QJsonObject& object) { names = object.keys(); });
        names.append(QStringLiteral("extra"));
        for (const QString& name : std::as_const(names)) {
            const QJsonValue other = changed(json, path, [&name](QJsonObject& object) {
                if (object.contains(name))
                    object.remove(name);
                else
                    object.insert(name, 1);
            });
            QList<Problem> problems;
            QVERIFY(!policyFromJson(other.toObject(), &problems).ok());
            QCOMPARE(problems.first().error.subject, path.isEmpty() ? name : QString(path + QLatin1Char('.') + name));
            ++members;
        }
    }
    QVERIFY(members >= 50);
}

// Walks the schema to every number with limits: both limits are accepted, one beyond is an error.
static void checkLimits(
    const QJsonObject& defs, QJsonObject schema, const QJsonObject& whole, const QString& path, int& checked)
{
    if (schema.contains(QStringLiteral("$ref")))
        schema = defs.value(schema.value(QStringLiteral("$ref")).toString().section(QLatin1Char('/'), -1)).toObject();
    const QJsonObject properties = schema.value(QStringLiteral("properties")).toObject();
    for (const QString& name : properties.keys()) {
        QJsonObject property = properties.value(name).toObject();
        const QString inner = path.isEmpty() ? name : QString(path + QLatin1Char('.') + name);
        checkLimits(defs, property, whole, inner, checked);
        if (property.contains(QStringLiteral("$ref")))
            property = defs.value(property.value(QStringLiteral("$ref")).toString().section(QLatin1Char('/'), -1))
                           .toObject();
        if (property.value(QStringLiteral("type")) != QJsonValue(QStringLiteral("integer")))
            continue;
        const int least = property.value(QStringLiteral("minimum")).toInt();
        const int most = property.value(QStringLiteral("maximum")).toInt();
        for (const int number : {least, most, least - 1, most + 1}) {
            const QJsonValue other = changed(whole, path, [&](QJsonObject& object) { object.insert(name, number); });
            const Result<Policy> policy = policyFromJson(other.toObject());
            QVERIFY(policy.ok());
            bool refused = false;
            for (const Problem& problem : validate(*policy))
                refused |= problem.error.subject == inner && problem.error.code == ErrorCode::OutOfRange;
            QVERIFY2(refused == (number < least || number > most), qPrintable(inner + QString::number(number)));
        }
        ++checked;
    }
}

void PolicyJsonTest::schemaLimitsAreThoseOfValidate()
{
    const QJsonObject schema = QJsonDocument::fromJson(test::readFile(resource("policy.schema.json"))).object();
    const QJsonObject defs = schema.value(QStringLiteral("$defs")).toObject();
    int checked = 0;
    checkLimits(defs, schema, policyToJson(test::richPolicy()), {}, checked);
    QCOMPARE(checked, 12);
}

void PolicyJsonTest::endlessProblemsEndInAnError()
{
    QJsonObject json = policyToJson(test::richPolicy());
    for (int i = 0; i < 20000; ++i)
        json.insert(QStringLiteral("unknown%1").arg(i), i);
    QList<Problem> problems;
    QVERIFY(!policyFromJson(json, &problems).ok());
    QCOMPARE(problems.size(), mostReaderProblems + 1);
    QCOMPARE(problems.last().error.code, ErrorCode::LimitExceeded);
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
