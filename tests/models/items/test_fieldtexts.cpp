// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/texts.h"
#include "models/policy/fields.h"

#include <QSet>
#include <QTest>

using namespace sallyport;

class TestFieldTexts : public QObject
{
    Q_OBJECT

private slots:
    // No path of the policy's fields is shown as it is, and no two look the same.
    void everyFieldHasOne()
    {
        QSet<QString> names;
        for (const PolicyField& field : policyFields()) {
            const QString name = texts::field(field.path);
            QVERIFY2(name != QString(field.path), field.path.data());
            QCOMPARE(texts::changePath(field.path), name);
            names.insert(name);
        }
        QCOMPARE(qsizetype(policyFields().size()), names.size());
    }

    void everyListHasOne()
    {
        Policy before;
        Policy after;
        after.client.serverAddresses = {IpAddress::fromV4(0x0a000001)};
        after.localAddresses = {{IpAddress::fromV4(0x0a000000), IpAddress::fromV4(0x0affffff)}};
        after.localDomains = {QStringLiteral("example.com")};
        const QList<PolicyChange> changes = diffPolicies(before, after);
        QCOMPARE(changes.size(), 3);
        for (const PolicyChange& change : changes) {
            QVERIFY(texts::field(change.path) != change.path);
            QVERIFY(texts::changePath(change.path).endsWith(change.after));
        }
        QCOMPARE(texts::changePath(QStringLiteral("localDomains[example.com]")),
            QStringLiteral("Local Domain Table: example.com"));
        QCOMPARE(texts::changePath(QStringLiteral("no.such.path")), QStringLiteral("no.such.path"));
    }

    // Entries may have the names of what a service is troubled about.
    void whatIsOfAServiceIsNoField()
    {
        for (const char* word : {"audit trail", "control", "clients", "reason", "socks", "client.port"}) {
            const QString subject = QString::fromLatin1(word);
            QVERIFY2(texts::subject(subject) != subject, word);
            QVERIFY2(texts::field(subject) == subject || subject.contains(u'.'), word);
        }
        QCOMPARE(texts::subject(QStringLiteral("/data/log.db")), QStringLiteral("/data/log.db"));
    }
};

QTEST_APPLESS_MAIN(TestFieldTexts)
#include "test_fieldtexts.moc"
