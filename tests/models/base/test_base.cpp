// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/bytesize.h"
#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/base/visibletext.h"
#include "models/base/words.h"

#include <QLocale>
#include <QTest>

#include <limits>
#include <set>

using namespace sallyport;

class BaseTest : public QObject
{
    Q_OBJECT

private slots:
    void everyErrorCodeHasItsOwnWord();
    void unknownErrorWordIsNone();
    void errorTextNamesSubject();
    void resultHoldsValueOrError();
    void resultMovesOut();
    void statusIsOkUntilGivenAnError();
    void wordsCompareExactly();
    void systemClockIsInThisCentury();
    void bytesHaveOneUnitForAll();
};

void BaseTest::bytesHaveOneUnitForAll()
{
    const QLocale c = QLocale::c();
    QCOMPARE(byteSize(0, c), QStringLiteral("0 B"));
    QCOMPARE(byteSize(501, c), QStringLiteral("501 B"));
    QCOMPARE(byteSize(1023, c), QStringLiteral("1023 B"));
    QCOMPARE(byteSize(1024, c), QStringLiteral("1.0 KiB"));
    QCOMPARE(byteSize(1500000, c), QStringLiteral("1.4 MiB"));
    QCOMPARE(byteSize(1024 * 1024 - 1, c), QStringLiteral("1.0 MiB"));
    QCOMPARE(byteSize(std::numeric_limits<std::uint64_t>::max(), c), QStringLiteral("16.0 EiB"));
    QCOMPARE(byteSize(1500000, QLocale(QLocale::German)), QStringLiteral("1,4 MiB"));
    // Where numbers are grouped by a space of its own, none may end up written out as an invisible character.
    const QLocale french(QLocale::French, QLocale::France);
    for (const std::uint64_t bytes : {1000ULL, 1023ULL, 1047000ULL, 1023ULL * 1024 * 1024})
        QCOMPARE(visibleText(byteSize(bytes, french)), byteSize(bytes, french));
}

void BaseTest::everyErrorCodeHasItsOwnWord()
{
    std::set<QString> words;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString word = errorWord(static_cast<ErrorCode>(code));
        QVERIFY(words.insert(word).second);
        QCOMPARE(errorCodeFromWord(word), std::optional(static_cast<ErrorCode>(code)));
    }
}

void BaseTest::unknownErrorWordIsNone()
{
    QCOMPARE(errorCodeFromWord(u"Conflict"), std::nullopt);
    QCOMPARE(errorCodeFromWord(u""), std::nullopt);
}

void BaseTest::errorTextNamesSubject()
{
    const Error error{ErrorCode::OutOfRange, QStringLiteral("client.port"), QStringLiteral("0 is out of range")};
    QCOMPARE(error.text(), QStringLiteral("client.port: 0 is out of range"));
    QCOMPARE((Error{ErrorCode::Io, {}, QStringLiteral("disk full")}.text()), QStringLiteral("disk full"));
}

void BaseTest::resultHoldsValueOrError()
{
    const Result<int> good(7);
    QVERIFY(good.ok());
    QCOMPARE(*good, 7);
    const Result<int> bad(Error{ErrorCode::NotFound, QStringLiteral("x"), QStringLiteral("gone")});
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, ErrorCode::NotFound);
}

void BaseTest::resultMovesOut()
{
    Result<std::unique_ptr<int>> owner(std::make_unique<int>(3));
    const std::unique_ptr<int> taken = *std::move(owner);
    QCOMPARE(*taken, 3);
}

void BaseTest::statusIsOkUntilGivenAnError()
{
    QVERIFY(Status().ok());
    const Status failed(Error{ErrorCode::Io, {}, QStringLiteral("no")});
    QVERIFY(!failed);
    QCOMPARE(failed.error().detail, QStringLiteral("no"));
}

void BaseTest::wordsCompareExactly()
{
    enum class Colour { Red, Green, Unnamed };
    constexpr std::array table{WordOf<Colour>{Colour::Red, QLatin1StringView("red")},
        WordOf<Colour>{Colour::Green, QLatin1StringView("green")}};
    QCOMPARE(wordFor(table, Colour::Green), QStringLiteral("green"));
    QCOMPARE(wordFor(table, Colour::Unnamed), QString());
    QCOMPARE(valueFor(table, u"red"), std::optional(Colour::Red));
    QCOMPARE(valueFor(table, u"Red"), std::nullopt);
    QCOMPARE(valueFor(table, u"red "), std::nullopt);
}

void BaseTest::systemClockIsInThisCentury()
{
    using namespace std::chrono;
    const TimePoint now = SystemClock().now();
    QVERIFY(now > sys_days(year(2020) / 1 / 1));
    QVERIFY(now < sys_days(year(2100) / 1 / 1));
}

QTEST_APPLESS_MAIN(BaseTest)
#include "test_base.moc"
