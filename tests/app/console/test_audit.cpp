// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/panes/listview.h"
#include "models/control/messages.h"
#include "models/items/auditmodel.h"
#include "tests/app/console/consolerig.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QtTest>

using namespace sallyport;

// The audit trail: found, read and followed.
class TestAudit : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_rig.reset(); }

    void aProgramIsFoundInARevisionOfMany();
    void whatHasTheFreeWidth();
    void theFilterIsCounted();
    void aRecordOpensWhatItSpeaksOf();
    void aFailureIsSaidAndTriedAgain();

private:
    QTreeView* list() const { return m_rig->inPane<QTreeView>("auditPaneList"); }
    QString inspector() const { return m_rig->inPane<QLabel>("inspector")->text(); }
    void select(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }

    std::unique_ptr<ConsoleRig> m_rig;
};

void TestAudit::init()
{
    m_rig = std::make_unique<ConsoleRig>();
    QStringList changes;
    for (int i = 0; i < 29; ++i)
        changes.append(QStringLiteral("client.applications[program%1] = Disable=1").arg(i));
    changes.append(QStringLiteral("client.applications[spotify] = Disable=1"));
    const TimePoint time(std::chrono::seconds(1000));
    const auto record = [&time](std::uint64_t number, const char* action, const QString& what) {
        AuditRecord made;
        made.number = number;
        made.time = time;
        made.who = QStringLiteral("root");
        made.from = QStringLiteral("local:uid=0");
        made.action = QLatin1StringView(action);
        made.what = what;
        return toJson(made);
    };
    m_rig->link->answers.insert(QStringLiteral("audit.list"),
        {{QStringLiteral("records"),
            QJsonArray{record(4, "services.control", QStringLiteral("stopped socks")),
                record(3, "sessions.disconnect", QStringLiteral("ended 1 connection of anna (icq.exe) to h:1: x")),
                record(2, "policy.apply", QStringLiteral("revision 1: ") + changes.join(QStringLiteral("; "))),
                record(1, "policy.apply", QStringLiteral("revision 7: client.port = 1746"))}}});
    m_rig->window->go({NodeKind::AuditTrail, ConsoleRig::key()});
    QTRY_COMPARE(list()->model()->rowCount(), 4);
}

void TestAudit::aProgramIsFoundInARevisionOfMany()
{
    m_rig->window->pane()->filterField()->setText(QStringLiteral("spotify"));
    QCOMPARE(list()->model()->rowCount(), 1);
    select(0);
    QVERIFY2(inspector().contains(QStringLiteral("+ spotify: Disable=1")), qPrintable(inspector()));
    QVERIFY2(!inspector().contains(QStringLiteral("client.applications")), qPrintable(inspector()));
    QVERIFY2(!inspector().contains(QStringLiteral("local:uid")), qPrintable(inspector()));
}

void TestAudit::whatHasTheFreeWidth()
{
    const QHeaderView* header = list()->header();
    for (int column = 0; column < AuditModel::ColumnCount; ++column)
        QVERIFY(column == AuditModel::What || header->sectionSize(column) < header->sectionSize(AuditModel::What));
}

void TestAudit::theFilterIsCounted()
{
    list()->selectionModel()->clear();
    m_rig->window->pane()->filterField()->setText(QStringLiteral("spotify"));
    QVERIFY2(inspector().contains(QStringLiteral("shown 1")), qPrintable(inspector()));
}

void TestAudit::aRecordOpensWhatItSpeaksOf()
{
    select(2);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_rig->window->place().kind, NodeKind::History);
    auto* revisions = m_rig->inPane<QTreeView>("historyPaneList");
    QTRY_COMPARE(revisions->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("1"));
    m_rig->window->back();
    select(1);
    emit m_rig->inPane<QLabel>("inspector")->linkActivated(QStringLiteral("open"));
    QCOMPARE(m_rig->window->place().kind, NodeKind::Sessions);
    m_rig->window->back();
    select(0);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_rig->window->place().kind, NodeKind::Services);
}

void TestAudit::aFailureIsSaidAndTriedAgain()
{
    m_rig->link->failures.insert(
        QStringLiteral("audit.list"), {ErrorCode::Io, QStringLiteral("records"), QStringLiteral("the disk is gone")});
    m_rig->window->pane()->refresh();
    auto* trouble = m_rig->inPane<QLabel>("trouble");
    QTRY_VERIFY2(trouble->text().contains(QStringLiteral("the disk is gone")), qPrintable(trouble->text()));
    QVERIFY(trouble->isVisible());
    m_rig->link->failures.clear();
    emit trouble->linkActivated(QStringLiteral("retry"));
    QTRY_VERIFY(!trouble->isVisible());
}

QTEST_MAIN(TestAudit)
#include "test_audit.moc"
