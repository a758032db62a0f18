// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fault.h"
#include "models/control/codec.h"
#include "models/control/faultmembers.h"
#include "models/control/linesplitter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace sallyport;

namespace
{

void addFiles(const QString& folder)
{
    QTest::addColumn<QByteArray>("line");
    const QDir dir(QStringLiteral(SALLYPORT_TEST_DATA "/control/") + folder);
    const QStringList names = dir.entryList(QDir::Files);
    QVERIFY(names.size() > 5);
    for (const QString& name : names) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private slots:
    void goodLineSurvivesBothWays_data() { addFiles(QStringLiteral("good")); }
    void goodLineSurvivesBothWays();
    void badLineIsAFault_data() { addFiles(QStringLiteral("bad")); }
    void badLineIsAFault();
    void faultKeepsTheId();
    void memberTwiceIsNamed();
    void failureCarriesItsError();
    void failureCarriesItsFault();
    void faultsThatDoNotFitAreTheirEnglish_data();
    void faultsThatDoNotFitAreTheirEnglish();
    void linesComeWhole();
    void longLineOverflows();
};

void TestCodec::goodLineSurvivesBothWays()
{
    QFETCH(QByteArray, line);
    const auto decoded = decodeMessage(line);
    const auto* message = std::get_if<RpcMessage>(&decoded);
    QVERIFY(message);
    const QByteArray once = encodeMessage(*message);
    QVERIFY(once.endsWith('\n'));
    QCOMPARE(once.count('\n'), 1);
    const auto again = decodeMessage(once.chopped(1));
    QVERIFY(std::holds_alternative<RpcMessage>(again));
    QCOMPARE(encodeMessage(std::get<RpcMessage>(again)), once);
    // Nothing of what came is lost, but for members that were not there.
    QJsonObject sent = QJsonDocument::fromJson(line).object();
    const QJsonObject back = QJsonDocument::fromJson(once).object();
    if (sent.contains(QStringLiteral("error")))
        return; // gets its empty "data"
    if (sent.contains(QStringLiteral("method")) && !sent.contains(QStringLiteral("params")))
        sent.insert(QStringLiteral("params"), QJsonObject());
    QCOMPARE(back, sent);
}

void TestCodec::badLineIsAFault()
{
    QFETCH(QByteArray, line);
    const auto decoded = decodeMessage(line);
    const auto* fault = std::get_if<RpcFault>(&decoded);
    QVERIFY(fault);
    QVERIFY(fault->code == RpcCode::ParseError || fault->code == RpcCode::InvalidRequest);
    QVERIFY(!fault->error.detail.isEmpty());
}

void TestCodec::faultKeepsTheId()
{
    const auto decoded = decodeMessage(R"({"jsonrpc":"2.0","id":17,"method":"status","params":[]})");
    QCOMPARE(std::get<RpcFault>(decoded).id, QJsonValue(17));
}

void TestCodec::memberTwiceIsNamed()
{
    const auto decoded = decodeMessage(
        R"({"jsonrpc":"2.0","id":17,"method":"policy.apply","params":{"policy":{"rules":[{"id":1,"id":2}]}}})");
    QCOMPARE(std::get<RpcFault>(decoded).error.subject, QStringLiteral("params.policy.rules[0].id"));
    QVERIFY(std::get<RpcFault>(decoded).code == RpcCode::InvalidRequest);
    // The same name in several objects is none.
    QVERIFY(std::holds_alternative<RpcMessage>(
        decodeMessage(R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"id":1,"list":[{"id":1},{"id":1}]}})")));
}

void TestCodec::failureCarriesItsError()
{
    const Error error{ErrorCode::Conflict, QStringLiteral("parent"), QStringLiteral("somebody was first")};
    const QByteArray line = encodeMessage(RpcFailure{5, RpcCode::Refused, error, {{QStringLiteral("head"), 9}}});
    const auto decoded = decodeMessage(line.chopped(1));
    const auto failure = std::get<RpcFailure>(std::get<RpcMessage>(decoded));
    QCOMPARE(failure.error, error);
    QCOMPARE(failure.code, RpcCode::Refused);
    QCOMPARE(failure.data.value(QStringLiteral("head")), QJsonValue(9));
}

void TestCodec::failureCarriesItsFault()
{
    const Error error = makeError(
        Fault::RevisionMeanwhile, QStringLiteral("revision 4"), {QStringLiteral("5"), QStringLiteral("anna")});
    const QByteArray line = encodeMessage(failureOf(5, error));
    const auto failure = std::get<RpcFailure>(std::get<RpcMessage>(decodeMessage(line.chopped(1))));
    QCOMPARE(failure.error, error);
    QVERIFY(failure.data.isEmpty());
    // One without a fault has no member for it.
    QVERIFY(!encodeMessage(failureOf(5, {ErrorCode::Io, {}, QStringLiteral("free text")})).contains("fault"));
}

// Of another version, or of nobody who knows the protocol: the text is what is left.
void TestCodec::faultsThatDoNotFitAreTheirEnglish_data()
{
    QTest::addColumn<QJsonValue>("fault");
    QTest::addColumn<QJsonValue>("arguments");
    const QJsonArray one{QStringLiteral("80")};
    QTest::newRow("of a newer service") << QJsonValue(QStringLiteral("portThrice")) << QJsonValue(one);
    QTest::newRow("no arguments") << QJsonValue(QStringLiteral("portTwice")) << QJsonValue();
    QTest::newRow("too few") << QJsonValue(QStringLiteral("portTwice")) << QJsonValue(QJsonArray());
    QTest::newRow("too many") << QJsonValue(QStringLiteral("portTwice"))
                              << QJsonValue(QJsonArray{QStringLiteral("80"), QStringLiteral("81")});
    QTest::newRow("not a text") << QJsonValue(QStringLiteral("portTwice")) << QJsonValue(QJsonArray{80});
    QTest::newRow("too long") << QJsonValue(QStringLiteral("portTwice"))
                              << QJsonValue(QJsonArray{QString(longestFaultArgument + 1, u'8')});
    QTest::newRow("no list") << QJsonValue(QStringLiteral("portTwice")) << QJsonValue(QStringLiteral("80"));
    QTest::newRow("no name") << QJsonValue(17) << QJsonValue(one);
}

void TestCodec::faultsThatDoNotFitAreTheirEnglish()
{
    QFETCH(QJsonValue, fault);
    QFETCH(QJsonValue, arguments);
    const QJsonObject message{{QStringLiteral("jsonrpc"), QStringLiteral("2.0")}, {QStringLiteral("id"), 5},
        {QStringLiteral("error"),
            QJsonObject{{QStringLiteral("code"), -32000}, {QStringLiteral("message"), QStringLiteral("in English")},
                {QStringLiteral("data"),
                    QJsonObject{{QStringLiteral("code"), QStringLiteral("duplicate")},
                        {QStringLiteral("subject"), QStringLiteral("port")}, {QStringLiteral("fault"), fault},
                        {QStringLiteral("arguments"), arguments}}}}}};
    const auto decoded = decodeMessage(QJsonDocument(message).toJson(QJsonDocument::Compact));
    const auto failure = std::get<RpcFailure>(std::get<RpcMessage>(decoded));
    QCOMPARE(failure.error,
        (Error{ErrorCode::Duplicate, QStringLiteral("port"), QStringLiteral("in English"), Fault::None, {}}));
    QVERIFY(failure.data.isEmpty());
}

void TestCodec::linesComeWhole()
{
    LineSplitter lines(100);
    QList<QByteArray> got;
    const QByteArray stream = "one\n\ntwo\r\nthree\nfo";
    for (const char byte : stream) {
        lines.append(QByteArrayView(&byte, 1));
        while (const auto line = lines.next())
            got.append(*line);
    }
    QCOMPARE(got, QList<QByteArray>({"one", "", "two\r", "three"}));
    QVERIFY(lines.hasPartialLine());
    lines.append("ur\n");
    QCOMPARE(lines.next().value_or(QByteArray()), QByteArray("four"));
    QVERIFY(!lines.hasPartialLine());
    QVERIFY(!lines.overflowed());
}

void TestCodec::longLineOverflows()
{
    LineSplitter ended(4);
    ended.append("1234\n12345\n1\n");
    QCOMPARE(ended.next().value_or(QByteArray()), QByteArray("1234"));
    QVERIFY(!ended.next());
    QVERIFY(ended.overflowed());
    LineSplitter open(4);
    open.append("12345");
    QVERIFY(!open.next());
    QVERIFY(open.overflowed());
}

QTEST_GUILESS_MAIN(TestCodec)
#include "test_codec.moc"
