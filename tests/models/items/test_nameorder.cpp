// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/nameorder.h"

#include <QStringListModel>
#include <QtTest>

using namespace sallyport;

class TestNameOrder : public QObject
{
    Q_OBJECT

private slots:
    void namesStandAsPeopleSortThem()
    {
        const QStringList sorted{QStringLiteral("Äpfel.exe"), QStringLiteral("apple.exe"), QStringLiteral("banana.exe"),
            QStringLiteral("msn9.exe"), QStringLiteral("msn10.exe"), QStringLiteral("PC2"), QStringLiteral("PC10"),
            QStringLiteral("Zebra.exe")};
        QStringList mixed{sorted.crbegin(), sorted.crend()};
        QStringListModel model(mixed);
        NamesSorted proxy;
        proxy.setSourceModel(&model);
        proxy.sort(0);
        QStringList found;
        for (int row = 0; row < proxy.rowCount(); ++row)
            found.append(proxy.index(row, 0).data().toString());
        QCOMPARE(found, sorted);
        QCOMPARE(compareNames(QStringLiteral("AIM"), QStringLiteral("aim")), 0);
        QVERIFY(compareNames(QStringLiteral("10.0.0.9"), QStringLiteral("10.0.0.10")) < 0);
    }
};

QTEST_GUILESS_MAIN(TestNameOrder)
#include "test_nameorder.moc"
