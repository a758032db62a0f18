// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/localdoor.h"
#include "tests/app/service/control/flood.h"

#include <QLocalSocket>
#include <QTest>
#include <QThread>

#include <barrier>
#include <cstddef>
#include <functional>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sallyport;

namespace
{

sockaddr_un addressOf(const QString& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    return address;
}

// A socket that is bound to that file, or -1.
int bindSocket(const QString& path, int type)
{
    const int socket = ::socket(AF_UNIX, type | SOCK_CLOEXEC, 0);
    const sockaddr_un address = addressOf(path);
    if (bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return socket;
    close(socket);
    return -1;
}

// A socket file that nobody listens on any more.
bool leaveSocket(const QString& path)
{
    return close(bindSocket(path, SOCK_STREAM)) == 0;
}

bool connectTo(const Fd& socket, const QString& path)
{
    const sockaddr_un address = addressOf(path);
    return ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

struct stat entryAt(const QString& path)
{
    struct stat entry {
    };
    if (::lstat(QFile::encodeName(path).constData(), &entry) != 0)
        entry.st_ino = 0;
    return entry;
}

// renameat2() with flags fails with that code in this thread from now on.
bool denyRenameFlags(int code)
{
    const auto load = [](std::size_t at) { return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, quint32(at)); };
    sock_filter rules[] = {
        load(offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 3),
        load(offsetof(seccomp_data, args[4])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | quint32(code)),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{quint16(std::size(rules)), rules};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

bool isOnline(const QString& path)
{
    ControlEndpoint endpoint;
    endpoint.socketPath = path;
    ControlClient client;
    client.open(endpoint);
    return waitOnline(client);
}

} // namespace

// The control socket's file, what it replaces, and who finds a place behind it.
class TestLocalDoor : public QObject
{
    Q_OBJECT

private slots:
    void secondServiceIsRefused();
    void staleSocketIsTakenOver();
    void nothingElseIsReplaced_data();
    void nothingElseIsReplaced();
    void fileIsForItsOwnerAlone();
    void fileGoesAtTheEnd();
    void whatTookItsPlaceStays_data();
    void whatTookItsPlaceStays();
    void oneOfTwoGetsThePlace();
    void fileSystemsThatKnowRenameAlone_data();
    void fileSystemsThatKnowRenameAlone();
    void whatKilledServicesLeftIsSwept();
    void namesOfEveryLengthThatIsPromised();
    void acceptsAgainOnceThereAreDescriptors();
    void oneProcessLeavesOthersTheirPlaces();
};

void TestLocalDoor::secondServiceIsRefused()
{
    ControlRig first;
    ControlRig second;
    const Status listening = second.server->listenLocal(first.socketPath());
    QVERIFY(!listening.ok());
    QCOMPARE(listening.error().code, ErrorCode::Duplicate);
    // The first one still has its socket.
    ControlClient client;
    client.open(first.local());
    QVERIFY(waitOnline(client));
}

void TestLocalDoor::staleSocketIsTakenOver()
{
    ControlRig rig;
    const QString path = rig.dir.filePath(QStringLiteral("left.sock"));
    QVERIFY(leaveSocket(path));
    QVERIFY(rig.server->listenLocal(path).ok());
    ControlEndpoint endpoint;
    endpoint.socketPath = path;
    ControlClient client;
    client.open(endpoint);
    QVERIFY(waitOnline(client));
}

void TestLocalDoor::nothingElseIsReplaced_data()
{
    using Make = std::function<bool(const QString&)>;
    QTest::addColumn<Make>("make");
    QTest::newRow("file") << Make([](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("kept") == 4;
    });
    QTest::newRow("directory") << Make([](const QString& path) { return QDir().mkdir(path); });
    QTest::newRow("FIFO") << Make(
        [](const QString& path) { return mkfifo(QFile::encodeName(path).constData(), 0600) == 0; });
    QTest::newRow("dangling link") << Make(
        [](const QString& path) { return QFile::link(QString(path + QStringLiteral(".none")), path); });
    QTest::newRow("link to a stale socket") << Make([](const QString& path) {
        const QString socket = path + QStringLiteral(".left");
        return leaveSocket(socket) && QFile::link(socket, path);
    });
    // It stays open.
    QTest::newRow("socket for datagrams")
        << Make([](const QString& path) { return bindSocket(path, SOCK_DGRAM) >= 0; });
}

void TestLocalDoor::nothingElseIsReplaced()
{
    using Make = std::function<bool(const QString&)>;
    QFETCH(Make, make);
    ControlRig rig;
    const QString path = rig.dir.filePath(QStringLiteral("mine"));
    QVERIFY(make(path));
    const auto inode = [&path] { return entryAt(path).st_ino; };
    const auto before = inode();
    QVERIFY(before != 0);
    const Status listening = rig.server->listenLocal(path);
    QVERIFY(!listening.ok());
    QCOMPARE(listening.error().subject, path);
    QVERIFY(listening.error().detail.contains(QStringLiteral("choose another --control, or remove it")));
    QCOMPARE(inode(), before);
    const QStringList made{QStringLiteral("mine.????????")};
    QVERIFY(QDir(rig.dir.path()).entryList(made, QDir::System | QDir::Files).isEmpty());
    // Where it listened before, it goes on.
    ControlClient client;
    client.open(rig.local());
    QVERIFY(waitOnline(client));
}

void TestLocalDoor::fileIsForItsOwnerAlone()
{
    const mode_t before = ::umask(0);
    const ControlRig rig;
    ::umask(before);
    QCOMPARE(entryAt(rig.socketPath()).st_mode, mode_t(S_IFSOCK | 0600));
}

void TestLocalDoor::fileGoesAtTheEnd()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s"));
    auto door = LocalDoor::open(path, [](std::unique_ptr<QLocalSocket>) {});
    QVERIFY(door.ok());
    QCOMPARE(QDir(dir.path()).entryList(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot), {QStringLiteral("s")});
    door->reset();
    QVERIFY(QDir(dir.path()).isEmpty(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot));
}

void TestLocalDoor::whatTookItsPlaceStays_data()
{
    using Make = std::function<bool(const QString&)>;
    QTest::addColumn<Make>("make");
    QTest::newRow("nothing") << Make([](const QString&) { return true; });
    QTest::newRow("file") << Make([](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("kept") == 4;
    });
    QTest::newRow("socket") << Make([](const QString& path) { return bindSocket(path, SOCK_STREAM) >= 0; });
}

// Removed or replaced while the service runs: it is no longer ours to take away.
void TestLocalDoor::whatTookItsPlaceStays()
{
    using Make = std::function<bool(const QString&)>;
    QFETCH(Make, make);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s"));
    auto door = LocalDoor::open(path, [](std::unique_ptr<QLocalSocket>) {});
    QVERIFY(door.ok());
    // Its number is not used again as long as it has another name.
    const QString aside = dir.filePath(QStringLiteral("aside"));
    QCOMPARE(::rename(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()), 0);
    QVERIFY(make(path));
    const auto before = entryAt(path).st_ino;
    door->reset();
    QCOMPARE(entryAt(path).st_ino, before);
}

// Two services that find the same left-over socket: never both, never none, and the file is the winner's.
void TestLocalDoor::oneOfTwoGetsThePlace()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s"));
    for (int round = 0; round < 50; ++round) {
        QVERIFY(leaveSocket(path));
        std::barrier begin(2);
        std::barrier tried(3);
        std::barrier looked(3);
        std::atomic<int> won = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 2; ++i) {
            threads.emplace_back(QThread::create([&] {
                begin.arrive_and_wait();
                const auto door = LocalDoor::open(path, [](std::unique_ptr<QLocalSocket>) {});
                won += door.ok() ? 1 : 0;
                tried.arrive_and_wait();
                looked.arrive_and_wait();
            }));
            threads.back()->start();
        }
        tried.arrive_and_wait();
        const Fd client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const bool reached = connectTo(client, path);
        const auto files = QDir(dir.path()).entryList(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot);
        looked.arrive_and_wait();
        for (const auto& thread : threads)
            thread->wait();
        QCOMPARE(won.load(), 1);
        QVERIFY(reached);
        QCOMPARE(files, {QStringLiteral("s")});
        QVERIFY(!QFileInfo::exists(path));
    }
}

void TestLocalDoor::fileSystemsThatKnowRenameAlone_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("ZFS, NFS") << EINVAL;
    QTest::newRow("old kernel") << ENOSYS;
}

// As it is there: the flags of renameat2() are not known, here for one thread.
void TestLocalDoor::fileSystemsThatKnowRenameAlone()
{
    QFETCH(int, code);
    const QTemporaryDir dir;
    const QString fresh = dir.filePath(QStringLiteral("fresh"));
    const QString stale = dir.filePath(QStringLiteral("stale"));
    const QString file = dir.filePath(QStringLiteral("file"));
    QVERIFY(leaveSocket(stale));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    QStringList opened;
    QStringList reached;
    bool denied = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        denied = denyRenameFlags(code);
        std::vector<std::unique_ptr<LocalDoor>> doors;
        for (const QString& path : {fresh, stale, file, fresh}) {
            auto door = LocalDoor::open(path, [](std::unique_ptr<QLocalSocket>) {});
            if (!door)
                continue;
            opened.append(path);
            const Fd client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
            if (connectTo(client, path))
                reached.append(path);
            doors.push_back(*std::move(door));
        }
    }));
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY(denied);
    QCOMPARE(opened, (QStringList{fresh, stale}));
    QCOMPARE(reached, opened);
    QCOMPARE(
        QDir(dir.path()).entryList(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot), {QStringLiteral("file")});
}

void TestLocalDoor::whatKilledServicesLeftIsSwept()
{
    const QTemporaryDir dir;
    const auto at = [&dir](const char* name) { return dir.filePath(QString::fromLatin1(name)); };
    const auto age = [](const QString& path) {
        const timespec times[2] = {{1000, 0}, {1000, 0}};
        return ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0) == 0;
    };
    QVERIFY(leaveSocket(at("s.0123abcd")) && age(at("s.0123abcd")));
    QVERIFY(leaveSocket(at("s.0123abce"))); // of one that starts just now, for all we know
    QVERIFY(leaveSocket(at("s.other")) && age(at("s.other")));
    QVERIFY(leaveSocket(at("t.0123abcd")) && age(at("t.0123abcd")));
    QVERIFY(QFile(at("s.0123abcf")).open(QIODevice::WriteOnly) && age(at("s.0123abcf")));
    const Fd used(bindSocket(at("s.01234567"), SOCK_STREAM));
    QVERIFY(::listen(used.get(), 1) == 0 && age(at("s.01234567")));
    const auto door = LocalDoor::open(at("s"), [](std::unique_ptr<QLocalSocket>) {});
    QVERIFY(door.ok());
    QCOMPARE(QDir(dir.path()).entryList(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot).join(u' '),
        QStringLiteral("s s.01234567 s.0123abce s.0123abcf s.other t.0123abcd"));
}

void TestLocalDoor::namesOfEveryLengthThatIsPromised()
{
    const QTemporaryDir dir;
    for (const qsizetype length : {98, 99}) {
        const QString path = dir.path() + u'/' + QString(length - dir.path().size() - 1, u's');
        const auto door = LocalDoor::open(path, [](std::unique_ptr<QLocalSocket>) {});
        QCOMPARE(door.ok(), length == 98);
    }
}

void TestLocalDoor::acceptsAgainOnceThereAreDescriptors()
{
    ControlRig rig;
    const Fd early(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QVERIFY(runsOutOfDescriptors([&] { return connectTo(early, rig.socketPath()); }));
    QVERIFY(isOnline(rig.socketPath()));
    QTRY_COMPARE(rig.server->connections(), 1); // the early one
}

void TestLocalDoor::oneProcessLeavesOthersTheirPlaces()
{
    ControlLimits limits;
    limits.perProcess = 2;
    limits.local = 4;
    ControlRig rig(limits);
    Fd own[5];
    for (Fd& socket : own) {
        socket.reset(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        if (&socket - own >= 2)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("turned away")));
        QVERIFY(connectTo(socket, rig.socketPath()));
    }
    const auto isClosed = [](const Fd& socket) {
        char byte = 0;
        return ::recv(socket.get(), &byte, 1, MSG_DONTWAIT) == 0;
    };
    for (int i = 2; i < 5; ++i)
        QTRY_VERIFY(isClosed(own[i]));
    QCOMPARE(rig.server->connections(), 2);
    const sockaddr_un address = addressOf(rig.socketPath());
    const pid_t child = ::fork();
    if (child == 0) {
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        char end = 0;
        if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            while (::read(socket, &end, 1) > 0) { }
        ::_exit(0);
    }
    const bool come = QTest::qWaitFor([&] { return rig.server->connections() == 3; }, 10000);
    rig.server.reset(); // which ends the child
    ::waitpid(child, nullptr, 0);
    QVERIFY(come);
}

QTEST_GUILESS_MAIN(TestLocalDoor)
#include "test_localdoor.moc"
