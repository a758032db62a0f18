// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/draftstore.h"
#include "tests/models/store/samplepolicy.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

class TestDraftStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_file = m_dir->filePath(QStringLiteral("drafts.db"));
    }

    void draftsSurvive()
    {
        {
            auto store = DraftStore::open(m_file);
            QVERIFY(store);
            QVERIFY((*store)->save({QStringLiteral("a"), 4, samplePolicy(4), samplePolicy(5)}));
            QVERIFY((*store)->save({QStringLiteral("b"), 0, Policy(), samplePolicy(6)}));
            QVERIFY((*store)->save({QStringLiteral("a"), 4, samplePolicy(4), samplePolicy(7)}));
        }
        auto store = DraftStore::open(m_file);
        const auto a = (*store)->load(QStringLiteral("a"));
        QVERIFY(a && a->has_value());
        QCOMPARE((*a)->server, QStringLiteral("a"));
        QCOMPARE((*a)->base, RevisionNumber(4));
        QCOMPARE((*a)->basePolicy, samplePolicy(4));
        QCOMPARE((*a)->policy, samplePolicy(7));
        QCOMPARE((**(*store)->load(QStringLiteral("b"))).policy, samplePolicy(6));
    }

    void draftsAreTheUsersAlone()
    {
        const auto mode = [](const QString& file) {
            return QFileInfo(file).permissions()
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        };
        for (const bool old : {false, true}) {
            if (old)
                QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
            const auto store = DraftStore::open(m_file);
            QVERIFY((*store)->save({QStringLiteral("a"), 4, samplePolicy(4), samplePolicy(5)}));
            for (const char* suffix : {"", "-wal", "-shm"}) {
                QVERIFY(QFile::exists(m_file + QLatin1StringView(suffix)));
                QCOMPARE(mode(m_file + QLatin1StringView(suffix)), QFile::Permissions());
            }
        }
    }

    void draftsOfAnOlderVersionAreRead()
    {
        QVERIFY(QFile::copy(QStringLiteral(SALLYPORT_TEST_DATA "/store/6413fa7/drafts.db"), m_file));
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
        auto store = DraftStore::open(m_file);
        QVERIFY(store);
        const auto draft = (*store)->load(QStringLiteral("local"));
        QVERIFY(draft && draft->has_value());
        QCOMPARE((*draft)->base, RevisionNumber(3));
        QCOMPARE((*draft)->policy.server.description, QStringLiteral("drafted"));
    }

    void aServerWithoutDraftHasNone()
    {
        auto store = DraftStore::open(m_file);
        const auto none = (*store)->load(QStringLiteral("nobody"));
        QVERIFY(none);
        QVERIFY(!none->has_value());
        QVERIFY((*store)->remove(QStringLiteral("nobody")));
    }

    void removedDraftsAreGone()
    {
        auto store = DraftStore::open(m_file);
        QVERIFY((*store)->save({QStringLiteral("a"), 4, samplePolicy(4), samplePolicy(5)}));
        QVERIFY((*store)->save({QStringLiteral("b"), 4, samplePolicy(4), samplePolicy(6)}));
        QVERIFY((*store)->remove(QStringLiteral("a")));
        QVERIFY(!(*store)->load(QStringLiteral("a"))->has_value());
        QCOMPARE((**(*store)->load(QStringLiteral("b"))).basePolicy, samplePolicy(4));
    }

    void longEditingDoesNotGrowTheFile()
    {
        const auto sizeAfter = [this](int from, int to) {
            auto store = DraftStore::open(m_file);
            for (int edit = from; edit < to; ++edit) {
                if (!(*store)->save({QStringLiteral("a"), 1, samplePolicy(1, 60), samplePolicy(edit, 60)}))
                    return qint64(-1);
            }
            store->reset(); // moves the write-ahead log into the file
            return QFileInfo(m_file).size();
        };
        const qint64 early = sizeAfter(0, 110);
        QVERIFY(early > 0);
        const qint64 late = sizeAfter(110, 330);
        QVERIFY2(late > 0 && late <= early + early / 4, qPrintable(QStringLiteral("%1, %2").arg(early).arg(late)));
        auto store = DraftStore::open(m_file);
        QCOMPARE((**(*store)->load(QStringLiteral("a"))).policy, samplePolicy(329, 60));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "test_draftstore.moc"
