// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/palette.h"

#include "app/console/panes/listview.h"
#include "dialogs/firewallclient/applicationentrysheet.h"
#include "tests/app/console/consolerig.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QtTest>

using namespace sallyport;

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_ran.clear();
        open({});
    }
    void cleanup()
    {
        m_palette.reset();
        m_rig.reset();
    }

    void enterRunsWhatIsFound()
    {
        QTest::keyClicks(m_field, QStringLiteral("aud tr"));
        QCOMPARE(m_list->count(), 1);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{QStringLiteral("Audit Trail")});
        QVERIFY(!m_palette->isVisible());
    }

    void arrowsChoose()
    {
        QTest::keyClick(m_field, Qt::Key_Down);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{QStringLiteral("History")});
    }

    void theNameItselfComesFirst()
    {
        QTest::keyClicks(m_field, QStringLiteral("firewall client"));
        QCOMPARE(m_list->count(), 2);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{QStringLiteral("Firewall Client")});
    }

    void typingErrorsAreForgiven_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("letter missing") << QStringLiteral("histry") << QStringLiteral("History");
        QTest::newRow("letter too many") << QStringLiteral("auddit") << QStringLiteral("Audit Trail");
        QTest::newRow("swapped") << QStringLiteral("hsitory") << QStringLiteral("History");
        QTest::newRow("two words") << QStringLiteral("firewal cleint") << QStringLiteral("Firewall Clients");
        QTest::newRow("abbreviated") << QStringLiteral("nwent") << QStringLiteral("New Entry");
    }

    void typingErrorsAreForgiven()
    {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        m_field->setText(typed);
        QVERIFY(m_list->count() > 0);
        QCOMPARE(m_list->item(0)->text(), found);
    }

    void nothingFoundSaysWhatCanBeTyped()
    {
        QTest::keyClicks(m_field, QStringLiteral("zzz"));
        QCOMPARE(m_list->count(), 0);
        auto* nothing = m_palette->findChild<QLabel*>(QStringLiteral("nothingFound"));
        QVERIFY(nothing->isVisible());
        QVERIFY(nothing->text().contains(QStringLiteral("zzz")));
        QVERIFY(nothing->text().contains(QStringLiteral("users")));
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList());
        QVERIFY(m_palette->isVisible());
    }

    void recentChoicesComeFirst()
    {
        open({QStringLiteral("Audit Trail"), QStringLiteral("gone"), QStringLiteral("History")});
        QCOMPARE(m_list->item(0)->text(), QStringLiteral("Audit Trail"));
        QCOMPARE(m_list->item(1)->text(), QStringLiteral("History"));
        QCOMPARE(m_list->count(), 5);
    }

    void anythingIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("action") << QStringLiteral("apply") << QStringLiteral("Apply Changes");
        QTest::newRow("discard") << QStringLiteral("discard") << QStringLiteral("Discard Changes");
        QTest::newRow("appearance") << QStringLiteral("dark") << QStringLiteral("Dark");
        QTest::newRow("place") << QStringLiteral("sesions") << QStringLiteral("Sessions");
        QTest::newRow("in the policy") << QStringLiteral("zebra") << QStringLiteral("zebra");
        QTest::newRow("catalogue") << QStringLiteral("skype") << QStringLiteral("Block skype…");
        QTest::newRow("user") << QStringLiteral("wanda") << QStringLiteral("wanda");
        QTest::newRow("computer") << QStringLiteral("pc-17") << QStringLiteral("pc-17");
        QTest::newRow("host") << QStringLiteral("chat.example") << QStringLiteral("chat.example");
        QTest::newRow("address") << QStringLiteral("0.0.0.1") << QStringLiteral("0.0.0.1");
        QTest::newRow("whole words") << QStringLiteral("firewall client branch") << QStringLiteral("Firewall Client");
        QTest::newRow("live program") << QStringLiteral("frobnicate") << QStringLiteral("Block frobnicate…");
        QTest::newRow("its sessions") << QStringLiteral("sessions of frob") << QStringLiteral("Sessions of frobnicate");
    }

    void anythingIsFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        openInWindow();
        m_field->setText(typed);
        if (m_rig->link->subscriptions > 0)
            emit m_rig->link->sessionsChanged(sessions(1));
        QTRY_VERIFY(m_list->count() > 0 && m_list->item(0)->text() == first);
        QVERIFY(!m_list->item(0)->icon().isNull());
    }

    void whatIsChosenIsShown()
    {
        openInWindow();
        choose(QStringLiteral("zebra"));
        QCOMPARE(m_rig->window->place().kind, NodeKind::FirewallClient);
        auto* list = m_rig->window->pane()->findChild<ListView*>();
        QCOMPARE(list->selectedRows().size(), 1);
        QVERIFY(list->selectedRows().constFirst().data().toString().contains(QStringLiteral("zebra")));

        openInWindow();
        choose(QStringLiteral("wanda"));
        QCOMPARE(m_rig->window->place().kind, NodeKind::Sessions);
        QCOMPARE(m_rig->window->pane()->filterField()->text(),
            Filter::word(QStringLiteral("user"), QStringLiteral("wanda")));
        QCOMPARE(m_rig->window->pane()->filterField()->problem(), QString());

        openInWindow(); // who was chosen comes first, though the list was not looked through
        QCOMPARE(m_list->item(0)->text(), QStringLiteral("wanda"));
        choose(QStringLiteral("skype"));
        QTRY_VERIFY(m_rig->window->findChild<ApplicationEntrySheet*>());
        QCOMPARE(m_rig->window->findChild<ApplicationEntrySheet*>()
                     ->findChild<QLineEdit*>(QStringLiteral("application"))
                     ->text(),
            QStringLiteral("skype"));
    }

    // Actions are those of the window and the place; what a menu makes of a row or of columns is found there.
    void whatSpeaksOfARowStaysInItsMenu()
    {
        m_palette.reset();
        m_rig = std::make_unique<ConsoleRig>();
        m_rig->addEntry(QStringLiteral("zebra"));
        m_rig->window->go({NodeKind::FirewallClient, ConsoleRig::key()});
        m_rig->window->pane()->findChild<ListView*>()->selectAll();
        const auto texts = [this](const QString& typed) {
            m_field->setText(typed);
            QStringList found;
            for (int i = 0; i < m_list->count(); ++i)
                found.append(m_list->item(i)->text());
            return found;
        };
        auto* view = m_rig->find<QMenu>("viewMenu");
        emit view->aboutToShow(); // which fills in the columns of the list
        QVERIFY(!m_rig->find<QMenu>("columnsMenu")->isEmpty());
        openShown();
        QVERIFY(!m_rig->find<QMenu>("actionMenu")->findChildren<QAction*>(QStringLiteral("copyRows")).isEmpty());
        for (const char* typed : {"copy", "only this", "not this", "csv", "reset columns"}) {
            for (const QString& found : texts(QLatin1StringView(typed)))
                QVERIFY2(!found.contains(QLatin1StringView(typed), Qt::CaseInsensitive), qPrintable(found));
        }
        QVERIFY(texts(QStringLiteral("dark")).contains(QStringLiteral("Dark")));
        QVERIFY(texts(QStringLiteral("new entry")).value(0).startsWith(QStringLiteral("New Entry")));
        // A choice of the place is no row's, and is found by the name of its menu.
        m_palette.reset();
        m_rig->window->go({NodeKind::Sessions, ConsoleRig::key()});
        openShown();
        QVERIFY2(texts(QStringLiteral("group by")).contains(QStringLiteral("User name")),
            qPrintable(texts(QStringLiteral("group by")).join(u'|')));
    }

    void itWatchesSessionsOnlyWhileItIsOpen()
    {
        openInWindow();
        QCOMPARE(m_rig->link->subscriptions, 0);
        m_field->setText(QStringLiteral("x"));
        QCOMPARE(m_rig->link->subscriptions, 1);
        m_shown->reject();
        QTRY_COMPARE(m_rig->link->subscriptions, 0);
    }

    // With as much as there can be: what is typed finds the one, whether as it is or mistyped, and no more is shown
    // than can be looked through. How long that takes is measured by bench_console.
    void manyNamesAreFound()
    {
        m_rig = std::make_unique<ConsoleRig>();
        Policy policy = m_rig->server().draft().policy();
        for (int i = 0; i < 5000; ++i)
            policy.client.applications.append({newObjectId(), QStringLiteral("program%1").arg(i), {}});
        m_rig->server().draft().change(QStringLiteral("Many"), policy);
        m_rig->server().watchSessions();
        emit m_rig->link->sessionsChanged(sessions(100000));
        QTRY_COMPARE_WITH_TIMEOUT(m_rig->server().sessions().totals().sessions, qint64(100000), 60000);
        openShown();
        for (const auto& [typed, found] : {std::pair("user99", "user99"), std::pair("usre4711", "user4711")}) {
            m_field->setText(QLatin1StringView(typed));
            QTRY_VERIFY_WITH_TIMEOUT(m_list->count() > 0 && m_list->item(0)->text() == QLatin1StringView(found), 60000);
            QVERIFY2(m_list->count() <= 60, qPrintable(QString::number(m_list->count())));
        }
        m_rig->server().unwatchSessions();
    }

private:
    void open(const QStringList& recent)
    {
        QList<Palette::Entry> entries;
        for (const char* text : {"New Entry", "History", "Audit Trail", "Firewall Clients", "Firewall Client"}) {
            const QString name = QString::fromLatin1(text);
            entries.append({name, name, {}, {}, {}, {}, [this, name] { m_ran.append(name); }});
        }
        m_palette = std::make_unique<Palette>(entries, recent);
        m_palette->show();
        find(*m_palette);
        QVERIFY(QTest::qWaitForWindowActive(m_palette.get()));
    }
    void find(Palette& palette)
    {
        m_shown = &palette;
        m_field = palette.findChild<QLineEdit*>();
        m_list = palette.findChild<QListWidget*>();
    }
    void openShown()
    {
        m_rig->window->openPalette();
        for (Palette* each : m_rig->window->findChildren<Palette*>()) {
            if (each->isVisible())
                find(*each);
        }
    }
    void openInWindow()
    {
        if (!m_rig) {
            m_palette.reset();
            m_rig = std::make_unique<ConsoleRig>();
            m_rig->addEntry(QStringLiteral("zebra"));
            m_rig->window->go({NodeKind::Services, ConsoleRig::key()});
        }
        openShown();
    }
    void choose(const QString& typed)
    {
        m_field->setText(typed);
        emit m_rig->link->sessionsChanged(sessions(1));
        QTRY_VERIFY(m_list->count() > 0 && m_list->item(0)->text().contains(typed));
        m_shown->accept();
    }
    static SessionDelta sessions(int count)
    {
        SessionDelta delta;
        delta.reset = true;
        for (int i = 1; i <= count; ++i) {
            const auto id = static_cast<SessionId>(i);
            const bool one = count == 1;
            const QString user = one ? QStringLiteral("wanda") : QStringLiteral("user%1").arg(i % 9000);
            const QString computer = QStringLiteral("pc-%1").arg(one ? 17 : i % 5000);
            delta.sessions.append({id, SessionType::FirewallClient, user, computer, IpAddress::fromV4(1),
                QStringLiteral("C:\\x\\frobnicate.exe"), TimePoint(std::chrono::seconds(i))});
            delta.connections.append({id, id, QStringLiteral("chat.example"), {}, 80, {}, 0, 0, 0, 0});
        }
        return delta;
    }

    std::unique_ptr<Palette> m_palette;
    std::unique_ptr<ConsoleRig> m_rig;
    Palette* m_shown = nullptr;
    QLineEdit* m_field = nullptr;
    QListWidget* m_list = nullptr;
    QStringList m_ran;
};

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
