// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/base/faultreading.h"

#include <QSet>
#include <QTest>

using namespace sallyport;

class FaultTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultHasItsText_data();
    void everyFaultHasItsText();
    void textsAreTheirOwn();
    void noneIsFreeText();
    void everyFaultHasItsWord();
    void otherWordsAreNoFaults();
    void argumentsAreTakenAsTheyAre();
    void longArgumentsAreShortened();
    void errorsAreReadFromTheirText();
    void errorsNoCallBringsAreNotLookedFor();
    void whatOthersWroteIsReadInFewSteps();
};

void FaultTest::everyFaultHasItsText_data()
{
    QTest::addColumn<int>("fault");
    for (int i = 1; i < static_cast<int>(Fault::Count); ++i)
        QTest::addRow("%d", i) << i;
}

// A text with %2 has a %1, so that no argument of makeError() is dropped.
void FaultTest::everyFaultHasItsText()
{
    QFETCH(int, fault);
    const char* text = faultText(static_cast<Fault>(fault));
    QVERIFY(text && *text);
    QStringList arguments;
    for (qsizetype i = 0; i < argumentCount(static_cast<Fault>(fault)); ++i)
        arguments.append(QStringLiteral("<argument %1>").arg(i));
    const Error error = makeError(static_cast<Fault>(fault), QStringLiteral("client.port"), arguments);
    QCOMPARE(static_cast<int>(error.fault), fault);
    QCOMPARE(error.subject, QStringLiteral("client.port"));
    QCOMPARE(error.arguments, arguments);
    QVERIFY(error.code != ErrorCode::Internal);
    for (const QString& argument : arguments)
        QVERIFY2(error.detail.contains(argument), text);
    QVERIFY2(!error.detail.contains(QLatin1Char('%')), text);
}

void FaultTest::textsAreTheirOwn()
{
    QSet<QByteArray> texts;
    for (int i = 1; i < static_cast<int>(Fault::Count); ++i)
        texts.insert(faultText(static_cast<Fault>(i)));
    QCOMPARE(texts.size(), static_cast<int>(Fault::Count) - 1);
}

// What is quoted, but not the words to choose from.
void FaultTest::longArgumentsAreShortened()
{
    const QString endless(10000, u'x');
    const Error error = makeError(Fault::NotAChoice, {}, {endless, endless});
    QCOMPARE(error.arguments.at(0).size(), 81);
    QCOMPARE(error.arguments.at(1), endless);
    QVERIFY(error.detail.startsWith(QString(u'"' + QString(80, u'x') + u"\u2026\" is not one of xxx")));
    QVERIFY(makeError(Fault::NotSwitch, {}, {endless}).detail.size() < 200);
}

void FaultTest::noneIsFreeText()
{
    for (const Fault fault : {Fault::None, Fault::Count, static_cast<Fault>(-1), static_cast<Fault>(100000)}) {
        QVERIFY(!faultText(fault));
        QCOMPARE(argumentCount(fault), 0);
    }
}

void FaultTest::everyFaultHasItsWord()
{
    QSet<QString> words;
    for (int i = 1; i < static_cast<int>(Fault::Count); ++i) {
        const auto fault = static_cast<Fault>(i);
        const QString word = faultWord(fault);
        QVERIFY2(!word.isEmpty() && word.at(0).isLower(), qPrintable(word));
        QVERIFY2(faultFromWord(word) == fault, qPrintable(word));
        words.insert(word);
    }
    QCOMPARE(words.size(), static_cast<int>(Fault::Count) - 1);
    QCOMPARE(faultWord(Fault::PortTwice), QStringLiteral("portTwice"));
    QVERIFY(faultWord(Fault::None).isEmpty());
}

void FaultTest::otherWordsAreNoFaults()
{
    for (const char* word : {"", "none", "count", "PortTwice", "porttwice", "Fault::PortTwice", "fault::PortTwice",
             "portTwice ", "port twice", "7", "\xc3\xa4"})
        QVERIFY2(!faultFromWord(QString::fromUtf8(word)), word);
}

void FaultTest::argumentsAreTakenAsTheyAre()
{
    const QString text = QStringLiteral("%2 before %1, %1 again, 100 % and %9");
    QCOMPARE(withArguments(text, {QStringLiteral("%2"), QStringLiteral("%1%")}),
        QStringLiteral("%1% before %2, %2 again, 100 % and %9"));
    QCOMPARE(withArguments(QStringLiteral("ends in %"), {QStringLiteral("a")}), QStringLiteral("ends in %"));
}

// What was kept as English alone, such as the refusals of an audit trail.
void FaultTest::errorsAreReadFromTheirText()
{
    for (int i = 1; i < static_cast<int>(Fault::Count); ++i) {
        const auto fault = static_cast<Fault>(i);
        if (fault >= Fault::ClientHeaderBroken && fault <= Fault::ImportEmpty)
            continue; // of files and of what is typed
        QStringList arguments;
        for (qsizetype j = 1; j <= argumentCount(fault); ++j)
            arguments.append(QString::number(100 + j));
        for (const QString& subject : {QString(), QStringLiteral("client.applications[a: b]")}) {
            const Error error = makeError(fault, subject, arguments);
            const auto read = readError(error.text());
            QVERIFY2(read && *read == error, qPrintable(error.text()));
        }
    }
    QVERIFY(!readError(QStringLiteral("policy.apply: something else")));
    QVERIFY(!readError({}));
}

void FaultTest::errorsNoCallBringsAreNotLookedFor()
{
    const QStringList one{QStringLiteral("x")};
    QVERIFY(!readError(makeError(Fault::FilterValueMissing, {}, one).text()));
    QVERIFY(!readError(makeError(Fault::TextMissing, QString(500, u'k')).text())); // as long as no error is
}

// A stranger chooses what stands in a refused call.
void FaultTest::whatOthersWroteIsReadInFewSteps()
{
    const auto looksAt = [](const QString& text) {
        int looks = 0;
        readError(text, &looks);
        return looks;
    };
    const int faults = static_cast<int>(Fault::Count);
    for (const char* part : {"\" is not ", ": ", "[: ", " of the ", "(", "\"", "%1 ", " has ", ", "}) {
        const QString piece = QString::fromLatin1(part);
        const auto times = [&](qsizetype letters) { return piece.repeated(letters / piece.size()); };
        QVERIFY2(looksAt(times(400)) <= faults * (400 / int(piece.size()) + 10), part);
        QCOMPARE(looksAt(times(2000)), 0);
    }
    // Many subjects to choose from and all pieces of a long shape but the last.
    const QString almost = QStringLiteral("a: 1 has 2 of the 3 places for clients, all that one address may have "
                                          "(--client-share 4); ")
                               .repeated(4);
    QVERIFY(looksAt(almost) <= faults * 20);
}

QTEST_APPLESS_MAIN(FaultTest)
#include "test_fault.moc"
