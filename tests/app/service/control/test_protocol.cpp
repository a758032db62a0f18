// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/enrolmentcode.h"
#include "models/policy/policyjson.h"
#include "tests/app/service/control/controlrig.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSslSocket>
#include <QTest>

using namespace sallyport;

namespace
{

struct Example {
    QString method; // of the section
    bool outgoing = false;
    QByteArray line;
};

struct Section {
    QString method;
    QString rule; // the first line of text: "Role viewer. …"
};

struct Document {
    QList<Section> sections;
    QList<Example> examples;
};

Document readDocument()
{
    QFile file(QStringLiteral(SALLYPORT_SOURCE "/models/control/PROTOCOL.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Document document;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith("### "))
            document.sections.append({QString::fromUtf8(line.mid(4)), {}});
        else if (!document.sections.isEmpty() && document.sections.last().rule.isEmpty())
            document.sections.last().rule = QString::fromUtf8(line);
        const bool outgoing = line.startsWith("--> ");
        if (!document.sections.isEmpty() && (outgoing || line.startsWith("<-- ")))
            document.examples.append({document.sections.last().method, outgoing, line.mid(4)});
    }
    return document;
}

const QString anything = QStringLiteral("…");

bool fits(const QJsonValue& pattern, const QJsonValue& value);

bool objectFits(const QJsonObject& pattern, const QJsonObject& value)
{
    const bool open = pattern.contains(anything);
    if (!open && pattern.size() != value.size())
        return false;
    for (auto member = pattern.begin(); member != pattern.end(); ++member) {
        if (member.key() != anything
            && !(value.contains(member.key()) && fits(member.value(), value.value(member.key()))))
            return false;
    }
    return true;
}

// A last element "…" stands for any number of further ones.
bool arrayFits(const QJsonArray& pattern, const QJsonArray& value)
{
    const bool open = !pattern.isEmpty() && pattern.last() == QJsonValue(anything);
    const qsizetype count = pattern.size() - (open ? 1 : 0);
    if (open ? value.size() < count : value.size() != count)
        return false;
    for (qsizetype i = 0; i < count; ++i) {
        if (!fits(pattern.at(i), value.at(i)))
            return false;
    }
    return true;
}

bool fits(const QJsonValue& pattern, const QJsonValue& value)
{
    if (pattern == QJsonValue(anything))
        return true;
    if (pattern.isObject())
        return value.isObject() && objectFits(pattern.toObject(), value.toObject());
    if (pattern.isArray())
        return value.isArray() && arrayFits(pattern.toArray(), value.toArray());
    return pattern == value;
}

} // namespace

class TestProtocol : public QObject
{
    Q_OBJECT

private slots:
    void everyMethodIsDocumentedWithItsRole();
    void everyExampleRuns();

private:
    static bool comes(QIODevice& device, const QJsonObject& pattern, QList<QByteArray>& seen);
};

void TestProtocol::everyMethodIsDocumentedWithItsRole()
{
    ControlRig rig;
    const Document document = readDocument();
    const auto& methods = rig.server->dispatcher().methods();
    QCOMPARE(document.sections.size(), methods.size());
    for (const Dispatcher::Method& method : methods) {
        const auto section = std::find_if(document.sections.cbegin(), document.sections.cend(),
            [&method](const Section& each) { return each.method == method.name; });
        QVERIFY2(section != document.sections.cend(), qPrintable(method.name));
        static const QHash<Dispatcher::Access, QString> starts{
            {Dispatcher::Access::Stranger, QStringLiteral("Any console")},
            {Dispatcher::Access::Viewer, QStringLiteral("Role viewer")},
            {Dispatcher::Access::Operator, QStringLiteral("Role operator")},
            {Dispatcher::Access::Administrator, QStringLiteral("Role administrator")},
            {Dispatcher::Access::LocalAdministrator, QStringLiteral("Local administrator")},
        };
        QVERIFY2(section->rule.startsWith(starts.value(method.access)), qPrintable(method.name));
        QCOMPARE(section->rule.contains(QStringLiteral("; changes")), method.effect == Dispatcher::Effect::Changes);
        const bool shown = std::any_of(document.examples.cbegin(), document.examples.cend(),
            [&method](const Example& each) { return each.outgoing && each.method == method.name; });
        QVERIFY2(shown, qPrintable(method.name));
    }
}

// Reads until a line fits; lines that do not are kept to be shown.
bool TestProtocol::comes(QIODevice& device, const QJsonObject& pattern, QList<QByteArray>& seen)
{
    return QTest::qWaitFor(
        [&] {
            while (device.canReadLine())
                seen.append(device.readLine());
            for (qsizetype i = 0; i < seen.size(); ++i) {
                if (fits(pattern, QJsonDocument::fromJson(seen.at(i)).object())) {
                    seen.removeAt(i);
                    return true;
                }
            }
            return false;
        },
        5000);
}

void TestProtocol::everyExampleRuns()
{
    ControlRig rig;
    rig.plane.addConnection(1, QStringLiteral("msmsgs.exe"), QStringLiteral("messenger.hotmail.com"), 1863);
    rig.plane.addConnection(2, QStringLiteral("winword.exe"), QStringLiteral("example.com"));
    const Status issued = rig.records->addEnrolmentCode(
        enrolmentCodeHash(QStringLiteral("K7QD-M2XA-ZZ5T-3WPB")), Role::Operator, rig.clock.now() + enrolmentCodeLife);
    QVERIFY(issued.ok());
    const auto fetch = [&](const char* computer, const char* address) {
        return ClientFetch{QString::fromLatin1(computer), *IpAddress::parse(QString::fromLatin1(address)),
            QStringLiteral("\"r3\""), 3, rig.clock.now(), rig.clock.now()};
    };
    QVERIFY(rig.records->noteFetches({fetch("PC1", "10.0.0.1"), fetch("PC2", "10.0.0.2")}).ok());
    Policy policy = rig.keeper->current()->policy;
    policy.unmatched = Verdict::Allow;
    ApplicationEntry entry;
    entry.id = newObjectId();
    entry.name = QStringLiteral("msmsgs");
    entry.setValue(ApplicationKey::Disable, QStringLiteral("1"));
    policy.client.applications.append(entry);
    const QByteArray policyText = QJsonDocument(policyToJson(policy)).toJson(QJsonDocument::Compact);

    QLocalSocket local;
    local.connectToServer(rig.socketPath());
    QVERIFY(local.waitForConnected());
    const ControlEndpoint console = rig.stranger();
    QSslSocket stranger;
    connectTo(stranger, console);
    QTRY_VERIFY(stranger.isEncrypted());

    const Document document = readDocument();
    QVERIFY(document.examples.size() > 40);
    QList<QByteArray> seen;
    for (const Example& example : document.examples) {
        QIODevice& device = example.method == QStringLiteral("enrol") ? static_cast<QIODevice&>(stranger) : local;
        QByteArray line = example.line;
        line.replace("POLICY", policyText);
        if (example.outgoing) {
            device.write(line + '\n');
            continue;
        }
        const QJsonDocument pattern = QJsonDocument::fromJson(line);
        QVERIFY2(pattern.isObject(), line.constData());
        QVERIFY2(comes(device, pattern.object(), seen),
            QByteArray("expected " + line + "\ncame " + seen.join("\n     ")).constData());
    }

    // Each changing call has its record, in the order of the calls, and no other call has.
    QStringList expected;
    for (const Example& example : document.examples) {
        for (const Dispatcher::Method& method : rig.server->dispatcher().methods()) {
            if (example.outgoing && method.name == example.method && method.effect == Dispatcher::Effect::Changes)
                expected.append(method.name);
        }
    }
    QStringList recorded;
    const auto records = rig.records->audit(1000);
    for (const AuditRecord& record : *records)
        recorded.prepend(record.action);
    QCOMPARE(recorded, expected);
}

QTEST_GUILESS_MAIN(TestProtocol)
#include "test_protocol.moc"
