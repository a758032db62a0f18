// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texts.h"

#include <QTest>

using namespace sallyport;

class TestEndedTexts : public QObject
{
    Q_OBJECT

private slots:
    // Whose they were, as long as that can be said of all of them.
    void ownersAreNamed()
    {
        const texts::Owner anna{QStringLiteral("anna"), QStringLiteral("icq")};
        const texts::Owner other{QStringLiteral("anna"), QStringLiteral("aim")};
        QCOMPARE(texts::ended(3, {anna, anna, anna}), QStringLiteral("3 connection(s) of anna (icq) ended."));
        QCOMPARE(texts::ended(2, {anna, other}), QStringLiteral("2 connection(s) of anna ended."));
        QCOMPARE(texts::ended(2, {}), QStringLiteral("2 connection(s) ended."));
    }

    void onlySomeOfManyAreNamed()
    {
        const QString said = texts::ended(9,
            {{QStringLiteral("anna"), QStringLiteral("icq")}, {QStringLiteral("b"), {}}, {QStringLiteral("c"), {}},
                {QStringLiteral("d"), {}}, {QStringLiteral("e"), {}}});
        QVERIFY2(said.contains(QStringLiteral("2 more")), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestEndedTexts)
#include "test_endedtexts.moc"
