// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/importdocument.h"
#include "models/policy/validate.h"
#include "tests/casefile.h"

#include <algorithm>

using namespace sallyport;

// Values and lists as people write them into client files and address tables: tests/data/ini/values.
class TestValueCorpus : public QObject
{
    Q_OBJECT

private slots:
    void values_data() { add("ini/values/cases", 4, 158); }
    void values();
    void ranges_data() { add("ini/values/ranges", 3, 70); }
    void ranges();

private:
    static void add(const char* file, qsizetype cells, qsizetype least);
};

namespace
{

const QByteArray before("nothing");
const QByteArray said(" (said)");

// The value that the policy holds of a key.
QByteArray held(const Policy& policy, const QByteArray& key)
{
    if (key == "Port")
        return QByteArray::number(policy.client.port);
    if (key == "LocalDomains")
        return policy.localDomains.join(u' ').toUtf8();
    const ApplicationEntry* entry = policy.client.application(QStringLiteral("x"));
    const auto known = applicationKeyFromName(QString::fromLatin1(key));
    return entry && known ? entry->value(*known).value_or(QString()).toUtf8() : QByteArray();
}

} // namespace

void TestValueCorpus::add(const char* file, qsizetype cells, qsizetype least)
{
    QTest::addColumn<QList<QByteArray>>("cells");
    const auto cases = testing::readCases(file, cells);
    QVERIFY2(cases.size() >= least, "the table is shorter than it was");
    for (const QList<QByteArray>& one : cases)
        QTest::newRow(one.first().constData()) << one.mid(1);
}

void TestValueCorpus::values()
{
    QFETCH(QList<QByteArray>, cells);
    const auto& [key, value, expected] = std::tie(cells[0], cells[1], cells[2]);
    const QByteArray section = key == "Port" || key == "LocalDomains" ? "[Common]\n" : "[x]\n";
    Policy policy = defaultPolicy(QStringLiteral("gate"));
    policy.client.port = 1700;
    const Imported imported = importDocument(ImportFormat::ClientIni, policy, section + key + '=' + value + '\n');
    QVERIFY(!imported.failure);
    if (expected == "left" || expected.endsWith(said)) {
        QVERIFY(!hasErrors(imported.problems));
        // It names the line and what to write instead.
        QVERIFY2(std::any_of(imported.problems.begin(), imported.problems.end(),
                     [](const Problem& one) {
                         return one.error.subject.startsWith(QStringLiteral("line 2")) && !one.error.detail.isEmpty();
                     }),
            held(imported.policy, key).constData());
        QCOMPARE(held(imported.policy, key), expected == "left" ? held(policy, key) : expected.chopped(said.size()));
        return;
    }
    if (key != "LocalDomains" && expected != before) {
        for (const Problem& problem : imported.problems)
            QVERIFY2(!problem.error.subject.startsWith(QStringLiteral("line ")), qPrintable(problem.error.text()));
    }
    for (const Problem& problem : imported.problems)
        QVERIFY2(problem.severity != Severity::Error, qPrintable(problem.error.text()));
    QCOMPARE(held(imported.policy, key), expected == before ? held(policy, key) : expected);
}

void TestValueCorpus::ranges()
{
    QFETCH(QList<QByteArray>, cells);
    const Policy policy = defaultPolicy(QStringLiteral("gate"));
    const Imported imported = importDocument(ImportFormat::AddressTable, policy, "192.0.2.200\n" + cells.at(0) + '\n');
    QVERIFY(!imported.failure);
    QCOMPARE(hasErrors(imported.problems), cells.at(1) == "error");
    if (cells.at(1) == "error") {
        QCOMPARE(imported.problems.constFirst().line, 2);
        return;
    }
    QByteArrayList found;
    for (const AddressRange& range : imported.policy.localAddresses)
        found.append(range.first.toString().toLatin1() + '-' + range.last.toString().toLatin1());
    found.removeOne("192.0.2.200-192.0.2.200");
    QCOMPARE(found.isEmpty() ? before : found.join(' '), cells.at(1));
}

QTEST_GUILESS_MAIN(TestValueCorpus)
#include "test_valuecorpus.moc"
