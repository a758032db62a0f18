// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/policystore.h"
#include "tests/models/store/samplepolicy.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    // A hundred times: a program that applies without pause is killed at a random moment. Every revision it
    // acknowledged must be there afterwards, the one it was writing whole or not at all.
    void killedWhileApplying()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("policy.db"));
        const auto seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        qInfo("seed %u", seed);
        RevisionNumber checked = 0;
        int unacknowledged = 0;
        // As many more as a slow machine needs to get that far.
        for (int round = 0; round < 100 || checked <= 100; ++round) {
            QVERIFY(round < 2000);
            QProcess loop;
            loop.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            loop.start(QStringLiteral(APPLY_LOOP), {file});
            QVERIFY(loop.waitForStarted());
            // Some are killed while they open the file, before anything is acknowledged.
            if (random.bounded(10) > 0)
                QVERIFY(loop.waitForReadyRead(30000));
            // The moment is random in time, so that it falls anywhere in a transaction.
            QThread::usleep(random.bounded(20000U));
            loop.kill();
            QVERIFY(loop.waitForFinished());
            QCOMPARE(loop.exitStatus(), QProcess::CrashExit);
            RevisionNumber acknowledged = checked;
            const QByteArray printed = loop.readAllStandardOutput();
            // A last line without end was cut while it was printed: acknowledged, but its number can't be told.
            for (const QByteArray& line : printed.left(printed.lastIndexOf('\n') + 1).split('\n')) {
                if (!line.isEmpty())
                    acknowledged = line.toULongLong();
            }
            auto store = PolicyStore::open(file);
            QVERIFY2(store, qPrintable(store ? QString() : store.error().text()));
            const auto head = (*store)->head();
            QVERIFY(head);
            QVERIFY2(head->number >= acknowledged && head->number <= acknowledged + 1,
                qPrintable(QStringLiteral("head %1, acknowledged %2").arg(head->number).arg(acknowledged)));
            unacknowledged += head->number > acknowledged ? 1 : 0;
            for (RevisionNumber number = checked + 1; number <= head->number; ++number) {
                const auto policy = (*store)->policy(number);
                QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().text()));
                QCOMPARE(*policy, samplePolicy(static_cast<int>(number), 100));
                QCOMPARE((*store)->revision(number)->parent, number - 1);
            }
            checked = head->number;
        }
        qInfo("%llu revisions, %d of them whole but not yet acknowledged when the program was killed",
            static_cast<unsigned long long>(checked), unacknowledged);
        QVERIFY(checked > 100);
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"
