// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/window/palette.h"

#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

using namespace sallyport;

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_ran.clear();
        const auto entry = [this](const char* text) {
            const QString name = QString::fromLatin1(text);
            return Palette::Entry{name, {}, {}, [this, name] { m_ran.append(name); }};
        };
        m_palette = std::make_unique<Palette>(QList{entry("New Entry"), entry("History"), entry("Audit Trail"),
            entry("Firewall Clients"), entry("Firewall Client")});
        m_palette->show();
        m_field = m_palette->findChild<QLineEdit*>();
        m_list = m_palette->findChild<QListWidget*>();
        QVERIFY(QTest::qWaitForWindowActive(m_palette.get()));
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

    void wholeNameIsChosen()
    {
        QTest::keyClicks(m_field, QStringLiteral("firewall client"));
        QCOMPARE(m_list->count(), 2);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{QStringLiteral("Firewall Client")});
    }

    void nothingFoundRunsNothing()
    {
        QTest::keyClicks(m_field, QStringLiteral("zzz"));
        QCOMPARE(m_list->count(), 0);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList());
    }

private:
    std::unique_ptr<Palette> m_palette;
    QLineEdit* m_field = nullptr;
    QListWidget* m_list = nullptr;
    QStringList m_ran;
};

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
