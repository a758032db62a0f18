// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/peercredentials.h"
#include "app/service/control/servicekey.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sallyport;

// Who is at the other end of a local socket, and how the service keeps its own key.
class TestPeers : public QObject
{
    Q_OBJECT

private slots:
    void ownUserIsAdministrator();
    void unknownPeerHasNoRole();
    void anotherUserHasNoRole();
    void identityIsKept();
    void keyIsForItsOwnerAlone();
    void halfAnIdentityIsAnError();
    void keyOfAnotherCertificateIsAnError();
    void fingerprintsAreReadAsPrinted();
};

void TestPeers::ownUserIsAdministrator()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    const Caller caller = localCaller(ends[0]);
    ::close(ends[0]);
    ::close(ends[1]);
    QCOMPARE(caller.role, std::optional(Role::Administrator));
    QCOMPARE(caller.from, QStringLiteral("local:uid=%1").arg(::geteuid()));
}

// What the kernel tells nothing about is not root because a structure was all zeros.
void TestPeers::unknownPeerHasNoRole()
{
    QVERIFY(!localCaller(-1).role);
}

// A process of another user connects to a socket that everybody may use. Only root can become somebody else.
void TestPeers::anotherUserHasNoRole()
{
    if (::geteuid() != 0)
        QSKIP("becoming another user takes root");
    const QTemporaryDir dir;
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    const QByteArray path = dir.filePath(QStringLiteral("s")).toLocal8Bit();
    std::copy(path.cbegin(), path.cend(), at.sun_path);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
    QCOMPARE(::chmod(dir.path().toLocal8Bit().constData(), 0755), 0);
    QCOMPARE(::chmod(path.constData(), 0777), 0);
    QCOMPARE(::listen(listener, 1), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const int own = ::setresuid(65534, 65534, 65534) == 0 ? ::socket(AF_UNIX, SOCK_STREAM, 0) : -1;
        const bool up = ::connect(own, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0;
        char end;
        while (up && ::read(own, &end, 1) > 0) { }
        ::_exit(up ? 0 : 1);
    }
    const int peer = ::accept(listener, nullptr, nullptr);
    const Caller caller = localCaller(peer);
    ::close(peer);
    ::close(listener);
    int status = -1;
    ::waitpid(child, &status, 0);
    QCOMPARE(status, 0);
    QVERIFY(!caller.role);
    QCOMPARE(caller.from, QStringLiteral("local:uid=65534"));
}

void TestPeers::identityIsKept()
{
    const QTemporaryDir dir;
    const auto first = serviceIdentity(dir.path(), QStringLiteral("gate"));
    const auto second = serviceIdentity(dir.path(), QStringLiteral("gate"));
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(second->fingerprint, first->fingerprint);
}

void TestPeers::keyIsForItsOwnerAlone()
{
    const QTemporaryDir dir;
    const mode_t before = ::umask(0);
    const bool made = serviceIdentity(dir.path(), QStringLiteral("gate")).ok();
    ::umask(before);
    QVERIFY(made);
    const QFileDevice::Permissions others
        = QFileDevice::Permissions(0x77) | QFileDevice::ExeOwner; // group and others, and nobody runs it
    for (const char* name : {"service.key", "service.crt"})
        QCOMPARE(QFileInfo(dir.filePath(QLatin1StringView(name))).permissions() & others, QFileDevice::Permissions());
}

void TestPeers::halfAnIdentityIsAnError()
{
    const QTemporaryDir dir;
    QVERIFY(serviceIdentity(dir.path(), QStringLiteral("gate")).ok());
    QVERIFY(QFile::remove(dir.filePath(QStringLiteral("service.key"))));
    QVERIFY(!serviceIdentity(dir.path(), QStringLiteral("gate")).ok());
    // The other half alone is a first start that was cut short.
    QVERIFY(QFile::remove(dir.filePath(QStringLiteral("service.crt"))));
    QVERIFY(serviceIdentity(dir.path(), QStringLiteral("gate")).ok());
}

void TestPeers::keyOfAnotherCertificateIsAnError()
{
    const TlsIdentity one = makeIdentity(QStringLiteral("one")).value();
    const TlsIdentity two = makeIdentity(QStringLiteral("two")).value();
    QVERIFY(readIdentity(one.certificatePem, one.privateKeyPem).ok());
    const auto mixed = readIdentity(one.certificatePem, two.privateKeyPem);
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, ErrorCode::Corrupt);
}

void TestPeers::fingerprintsAreReadAsPrinted()
{
    const QString plain = makeIdentity(QStringLiteral("gate"))->fingerprint;
    QString printed;
    for (qsizetype i = 0; i < plain.size(); i += 2)
        printed += (i > 0 ? QStringLiteral(":") : QString()) + plain.mid(i, 2).toUpper();
    QCOMPARE(canonicalFingerprint(QStringLiteral(" %1\n").arg(printed)).value(), plain);
    for (const QString& wrong : {QString(), plain.chopped(1), QString(plain + u'0'), QString(plain.chopped(1) + u'g')})
        QVERIFY2(!canonicalFingerprint(wrong), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(TestPeers)
#include "test_peers.moc"
