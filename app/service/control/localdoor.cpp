// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/localdoor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace sallyport
{

namespace
{

constexpr int backlog = 128;
constexpr int attempts = 5;
constexpr time_t leftAfterSeconds = 60;
constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;

QString kindOf(const struct stat& entry)
{
    if (S_ISLNK(entry.st_mode))
        return QStringLiteral("a symbolic link");
    if (S_ISDIR(entry.st_mode))
        return QStringLiteral("a directory");
    return S_ISREG(entry.st_mode) ? QStringLiteral("a file") : QStringLiteral("a device or pipe");
}

bool isOurs(const struct stat& entry, const QString& path)
{
    struct stat folder {
    };
    return entry.st_uid == geteuid()
        || (stat(QFile::encodeName(QFileInfo(path).path()).constData(), &folder) == 0 && entry.st_uid == folder.st_uid);
}

Error systemError(const QString& path)
{
    return {ErrorCode::Io, path, QString::fromLocal8Bit(std::strerror(errno))};
}

Error somebodyElses(const QString& path)
{
    return {ErrorCode::Duplicate, path,
        QStringLiteral("there is a socket that another program may use; choose another --control, or remove it")};
}

sockaddr_un addressOf(const QByteArray& name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, name.constData(), sizeof address.sun_path);
    return address;
}

// Why nobody can be reached there: ECONNREFUSED where nobody listens, EAGAIN where the queue is full. 0: somebody can.
int errorOfConnecting(const QByteArray& name)
{
    const Fd probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(name);
    const bool up = probe && ::connect(probe.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    return up ? 0 : errno;
}

// Binds it to a name of its own beside `path`, which it gives back: where it is made nobody can connect yet.
Result<QByteArray> bindBeside(const Fd& socket, const QString& path)
{
    // The kernel gives the file the mode of the socket (unix(7) leaves it to the umask, which all threads share).
    if (::fchmod(socket.get(), ownerOnly) != 0)
        return systemError(path);
    for (int more = attempts; more > 0; --more) {
        const QByteArray name = QFile::encodeName(path) + '.'
            + QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
        const sockaddr_un address = addressOf(name);
        if (name.size() >= qsizetype(sizeof address.sun_path))
            return Error{ErrorCode::InvalidValue, path, QStringLiteral("this name is too long for a local socket")};
        if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            return name;
        if (errno != EADDRINUSE)
            break;
    }
    return systemError(path);
}

// Moves a file to a name that nothing has yet (else EEXIST). Not every file system knows how to do that in one step:
// ZFS and NFS say EINVAL.
bool moveToFree(const QByteArray& from, const QByteArray& to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    return ::link(from.constData(), to.constData()) == 0 && ::unlink(from.constData()) == 0;
}

// What a service that was killed between bindBeside() and putInPlace() left. One that starts at this moment does not
// listen yet, either, hence the age.
void sweepBeside(const QString& path)
{
    const QFileInfo place(path);
    const QRegularExpression made(
        QStringLiteral("\\A%1\\.[0-9a-f]{8}\\z").arg(QRegularExpression::escape(place.fileName())));
    const QStringList names = place.dir().entryList(QDir::System | QDir::Hidden);
    for (const QString& name : names) {
        if (!made.match(name).hasMatch())
            continue;
        const QByteArray file = QFile::encodeName(place.dir().filePath(name));
        struct stat entry {
        };
        if (::lstat(file.constData(), &entry) == 0 && S_ISSOCK(entry.st_mode) && entry.st_uid == ::geteuid()
            && ::time(nullptr) - entry.st_mtime > leftAfterSeconds && errorOfConnecting(file) == ECONNREFUSED)
            ::unlink(file.constData());
    }
}

} // namespace

std::optional<LocalDoor::FileId> LocalDoor::fileAt(const QByteArray& name)
{
    struct stat entry {
    };
    if (::lstat(name.constData(), &entry) != 0)
        return std::nullopt;
    return FileId{entry.st_dev, entry.st_ino};
}

// The socket that may be replaced, or why what is there stays.
Result<LocalDoor::FileId> LocalDoor::deadSocketAt(const QString& path)
{
    struct stat entry {
    };
    const QByteArray name = QFile::encodeName(path);
    if (::lstat(name.constData(), &entry) != 0)
        return errno == ENOENT ? Result<FileId>(FileId()) : systemError(path);
    if (!S_ISSOCK(entry.st_mode)) {
        return Error{ErrorCode::Duplicate, path,
            QStringLiteral(
                "there is %1, which a control socket does not replace; choose another --control, or remove it")
                .arg(kindOf(entry))};
    }
    const int code = errorOfConnecting(name);
    if (code == 0)
        return Error{ErrorCode::Duplicate, path,
            QStringLiteral("another service listens there; stop it or choose another --control")};
    // Only a refusal says that nobody listens; a queue that is full, or a socket of another kind, does not.
    if (code != ECONNREFUSED || !isOurs(entry, path))
        return somebodyElses(path);
    return FileId{entry.st_dev, entry.st_ino};
}

Status LocalDoor::putInPlace(const QByteArray& made, const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    for (int more = attempts; more > 0; --more) {
        if (moveToFree(made, name))
            return {};
        if (errno != EEXIST)
            return systemError(path);
        const auto dead = deadSocketAt(path);
        if (!dead)
            return dead.error();
        // What was looked at and what is replaced are the same, or both get back to where they were.
        if (::renameat2(AT_FDCWD, made.constData(), AT_FDCWD, name.constData(), RENAME_EXCHANGE) != 0) {
            if (errno == ENOENT)
                continue; // somebody took it away meanwhile
            // Where the file system has no such step, who comes between these two loses his place.
            if (errno == EINVAL || errno == ENOSYS) {
                if (fileAt(name) != *dead)
                    continue;
                return ::rename(made.constData(), name.constData()) == 0 ? Status() : systemError(path);
            }
            return systemError(path);
        }
        if (fileAt(made) == *dead)
            return ::unlink(made.constData()) == 0 ? Status() : systemError(path);
        if (::renameat2(AT_FDCWD, made.constData(), AT_FDCWD, name.constData(), RENAME_EXCHANGE) != 0)
            return systemError(path);
        return somebodyElses(path);
    }
    return somebodyElses(path);
}

Result<std::unique_ptr<LocalDoor>> LocalDoor::open(const QString& path, const Arrived& arrived)
{
    Fd listening(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!listening)
        return systemError(path);
    const auto made = bindBeside(listening, path);
    if (!made)
        return made.error();
    const auto file = fileAt(*made);
    Status done = file && ::listen(listening.get(), backlog) == 0 ? Status() : systemError(path);
    if (done)
        done = putInPlace(*made, path);
    if (!done) {
        if (file && fileAt(*made) == file)
            ::unlink(made->constData());
        return done.error();
    }
    sweepBeside(path);
    auto door = std::unique_ptr<LocalDoor>(new LocalDoor);
    door->m_name = QFile::encodeName(path);
    door->m_file = *file;
    door->m_accept
        = std::make_unique<AcceptLoop>(std::move(listening), path, [arrived](Fd peer, const sockaddr_storage&) {
              auto socket = std::make_unique<QLocalSocket>();
              if (socket->setSocketDescriptor(peer.get())) {
                  peer.release();
                  arrived(std::move(socket));
              }
          });
    return door;
}

LocalDoor::~LocalDoor()
{
    if (fileAt(m_name) == m_file)
        ::unlink(m_name.constData());
}

} // namespace sallyport
