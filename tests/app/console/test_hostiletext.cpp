// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/style/labels.h"
#include "models/base/visibletext.h"
#include "models/control/messages.h"
#include "tests/app/console/consolerig.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;

namespace
{

// What a program, user, computer, server or administrator may be called by somebody who wants to lie on a screen.
const QString hostile = QString::fromUtf8("a%1%2%3\u202eb\u200bc\u2028d\x1b[2Je\x07"
                                          "f\nforged\rg");

// Spaces of a locale's numbers and line ends of our own texts are no lie.
bool lies(const QString& text)
{
    const QString rest = QString(text).remove(u'\u00a0').remove(u'\u202f').remove(u'\n').remove(u'\t');
    // A sentence that was filled in twice has places of names filled, or its own left.
    static const QRegularExpression place(QStringLiteral("%L?[1-9]"));
    if (QString(text).remove(QStringLiteral("%1%2%3")).contains(place))
        return true;
    return visibleText(rest) != rest || text.contains(QStringLiteral("\nforged"));
}

class Sweep
{
public:
    // Everything that the windows of the program show, tell or would show when pointed at.
    Sweep()
    {
        const QWidgetList widgets = QApplication::allWidgets();
        for (const QWidget* widget : widgets)
            look(widget);
    }
    QStringList found;
    int named = 0; // texts in which the name stands, written out

private:
    void take(const QObject* of, const QString& text)
    {
        if (lies(text))
            found.append(
                QStringLiteral("%1 %2: %3")
                    .arg(QLatin1StringView(of->metaObject()->className()), of->objectName(), visibleText(text)));
        named += text.contains(QStringLiteral("U+202E")) ? 1 : 0;
    }
    void look(const QWidget* widget)
    {
        for (const QString& text : {widget->windowTitle(), widget->toolTip(), widget->accessibleName(),
                 widget->accessibleDescription(), widget->statusTip()})
            take(widget, text);
        // Tool tips guess as well; what they take for markup is ours, with every word of others escaped.
        static const QRegularExpression ours(QStringLiteral("^<p style=\"white-space: pre-wrap\">[^<>]*</p>$"));
        if (const QString tip = widget->toolTip(); Qt::mightBeRichText(tip) && !tip.contains(ours))
            found.append(QStringLiteral("%1 follows markup: %2").arg(widget->objectName(), tip));
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            look(label);
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            take(widget, button->text());
        for (const QAction* action : widget->actions()) {
            take(action, action->text());
            take(action, action->toolTip());
        }
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        if (view && view->model() && !qobject_cast<const QHeaderView*>(view))
            look(view, {});
    }
    void look(const QLabel* label)
    {
        take(label, label->text());
        if (label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
            found.append(QStringLiteral("%1 guesses its format: %2").arg(label->objectName(), label->text()));
    }
    void look(const QAbstractItemView* view, const QModelIndex& parent)
    {
        const QAbstractItemModel* model = view->model();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole),
                         static_cast<int>(Qt::AccessibleTextRole), static_cast<int>(Qt::AccessibleDescriptionRole)})
                    take(view, index.data(role).toString());
                if (column == 0)
                    look(view, index);
            }
        }
    }
};

QJsonObject listOf(const char* name, const QJsonObject& row)
{
    return {{QLatin1StringView(name), QJsonArray{row}}};
}

} // namespace

// Every place of the console, with names that nobody should be shown as they are.
class TestHostileText : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_rig.reset(); }
    void places_data();
    void places();
    void troublesOfTheLink();
    void somebodyElseApplied();
    void bothChangedTheSame();
    void reports();
    void toolTipsFollowNoMarkup();

private:
    void check(int least);

    std::unique_ptr<ConsoleRig> m_rig;
};

void TestHostileText::init()
{
    m_rig = std::make_unique<ConsoleRig>();
    FakeLink& link = *m_rig->link;
    const TimePoint time(std::chrono::seconds(1000));
    const IpAddress address = IpAddress::fromV4(0x0a000007);
    link.setWords(hostile, {ErrorCode::Unreachable, hostile, hostile});
    link.problems = {{Severity::Error, {ErrorCode::Database, hostile, hostile}, hostile, 0}};
    const ServiceStatus failed{ServiceName::Firewall, ServiceState::Failed, time, hostile, hostile, 1};
    link.answers.insert(QStringLiteral("services.list"), listOf("services", toJson(failed)));
    QJsonObject clients = listOf("clients", toJson(ClientFetch{hostile, address, hostile, 1, time, time}));
    clients.insert(QStringLiteral("current"),
        QJsonObject{{QStringLiteral("version"), QStringLiteral("v")}, {QStringLiteral("revision"), 1}});
    link.answers.insert(QStringLiteral("clients.list"), clients);
    link.answers.insert(QStringLiteral("audit.list"),
        listOf("records", toJson(AuditRecord{1, time, hostile, hostile, hostile, hostile, false})));
    link.answers.insert(
        QStringLiteral("policy.history"), listOf("revisions", toJson(Revision{2, 1, hostile, hostile, time, {}})));
    link.answers.insert(QStringLiteral("policy.diff"),
        listOf("changes",
            toJson(PolicyChange{ChangeKind::Changed, QStringLiteral("client.applications[%1].Disable").arg(hostile),
                hostile, hostile})));
    Policy policy = link.policy;
    ApplicationEntry entry{newObjectId(), hostile, {}};
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    entry.setValue(ApplicationKey::Persistent, QStringLiteral("1"));
    policy.client.applications.append(entry);
    policy.client.serverName = hostile;
    policy.client.webProxyName = hostile;
    policy.localDomains = {hostile};
    link.applyElsewhere(policy, hostile);
    link.head.comment = hostile;
    link.setState(ServerLink::State::Online);
    QTRY_COMPARE(m_rig->server().head().author, hostile);
    QTRY_VERIFY(m_rig->server().health().mark == Mark::Bad);
}

void TestHostileText::check(int least)
{
    const Sweep sweep;
    QVERIFY2(sweep.found.isEmpty(), qPrintable(sweep.found.join(u'\n')));
    QVERIFY2(sweep.named >= least, qPrintable(QString::number(sweep.named)));
}

void TestHostileText::places_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < static_cast<int>(NodeKind::Count); ++kind)
        QTest::newRow(qPrintable(ConsoleTreeModel::title(static_cast<NodeKind>(kind)))) << kind;
}

void TestHostileText::places()
{
    QFETCH(int, kind);
    const auto node = static_cast<NodeKind>(kind);
    m_rig->window->go({node, node == NodeKind::Root ? QString() : ConsoleRig::key()});
    if (node == NodeKind::Sessions) {
        SessionDelta delta;
        delta.reset = true;
        delta.sessions = {{1, SessionType::FirewallClient, hostile, hostile, IpAddress::fromV4(0x0a000007), hostile,
            TimePoint(std::chrono::seconds(1000))}};
        delta.connections = {{1, 1, hostile, {}, 443, TimePoint(std::chrono::seconds(1000)), 1, 1, 0, 0}};
        emit m_rig->link->sessionsChanged(delta);
        SessionsModel& model = m_rig->server().sessions();
        model.setExpanded(model.index(0, 0), true);
        for (auto* view : m_rig->window->pane()->findChildren<QAbstractItemView*>()) {
            if (view->model() == &model)
                view->setCurrentIndex(model.indexOfConnection(1));
        }
    }
    const auto views = m_rig->window->pane()->findChildren<QAbstractItemView*>();
    const auto firstOfAll = [&views] {
        for (QAbstractItemView* view : views) {
            if (view->model() && view->model()->rowCount() > 0 && !view->currentIndex().isValid())
                view->setCurrentIndex(view->model()->index(0, 0));
        }
    };
    // What the pane asked for has arrived once an answer asked for later has.
    bool answered = false;
    m_rig->link->call(QStringLiteral("status"), {}, this, [&answered](const Result<QJsonObject>&) { answered = true; });
    QTRY_VERIFY(answered);
    firstOfAll();
    answered = false;
    m_rig->link->call(QStringLiteral("status"), {}, this, [&answered](const Result<QJsonObject>&) { answered = true; });
    QTRY_VERIFY(answered);
    firstOfAll();
    check(3);
}

void TestHostileText::troublesOfTheLink()
{
    m_rig->window->go({NodeKind::Services, ConsoleRig::key()});
    m_rig->link->setState(ServerLink::State::Waiting);
    check(3);
}

void TestHostileText::somebodyElseApplied()
{
    m_rig->addEntry(hostile + u'2');
    check(3);
    Policy policy = m_rig->link->policy;
    policy.server.description = hostile;
    m_rig->link->applyElsewhere(policy, hostile);
    m_rig->link->head.comment = hostile;
    QTRY_VERIFY(m_rig->server().newer().has_value());
    check(3);
}

void TestHostileText::bothChangedTheSame()
{
    Policy policy = m_rig->server().draft().policy();
    policy.server.description = QStringLiteral("mine");
    m_rig->server().draft().change(QStringLiteral("edit"), policy);
    policy = m_rig->link->policy;
    policy.server.description = hostile;
    m_rig->link->applyElsewhere(policy, hostile + QStringLiteral("<b>bold</b>"));
    QTRY_VERIFY(m_rig->server().newer().has_value());
    m_rig->window->go({NodeKind::Server, ConsoleRig::key()});
    m_rig->window->merge();
    auto* dialog = m_rig->find<QDialog>("conflictDialog");
    QVERIFY(dialog);
    check(3);
    bool shown = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        if (!label->text().contains(QStringLiteral("<b>bold</b>")))
            continue;
        shown = true;
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(shown);
}

void TestHostileText::reports()
{
    m_rig->window->report({QStringLiteral("Not applied: ") + visibleText(hostile), Tone::Refused, {}});
    m_rig->window->report({QString(hostile).remove(QStringLiteral("forged")), Tone::Refused, {}});
    check(3);
    QVERIFY(m_rig->window->reportText().contains(QStringLiteral("<U+202E>")));
    m_rig->window->start(hostile);
    check(3);
    m_rig->window->about();
    check(3);
}

void TestHostileText::toolTipsFollowNoMarkup()
{
    const QString markup = QStringLiteral("<b>x</b><img src=\"/etc/hostname\">");
    m_rig->link->setWords(markup, {ErrorCode::Unreachable, markup, markup});
    m_rig->link->setState(ServerLink::State::Waiting);
    m_rig->window->report({markup, Tone::Refused, {}});
    m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
    auto* filter = m_rig->window->pane()->findChild<QLineEdit*>(QStringLiteral("filter"));
    QVERIFY(filter);
    filter->setText(QStringLiteral("<b>x</b>>"));
    check(0);
    const QString report = m_rig->find<QLabel>("report")->toolTip();
    QCOMPARE(QTextDocumentFragment::fromHtml(report).toPlainText(), markup);
    QVERIFY(Qt::mightBeRichText(report));
    // What is taken for plain is shown as it is written.
    QCOMPARE(plainTip(QStringLiteral("sent>1MB & more")), QStringLiteral("sent>1MB & more"));
    filter->setText(QStringLiteral("sent>1MB"));
    m_rig->window->pane()->findChild<QAction*>(QStringLiteral("keepFilter"))->trigger();
    auto* kept = m_rig->window->pane()->findChild<QToolButton*>(QStringLiteral("savedFilter"));
    QVERIFY(kept);
    QCOMPARE(kept->toolTip(), QStringLiteral("sent>1MB"));
}

QTEST_MAIN(TestHostileText)
#include "test_hostiletext.moc"
