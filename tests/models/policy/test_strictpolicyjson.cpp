// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policyjson.h"
#include "tests/models/policy/policydata.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace sallyport;

// Strictness at every place of the document, found by walking a policy that uses them all: a new object of the schema
// is covered without anybody thinking of it.
class StrictPolicyJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void refusesUnknownMembersEverywhere();
    void refusesMissingMembersEverywhere();
    void refusesOtherTypesEverywhere();
};

namespace
{

// Changes one object of the document; false when it has nothing (more) to change.
using Change = std::function<bool(QJsonObject& object, const QString& path)>;

// The document once for each object in it, with `change` made to that object alone.
void forEachObject(const QJsonValue& value, const QString& path, const Change& change,
    const std::function<void(const QJsonValue&)>& wrap, QStringList& visited)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            forEachObject(
                array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i), change,
                [&](const QJsonValue& item) {
                    QJsonArray changed = array;
                    changed.replace(i, item);
                    wrap(changed);
                },
                visited);
        }
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    QJsonObject changed = object;
    if (change(changed, path)) {
        visited.append(path);
        wrap(changed);
    }
    for (const QString& name : object.keys()) {
        forEachObject(
            object.value(name), path.isEmpty() ? name : QString(path + QLatin1Char('.') + name), change,
            [&](const QJsonValue& member) {
                QJsonObject outer = object;
                outer.insert(name, member);
                wrap(outer);
            },
            visited);
    }
}

QString member(const QString& path, const QString& name)
{
    return path.isEmpty() ? name : QString(path + QLatin1Char('.') + name);
}

QStringList subjects(const QList<Problem>& problems)
{
    QStringList all;
    for (const Problem& problem : problems)
        all.append(problem.error.subject);
    return all;
}

} // namespace

void StrictPolicyJsonTest::refusesUnknownMembersEverywhere()
{
    const QString surprise = QStringLiteral("surprise");
    QStringList visited;
    QString current;
    forEachObject(
        policyToJson(test::richPolicy()), {},
        [&](QJsonObject& object, const QString& path) {
            object.insert(surprise, true);
            current = path;
            return true;
        },
        [&](const QJsonValue& document) {
            QList<Problem> problems;
            QVERIFY2(!policyFromJson(document.toObject(), &problems).ok(), qPrintable(current));
            QCOMPARE(subjects(problems), QStringList{member(current, surprise)});
            QCOMPARE(problems.first().error.code, ErrorCode::UnknownWord);
        },
        visited);
    for (const char* place : {"", "server", "listeners", "listeners.webProxy", "client", "client.applications[0]",
             "client.applications[1].settings[0]", "localAddresses[0]", "filters", "filters.socks"})
        QVERIFY2(visited.contains(QLatin1StringView(place)), place);
}

void StrictPolicyJsonTest::refusesMissingMembersEverywhere()
{
    const QJsonObject whole = policyToJson(test::richPolicy());
    QStringList places;
    forEachObject(
        whole, {}, [](QJsonObject&, const QString&) { return true; }, [](const QJsonValue&) {}, places);
    for (const QString& place : places) {
        QStringList names;
        for (qsizetype i = 0; i == 0 || i < names.size(); ++i) {
            QStringList visited;
            forEachObject(
                whole, {},
                [&](QJsonObject& object, const QString& path) {
                    if (path != place)
                        return false;
                    names = object.keys();
                    object.remove(names.at(i));
                    return true;
                },
                [&](const QJsonValue& document) {
                    QList<Problem> problems;
                    const QString missing = member(place, names.at(i));
                    QVERIFY2(!policyFromJson(document.toObject(), &problems).ok(), qPrintable(missing));
                    QVERIFY2(subjects(problems).contains(missing), qPrintable(missing));
                },
                visited);
        }
    }
}

void StrictPolicyJsonTest::refusesOtherTypesEverywhere()
{
    const QJsonObject whole = policyToJson(test::richPolicy());
    QStringList places;
    forEachObject(
        whole, {}, [](QJsonObject&, const QString&) { return true; }, [](const QJsonValue&) {}, places);
    for (const QString& place : places) {
        QStringList names;
        for (qsizetype i = 0; i == 0 || i < names.size(); ++i) {
            QStringList visited;
            forEachObject(
                whole, {},
                [&](QJsonObject& object, const QString& path) {
                    if (path != place)
                        return false;
                    names = object.keys();
                    object.insert(names.at(i), QJsonValue::Null);
                    return true;
                },
                [&](const QJsonValue& document) {
                    QList<Problem> problems;
                    const QString wrong = member(place, names.at(i));
                    QVERIFY2(!policyFromJson(document.toObject(), &problems).ok(), qPrintable(wrong));
                    QVERIFY2(subjects(problems).contains(wrong), qPrintable(wrong));
                },
                visited);
        }
    }
}

QTEST_APPLESS_MAIN(StrictPolicyJsonTest)
#include "test_strictpolicyjson.moc"
