// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/textpool.h"

#include <QtTest>

using namespace sallyport;

namespace
{

QString holdIn(TextPool& pool, HeldText& held, QString text)
{
    pool.hold(held, text);
    return text;
}

} // namespace

class TestTextPool : public QObject
{
    Q_OBJECT

private slots:
    void equalTextsAreOne();
    void whatNobodyHoldsIsForgotten();
    void aNewTextHasNoVerdict();
};

void TestTextPool::equalTextsAreOne()
{
    TextPool pool;
    HeldText one;
    HeldText other;
    HeldText third;
    const QString kept = holdIn(pool, one, QStringLiteral("Ärger"));
    const QString equal = holdIn(pool, other, QString::fromUtf8("Ärger"));
    holdIn(pool, third, QStringLiteral("ärger"));
    QVERIFY(one == other);
    QVERIFY(equal.constData() == kept.constData()); // its letters are in memory once
    QVERIFY(!(one == third)); // spelled otherwise
    QCOMPARE(one->folded, third->folded);
    QCOMPARE(pool.size(), 2);
    pool.verdict(one).test = 7;
    QCOMPARE(pool.verdict(other).test, 7U);
    QCOMPARE(pool.verdict(third).test, 0U);
}

void TestTextPool::whatNobodyHoldsIsForgotten()
{
    TextPool pool;
    HeldText one;
    HeldText other;
    holdIn(pool, one, QStringLiteral("a"));
    holdIn(pool, other, QStringLiteral("a"));
    holdIn(pool, one, QStringLiteral("a")); // as before
    holdIn(pool, one, QStringLiteral("b"));
    QCOMPARE(pool.size(), 2);
    QCOMPARE(other->text, QStringLiteral("a"));
    pool.release(other);
    QCOMPARE(pool.size(), 1);
    pool.release(other); // holds nothing
    pool.release(one);
    QCOMPARE(pool.size(), 0);
    QVERIFY(one == HeldText());
}

// Though it may stand where another stood.
void TestTextPool::aNewTextHasNoVerdict()
{
    TextPool pool;
    HeldText text;
    for (int i = 0; i < 100; ++i) {
        holdIn(pool, text, QString::number(i));
        QCOMPARE(pool.verdict(text).test, 0U);
        pool.verdict(text) = {5, 1, 1};
        QVERIFY(text.place < 2);
    }
}

QTEST_GUILESS_MAIN(TestTextPool)
#include "test_textpool.moc"
