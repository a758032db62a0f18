// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/filewriting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sallyport;

namespace
{

struct stat statusOf(const QString& path)
{
    struct stat status {
    };
    lstat(QFile::encodeName(path).constData(), &status);
    return status;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// No file may grow beyond a few bytes while it lives, which fails as a full disk does, for every user.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit little{10, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

void make(const QString& path, const QByteArray& bytes, mode_t mode)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    QCOMPARE(chmod(QFile::encodeName(path).constData(), mode), 0);
}

} // namespace

class TestFileWriting : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aNewFileIsMadeAndAnOldOneKeepsItsMode()
    {
        QVERIFY(writeWholeFile(path("new"), "new"));
        QCOMPARE(bytesOf(path("new")), QByteArray("new"));
        make(path("old"), "what was there before", 0640);
        const auto before = statusOf(path("old"));
        QVERIFY(writeWholeFile(path("old"), "new"));
        QCOMPARE(bytesOf(path("old")), QByteArray("new"));
        QCOMPARE(statusOf(path("old")).st_mode, before.st_mode);
        QVERIFY(statusOf(path("old")).st_ino != before.st_ino); // replaced as a whole
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    // What fits a buffer fails late, what doesn't at once; one is replaced, the other written where it stands.
    void aFullDiskCostsNothing_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("inPlace");
        QTest::addColumn<bool>("key");
        for (const int size : {100, 1 << 20}) {
            const QByteArray name = QByteArray::number(size);
            QTest::newRow(QByteArray(name + " replaced")) << size << false << false;
            QTest::newRow(QByteArray(name + " in place")) << size << true << false;
            QTest::newRow(QByteArray(name + " key")) << size << false << true;
        }
    }

    void aFullDiskCostsNothing()
    {
        QFETCH(int, size);
        QFETCH(bool, inPlace);
        QFETCH(bool, key);
        make(path("old"), "what was there before", 0600);
        QStringList files{QStringLiteral("old")};
        if (inPlace) {
            QCOMPARE(::link(name("old").constData(), name("other name").constData()), 0);
            files.append(QStringLiteral("other name"));
        }
        Status written;
        Status made;
        {
            const FullDisk full;
            const FileAccess access = key ? FileAccess::OwnerOnly : FileAccess::Usual;
            written = writeWholeFile(path("old"), QByteArray(size, 'x'), access);
            made = writeWholeFile(path("new"), QByteArray(size, 'x'), access);
        }
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
        QCOMPARE(written.error().subject, path("old"));
        QCOMPARE(bytesOf(path("old")), QByteArray("what was there before"));
        QVERIFY(!made);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), files);
        QVERIFY(writeWholeFile(path("old"), QByteArray(size, 'x')));
        QCOMPARE(bytesOf(path("old")), QByteArray(size, 'x'));
    }

    void whatIsPendingIsThereOnceItIsPut()
    {
        make(path("old"), "old", 0640);
        for (const bool put : {false, true}) {
            auto file = PendingFile::write(path("old"), "new", FileAccess::Usual);
            QVERIFY(file);
            QCOMPARE(bytesOf(path("old")), QByteArray("old"));
            if (put) {
                const FullDisk full; // which is no matter any more
                QVERIFY(file->put());
            }
        }
        QCOMPARE(bytesOf(path("old")), QByteArray("new"));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("old")});
    }

    // As containers have one file of their host.
    void aFileThatIsMountedIsWrittenWhereItStands()
    {
        make(path("mounted"), "a longer text than the new one", 0644);
        if (::unshare(CLONE_NEWNS) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
            || ::mount(name("mounted").constData(), name("mounted").constData(), nullptr, MS_BIND, nullptr) != 0)
            QSKIP("this user may not mount anything");
        const Status written = writeWholeFile(path("mounted"), "new");
        const Status key = writeWholeFile(path("mounted"), "key", FileAccess::OwnerOnly);
        QCOMPARE(::umount(name("mounted").constData()), 0);
        QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().text()));
        QVERIFY2(key.ok(), key ? "" : qPrintable(key.error().text()));
        QCOMPARE(bytesOf(path("mounted")), QByteArray("key"));
        QCOMPARE(statusOf(path("mounted")).st_mode & 07777, mode_t(0600));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("mounted")});
    }

    void whatIsTheUsersOwnIsForNobodyElse()
    {
        const mode_t before = umask(0022);
        QVERIFY(makeOwnFolder(path("a/b/own")));
        QVERIFY(makeOwnFolder(path("a/b/own")));
        keepToOwner(path("a/b/own/made"));
        make(path("theirs"), "", 0644);
        keepToOwner(path("theirs"));
        umask(before);
        QCOMPARE(statusOf(path("a/b/own")).st_mode & 07777, mode_t(0700));
        QCOMPARE(statusOf(path("a/b/own/made")).st_mode & 07777, mode_t(0600));
        QCOMPARE(statusOf(path("theirs")).st_mode & 07777, mode_t(0600));
        QVERIFY(!makeOwnFolder(path("theirs")));
    }

    void aLinkStaysAndItsEndIsWritten()
    {
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("below")));
        make(path("below/end"), "old", 0644);
        QVERIFY(QFile::link(QStringLiteral("below/end"), path("middle")));
        QVERIFY(QFile::link(path("middle"), path("link")));
        QVERIFY(QFile::link(path("not there yet"), path("dangling")));
        QVERIFY(writeWholeFile(path("link"), "new"));
        QVERIFY(writeWholeFile(path("dangling"), "first"));
        for (const char* link : {"middle", "link", "dangling"})
            QVERIFY2(S_ISLNK(statusOf(path(link)).st_mode), link);
        QCOMPARE(bytesOf(path("below/end")), QByteArray("new"));
        QCOMPARE(bytesOf(path("not there yet")), QByteArray("first"));
        QVERIFY(QFile::link(path("round"), path("round")));
        QVERIFY(!writeWholeFile(path("round"), "x"));
    }

    // A second name, a foreign owner, a folder that takes no new file: what stands there is written over.
    void whatCanNotBeReplacedIsWrittenWhereItStands()
    {
        make(path("one"), "a longer text than the new one", 0644);
        QCOMPARE(::link(name("one").constData(), name("other").constData()), 0);
        QVERIFY(writeWholeFile(path("one"), "new"));
        QCOMPARE(bytesOf(path("other")), QByteArray("new"));
        if (geteuid() == 0) {
            make(path("theirs"), "a longer text than the new one", 0640);
            QCOMPARE(chown(name("theirs").constData(), 12345, 54321), 0);
            QVERIFY(writeWholeFile(path("theirs"), "new"));
            QCOMPARE(bytesOf(path("theirs")), QByteArray("new"));
            QCOMPARE(statusOf(path("theirs")).st_uid, uid_t(12345));
            QCOMPARE(statusOf(path("theirs")).st_gid, gid_t(54321));
            QCOMPARE(statusOf(path("theirs")).st_mode & 07777, mode_t(0640));
        } else {
            QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("shut")));
            make(path("shut/file"), "a longer text than the new one", 0644);
            QCOMPARE(chmod(name("shut").constData(), 0500), 0);
            QVERIFY(writeWholeFile(path("shut/file"), "new"));
            QCOMPARE(chmod(name("shut").constData(), 0700), 0);
            QCOMPARE(bytesOf(path("shut/file")), QByteArray("new"));
        }
    }

    void aPipeIsWrittenThrough()
    {
        QCOMPARE(mkfifo(name("pipe").constData(), 0600), 0);
        const int reader = open(name("pipe").constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        QVERIFY(QFile::link(path("pipe"), path("link")));
        QVERIFY(writeWholeFile(path("pipe"), "one"));
        QVERIFY(writeWholeFile(path("link"), " two"));
        char text[16] = {};
        QCOMPARE(read(reader, text, sizeof text), ssize_t(7));
        QCOMPARE(QByteArray(text), QByteArray("one two"));
        close(reader);
        QVERIFY(S_ISFIFO(statusOf(path("pipe")).st_mode));
    }

    // What bash makes of >(…), and /dev/stdout of a program whose output goes to a file.
    void whatAProcessHasOpenIsWrittenThrough()
    {
        int pipe[2];
        QCOMPARE(pipe2(pipe, O_CLOEXEC), 0);
        QVERIFY(writeWholeFile(QStringLiteral("/dev/fd/%1").arg(pipe[1]), "through"));
        char text[16] = {};
        QCOMPARE(read(pipe[0], text, sizeof text), ssize_t(7));
        QCOMPARE(QByteArray(text), QByteArray("through"));
        close(pipe[0]);
        close(pipe[1]);

        QFile open(path("open"));
        QVERIFY(open.open(QIODevice::ReadWrite));
        const auto before = statusOf(path("open"));
        QVERIFY(QFile::link(QStringLiteral("/proc/self/fd/%1").arg(open.handle()), path("link")));
        QVERIFY(writeWholeFile(path("link"), "through"));
        QCOMPARE(open.readAll(), QByteArray("through"));
        QCOMPARE(statusOf(path("open")).st_ino, before.st_ino);
    }

    void aDeviceIsWrittenThrough()
    {
        const auto before = statusOf(QStringLiteral("/dev/null"));
        QVERIFY(S_ISCHR(before.st_mode));
        // Root could replace a device; this one is our own, and where none can be made there is no root either.
        if (mknod(name("device").constData(), S_IFCHR | 0666, before.st_rdev) == 0) {
            QVERIFY(writeWholeFile(path("device"), "x"));
            QVERIFY(S_ISCHR(statusOf(path("device")).st_mode));
            QCOMPARE(statusOf(path("device")).st_mode & 07777, mode_t(0666) & ~umaskNow());
        }
        const Status full = writeWholeFile(QStringLiteral("/dev/full"), "x");
        QVERIFY(!full);
        QCOMPARE(full.error().subject, QStringLiteral("/dev/full"));
    }

    // Whoever runs as root must not be led elsewhere, whatever fs.protected_symlinks and its like say.
    void whatOthersMayHavePutThereIsLeftAlone_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("sticky") << 01777;
        QTest::newRow("not sticky") << 0777;
    }

    void whatOthersMayHavePutThereIsLeftAlone()
    {
        QFETCH(int, mode);
        QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("shared")));
        make(path("victim"), "precious", 0644);
        QVERIFY(QFile::link(path("victim"), path("shared/link")));
        QVERIFY(QFile::link(path("new"), path("shared/dangling")));
        QVERIFY(QFile::link(path("shared/link"), path("to a link")));
        QCOMPARE(::link(name("victim").constData(), name("shared/second name").constData()), 0);
        QList<const char*> bad{"shared/link", "shared/dangling", "to a link", "shared/second name"};
        if (geteuid() == 0) {
            for (const char* link : {"shared/link", "shared/dangling"})
                QCOMPARE(lchown(name(link).constData(), 12345, 12345), 0);
            make(path("shared/theirs"), "theirs", 0666);
            QCOMPARE(mkfifo(name("shared/their pipe").constData(), 0666), 0);
            for (const char* theirs : {"shared/theirs", "shared/their pipe"}) {
                QCOMPARE(chown(name(theirs).constData(), 12345, 12345), 0);
                bad.append(theirs);
            }
        }
        const int reader = open(name("shared/their pipe").constData(), O_RDONLY | O_NONBLOCK);
        QCOMPARE(chmod(name("shared").constData(), mode_t(mode)), 0);
        for (const FileAccess access : {FileAccess::Usual, FileAccess::OwnerOnly}) {
            for (const char* each : bad) {
                const Status written = writeWholeFile(path(each), "led astray", access);
                QVERIFY2(!written, each);
                QCOMPARE(written.error().code, ErrorCode::PermissionDenied);
                QCOMPARE(written.error().subject, path(each));
            }
        }
        close(reader);
        QCOMPARE(bytesOf(path("victim")), QByteArray("precious"));
        QVERIFY(!QFile::exists(path("new")));
        QVERIFY(S_ISLNK(statusOf(path("shared/link")).st_mode));

        // What is our own is as anywhere.
        QVERIFY(writeWholeFile(path("shared/own"), "first"));
        QCOMPARE(chmod(name("shared/own").constData(), 0640), 0);
        QVERIFY(writeWholeFile(path("shared/own"), "second"));
        QCOMPARE(bytesOf(path("shared/own")), QByteArray("second"));
        QCOMPARE(statusOf(path("shared/own")).st_mode & 07777, mode_t(0640));
        QVERIFY(writeWholeFile(path("shared/key"), "secret", FileAccess::OwnerOnly));
        QCOMPARE(statusOf(path("shared/key")).st_mode & 07777, mode_t(0600));
        QCOMPARE(QDir(path("shared")).entryList({QStringLiteral(".sallyport*")}, QDir::Files | QDir::Hidden).size(), 0);
    }

    void errorsNameThePath()
    {
        for (const char* bad : {"nowhere/at/all", "."}) {
            const Status status = writeWholeFile(path(bad), "x");
            QVERIFY2(!status, bad);
            QCOMPARE(status.error().subject, path(bad));
            QCOMPARE(status.error().code, ErrorCode::Io);
        }
    }

    void keysAreTheOwnersAlone()
    {
        QVERIFY(writeWholeFile(path("new.key"), "secret", FileAccess::OwnerOnly));
        QCOMPARE(statusOf(path("new.key")).st_mode & 07777, mode_t(0600));
        make(path("old.key"), "restored from a backup", 0644);
        QVERIFY(writeWholeFile(path("old.key"), "secret", FileAccess::OwnerOnly));
        QCOMPARE(statusOf(path("old.key")).st_mode & 07777, mode_t(0600));
    }

private:
    static mode_t umaskNow()
    {
        const mode_t now = umask(0);
        umask(now);
        return now;
    }
    QString path(const char* name) const { return m_dir->filePath(QLatin1StringView(name)); }
    QByteArray name(const char* name) const { return QFile::encodeName(path(name)); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestFileWriting)
#include "test_filewriting.moc"
