// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"
#include "tests/app/service/control/controlrig.h"
#include "tests/casefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSignalSpy>

using namespace sallyport;

// Each line of tests/data/control/lines as a service gets it from its own user, over one connection as long as it
// lasts.
class TestControlCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_rig = std::make_unique<ControlRig>(); }
    void lines_data();
    void lines();
    void nothingHasChanged();
    void cleanupTestCase();

private:
    QByteArray answerTo(const QByteArray& line);

    std::unique_ptr<ControlRig> m_rig;
    std::unique_ptr<QLocalSocket> m_socket;
};

namespace
{

constexpr int patience = 30000; // milliseconds

// What the table calls an answer.
QByteArray outcomeOf(const QJsonObject& answer)
{
    const QJsonObject error = answer.value(QLatin1StringView("error")).toObject();
    const QByteArray word
        = error.value(QLatin1StringView("data")).toObject().value(QLatin1StringView("code")).toString().toUtf8();
    switch (static_cast<RpcCode>(error.value(QLatin1StringView("code")).toInt())) {
    case RpcCode::ParseError:
        return "parse";
    case RpcCode::InvalidRequest:
        return word == "limitExceeded" ? "long" : "request";
    case RpcCode::MethodNotFound:
        return "method";
    case RpcCode::InvalidParams:
        return "params";
    case RpcCode::Refused:
        return word;
    }
    return answer.value(QLatin1StringView("result")).isObject() ? "result" : "nothing";
}

} // namespace

void TestControlCorpus::lines_data()
{
    QTest::addColumn<QByteArray>("outcome");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("line");
    const auto cases = testing::readCases("control/lines", 5);
    QVERIFY2(cases.size() >= 265, "the table is shorter than it was");
    for (const QList<QByteArray>& one : cases)
        QTest::newRow(one.at(0).constData()) << one.at(1) << one.at(2) << one.at(3) << one.at(4);
}

QByteArray TestControlCorpus::answerTo(const QByteArray& line)
{
    if (!m_socket) {
        m_socket = std::make_unique<QLocalSocket>();
        m_socket->connectToServer(m_rig->socketPath());
    }
    m_socket->write(line + '\n');
    while (!m_socket->canReadLine()) {
        if (!QSignalSpy(m_socket.get(), &QLocalSocket::readyRead).wait(patience))
            return {};
    }
    return m_socket->readLine();
}

void TestControlCorpus::lines()
{
    QFETCH(QByteArray, outcome);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, line);
    const QByteArray text = answerTo(line);
    const QJsonObject answer = QJsonDocument::fromJson(text).object();
    const QByteArray about = text.left(500);
    QCOMPARE(answer.value(QLatin1StringView("jsonrpc")).toString(), QStringLiteral("2.0"));
    QVERIFY2(outcomeOf(answer) == outcome, about.constData());
    if (id != "*")
        QVERIFY2(QJsonArray{answer.value(QLatin1StringView("id"))} == QJsonDocument::fromJson('[' + id + ']').array(),
            about.constData());
    const QJsonObject error = answer.value(QLatin1StringView("error")).toObject();
    if (outcome != "result")
        QVERIFY2(!error.value(QLatin1StringView("message")).toString().isEmpty(), about.constData());
    if (subject != "*") {
        QCOMPARE(error.value(QLatin1StringView("data")).toObject().value(QLatin1StringView("subject")).toString(),
            QString::fromUtf8(subject));
    }
    // Who sends what is no request is not listened to any more; all others go on.
    if (outcome == "parse" || outcome == "request" || outcome == "long") {
        QVERIFY(m_socket->state() == QLocalSocket::UnconnectedState
            || QSignalSpy(m_socket.get(), &QLocalSocket::disconnected).wait(patience));
        m_socket.reset();
    } else {
        QCOMPARE(
            outcomeOf(QJsonDocument::fromJson(answerTo("{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"services.list\"}"))
                          .object()),
            QByteArray("result"));
    }
}

void TestControlCorpus::nothingHasChanged()
{
    QCOMPARE(m_rig->keeper->head().number, 1u);
    QCOMPARE(m_rig->plane.snapshot().connections.size(), 0);
}

void TestControlCorpus::cleanupTestCase()
{
    m_socket.reset();
    m_rig.reset();
}

QTEST_GUILESS_MAIN(TestControlCorpus)
#include "test_controlcorpus.moc"
