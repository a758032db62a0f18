// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/texts/errortexts.h"
#include "models/base/fault.h"
#include "tests/models/items/brackets.h"

#include <QCoreApplication>
#include <QTest>

using namespace sallyport;

class TestErrorTexts : public QObject
{
    Q_OBJECT

private slots:
    void everyFaultIsTranslated();
    void methodsAreNotNamed();
    void sentencesFollowSentences();
    void nothingIsHidden();
};

void TestErrorTexts::everyFaultIsTranslated()
{
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    for (int i = 1; i < static_cast<int>(Fault::Count); ++i) {
        const auto fault = static_cast<Fault>(i);
        QStringList arguments;
        for (qsizetype j = 1; j <= argumentCount(fault); ++j)
            arguments.append(QStringLiteral("<%1>").arg(j));
        const Error error = makeError(fault, QStringLiteral("somewhere"), arguments);
        const QString said = texts::error(error);
        const QString words = u'[' + withArguments(QString::fromUtf8(faultText(fault)), arguments) + u']';
        QVERIFY2(said.startsWith(texts::errorHeadline(error.code)) && said.contains(words), qPrintable(said));
    }
    QCoreApplication::removeTranslator(&brackets);
}

// The name of a method is the protocol's affair; a field, a file or a server is not.
void TestErrorTexts::methodsAreNotNamed()
{
    const Error offline = makeError(Fault::NotConnected, QStringLiteral("policy.impact"));
    QCOMPARE(texts::error(offline), QStringLiteral("The service can't be reached. Not connected to the service."));
    const Error refused = makeError(Fault::OperatorsOnly, QStringLiteral("services.control"), {QStringLiteral("anna")});
    QVERIFY(!texts::error(refused).contains(QStringLiteral("services.control")));
    QVERIFY(texts::error(refused).contains(QStringLiteral("anna")));
    const Error full = makeError(Fault::DiskFull, QStringLiteral("policy.db"), {QStringLiteral("13")});
    QVERIFY(texts::error(full).contains(QStringLiteral("policy.db")));
}

// Sentence after sentence, whatever an error says; names are spelt as they are.
void TestErrorTexts::sentencesFollowSentences()
{
    for (int i = 1; i < static_cast<int>(Fault::Count); ++i) {
        const auto fault = static_cast<Fault>(i);
        const QStringList arguments(argumentCount(fault), QStringLiteral("x"));
        for (const QString& subject : {QString(), QStringLiteral("branch-a")}) {
            const Error error = makeError(fault, subject, arguments);
            const QString said = texts::error(error);
            const QString rest = said.mid(texts::errorHeadline(error.code).size() + 1);
            QVERIFY2(!rest.isEmpty() && !rest.at(0).isLower(), qPrintable(said));
            const QString end = said.endsWith(u')') ? said.chopped(1) : said;
            QVERIFY2(
                (end.endsWith(u'.') || end.endsWith(u'?')) && !end.endsWith(QStringLiteral("..")), qPrintable(said));
        }
    }
    QCOMPARE(texts::error(makeError(Fault::ConnectionLost, QStringLiteral("branch-a"))),
        QStringLiteral("The service can't be reached. (branch-a: the connection to the service was lost.)"));
}

void TestErrorTexts::nothingIsHidden()
{
    const QString reordering = QStringLiteral("anna\u202Etxt\n");
    for (const Error& error : {Error{ErrorCode::Io, reordering, reordering},
             makeError(Fault::AdministratorsOnly, reordering, {reordering})}) {
        const QString said = texts::error(error);
        QVERIFY2(said.contains(QStringLiteral("anna")) && !said.contains(QChar(0x202E)) && !said.contains(u'\n'),
            qPrintable(said));
    }
}

QTEST_GUILESS_MAIN(TestErrorTexts)
#include "test_errortexts.moc"
