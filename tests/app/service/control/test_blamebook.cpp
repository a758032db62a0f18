// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/blamebook.h"
#include "tests/app/service/control/controlrig.h"

#include <QTest>

using namespace sallyport;

namespace
{
const QString icq = QStringLiteral("client.applications[icq]");
const QString icqDisable = QStringLiteral("client.applications[icq].Disable");
} // namespace

// Who made a place of the policy in force what it is.
class TestBlameBook : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_rig.reset(); }

    void theLastOneToChangeAPlace();
    void aNewNameIsTheSameEntry();
    void anEntryMadeAnewIsNew();
    void whatNobodyChangedIsFromTheStart();
    void newRevisionsAreCaughtUpWith();
    void lookingEndsSomewhere();
    void catchingUpEndsInTime();
    void nothingStandsThere_data();
    void nothingStandsThere();

private:
    RevisionNumber apply(const Policy& policy);
    RevisionNumber blamed(const QString& path);

    std::unique_ptr<ControlRig> m_rig;
    std::unique_ptr<BlameBook> m_book;
    Revision m_head;
    Policy m_policy;
};

void TestBlameBook::init()
{
    m_rig = std::make_unique<ControlRig>();
    m_book = std::make_unique<BlameBook>();
    m_head = *m_rig->policies->head();
    m_policy = *m_rig->policies->policy(m_head.number);
}

RevisionNumber TestBlameBook::apply(const Policy& policy)
{
    m_head = *m_rig->policies->apply(m_head.number, policy, QStringLiteral("anna"), QString(),
        m_rig->clock.time + std::chrono::seconds(m_head.number));
    m_policy = policy;
    return m_head.number;
}

// 0: it was not found as far as was looked.
RevisionNumber TestBlameBook::blamed(const QString& path)
{
    const auto answer = m_book->ask(*m_rig->policies, m_head, m_policy, path);
    if (!answer)
        qFatal("%s", qPrintable(answer.error().text()));
    return answer->revision ? answer->revision->number : 0;
}

void TestBlameBook::theLastOneToChangeAPlace()
{
    const RevisionNumber added = apply(withEntry(m_policy, QStringLiteral("icq")));
    Policy policy = m_policy;
    policy.client.applications.last().setValue(ApplicationKey::DisableEx, QStringLiteral("1"));
    const RevisionNumber more = apply(policy);
    policy.filters.socks.port = 1081;
    const RevisionNumber socks = apply(policy);
    apply(withEntry(policy, QStringLiteral("aim")));
    QCOMPARE(blamed(icqDisable), added);
    QCOMPARE(blamed(icq), more);
    QCOMPARE(blamed(icq + QStringLiteral(".DisableEx")), more);
    QCOMPARE(blamed(QStringLiteral("filters.socks.port")), socks);
    QCOMPARE(blamed(QStringLiteral("filters")), socks);
    QCOMPARE(blamed(QStringLiteral("filters.socks.enabled")), RevisionNumber(1));
    // Names of programs are one whatever their case.
    QCOMPARE(blamed(QStringLiteral("client.applications[ICQ].Disable")), added);
}

void TestBlameBook::aNewNameIsTheSameEntry()
{
    const RevisionNumber added = apply(withEntry(m_policy, QStringLiteral("icq")));
    Policy policy = m_policy;
    policy.client.applications.last().name = QStringLiteral("icq6");
    const RevisionNumber renamed = apply(policy);
    QCOMPARE(blamed(QStringLiteral("client.applications[icq6].Disable")), added);
    QCOMPARE(blamed(QStringLiteral("client.applications[icq6]")), renamed);
}

void TestBlameBook::anEntryMadeAnewIsNew()
{
    const Policy without = m_policy;
    apply(withEntry(without, QStringLiteral("icq")));
    apply(without);
    const RevisionNumber again = apply(withEntry(without, QStringLiteral("icq")));
    apply(withEntry(m_policy, QStringLiteral("aim")));
    QCOMPARE(blamed(icqDisable), again);
}

void TestBlameBook::whatNobodyChangedIsFromTheStart()
{
    apply(withEntry(m_policy, QStringLiteral("icq")));
    for (const char* path : {"server.name", "listeners", "client.port", "localAddresses", "unmatched"})
        QCOMPARE(blamed(QLatin1StringView(path)), RevisionNumber(1));
}

void TestBlameBook::newRevisionsAreCaughtUpWith()
{
    const RevisionNumber added = apply(withEntry(m_policy, QStringLiteral("icq")));
    QCOMPARE(blamed(icqDisable), added);
    Policy policy = m_policy;
    policy.client.applications.last().setValue(ApplicationKey::Disable, QStringLiteral("0"));
    const RevisionNumber changed = apply(policy);
    apply(withEntry(policy, QStringLiteral("aim")));
    QCOMPARE(blamed(icqDisable), changed);
    QCOMPARE(blamed(QStringLiteral("server.name")), RevisionNumber(1));
}

void TestBlameBook::lookingEndsSomewhere()
{
    BlameBook::Limits limits;
    limits.revisions = 3;
    m_book = std::make_unique<BlameBook>(limits);
    for (int i = 0; i < 8; ++i)
        apply(withEntry(m_policy, QStringLiteral("program%1").arg(i)));
    auto answer = m_book->ask(*m_rig->policies, m_head, m_policy, QStringLiteral("server.name"));
    QVERIFY(answer && !answer->revision);
    QCOMPARE(answer->unchangedSince, m_head.number - 3);
    // Asked again it goes on from there.
    answer = m_book->ask(*m_rig->policies, m_head, m_policy, QStringLiteral("server.name"));
    QCOMPARE(answer->unchangedSince, m_head.number - 6);
    QCOMPARE(blamed(QStringLiteral("server.name")), RevisionNumber(1));
}

void TestBlameBook::catchingUpEndsInTime()
{
    BlameBook::Limits limits;
    limits.time = std::chrono::milliseconds(-1); // is over at once
    m_book = std::make_unique<BlameBook>(limits);
    apply(withEntry(m_policy, QStringLiteral("icq")));
    QCOMPARE(blamed(icqDisable), RevisionNumber(0));
    Policy policy = m_policy;
    policy.client.applications.last().setValue(ApplicationKey::Disable, QStringLiteral("0"));
    apply(policy);
    apply(withEntry(policy, QStringLiteral("aim")));
    const auto answer = m_book->ask(*m_rig->policies, m_head, m_policy, icqDisable);
    QVERIFY(answer && !answer->revision);
    QCOMPARE(answer->unchangedSince, m_head.number);
}

void TestBlameBook::nothingStandsThere_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path : {"", "client.applications[nobody]", "client.applications[icq].DisableEx",
             "client.applications[", "client.applications[icq", "client.applications[icq]x", "nonsense", "filt",
             "localAddresses[x]", "localDomainsX"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestBlameBook::nothingStandsThere()
{
    QFETCH(QString, path);
    apply(withEntry(m_policy, QStringLiteral("icq")));
    const auto answer = m_book->ask(*m_rig->policies, m_head, m_policy, path);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::NotFound);
}

QTEST_MAIN(TestBlameBook)
#include "test_blamebook.moc"
