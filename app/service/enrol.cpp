// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/enrol.h"

#include "app/service/control/enrolmentcode.h"
#include "app/service/control/peercredentials.h"
#include "app/service/control/servicekey.h"
#include "app/service/datafolder.h"
#include "app/service/folderlock.h"
#include "app/service/world.h"
#include "models/control/codec.h"
#include "models/control/localaddress.h"
#include "models/store/recordstore.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSysInfo>

#include <chrono>
#include <cstdio>

#include <unistd.h>

using namespace std::chrono_literals;

namespace sallyport
{

namespace
{

using Name = QLatin1StringView;

// For a service that starts or stops just now.
constexpr auto patience = 15s;
constexpr auto answerPatience = 60s;

struct Invitation {
    QString code;
    QString fingerprint;
};

// Root works as the folder's owner, so that no file in it becomes root's, which the service could not open.
class AsOwner
{
public:
    explicit AsOwner(const QFileInfo& folder)
        : m_switched(::geteuid() == 0 && folder.ownerId() != 0)
    {
        m_done = !m_switched || (::setegid(folder.groupId()) == 0 && ::seteuid(folder.ownerId()) == 0);
    }
    ~AsOwner()
    {
        if (m_switched && (::seteuid(0) != 0 || ::setegid(::getgid()) != 0))
            std::abort(); // half a switch is no state to go on in
    }
    AsOwner(const AsOwner&) = delete;
    AsOwner& operator=(const AsOwner&) = delete;
    bool done() const { return m_done; }

private:
    bool m_switched;
    bool m_done = false;
};

Error serviceError(ErrorCode code, const QString& socket, const QString& detail)
{
    return {code, socket, detail};
}

Result<Invitation> readAnswer(const QString& path, const QByteArray& line)
{
    const auto decoded = decodeMessage(line);
    const auto* message = std::get_if<RpcMessage>(&decoded);
    if (const auto* failure = message ? std::get_if<RpcFailure>(message) : nullptr)
        return failure->error;
    const auto* reply = message ? std::get_if<RpcReply>(message) : nullptr;
    if (!reply)
        return serviceError(ErrorCode::Syntax, path, QStringLiteral("the service's answer can't be understood"));
    return Invitation{
        reply->result.value(Name("code")).toString(), reply->result.value(Name("fingerprint")).toString()};
}

// ErrorCode::Unreachable: there is nobody (yet, or any more).
Result<Invitation> askService(const QString& path, Role role, unsigned owner)
{
    const auto address = LocalAddress::of(path);
    if (!address)
        return address.error();
    QLocalSocket socket;
    socket.connectToServer(address->name());
    if (!socket.waitForConnected(int(std::chrono::milliseconds(answerPatience).count()))) {
        return socket.error() == QLocalSocket::SocketAccessError
            ? serviceError(ErrorCode::PermissionDenied, path,
                QStringLiteral("only the service's own user and root may ask it; become one of these"))
            : serviceError(ErrorCode::Unreachable, path,
                QStringLiteral("a service works in this folder, but does not answer there; try again, or restart it"));
    }
    // Whoever may write the note may point root elsewhere.
    if (peerUser(socket.socketDescriptor()) != owner)
        return serviceError(ErrorCode::PermissionDenied, path, QStringLiteral("another user's program listens there"));
    socket.write(
        encodeMessage(RpcRequest{1, QStringLiteral("consoles.invite"), QJsonObject{{Name("role"), roleWord(role)}}}));
    const QDeadlineTimer deadline(answerPatience);
    while (!socket.canReadLine() && socket.waitForReadyRead(int(deadline.remainingTime()))) { }
    if (socket.canReadLine())
        return readAnswer(path, socket.readLine().trimmed());
    return serviceError(socket.state() == QLocalSocket::ConnectedState ? ErrorCode::TimedOut : ErrorCode::Unreachable,
        path, QStringLiteral("the service does not answer; try again, or look at its messages"));
}

// Under the folder's lock.
Result<Invitation> inviteHere(const QDir& folder, Role role)
{
    const TimePoint now = ServiceClock().now();
    const QString host = QSysInfo::machineHostName();
    if (const Status ready = readyPolicy(folder, defaultPolicy(host), now); !ready)
        return ready.error();
    const auto identity = serviceIdentity(folder.path(), host);
    if (!identity)
        return identity.error();
    const auto records = RecordStore::open(folder.filePath(QStringLiteral("records.db")));
    if (!records)
        return records.error();
    const Caller self = ownCaller();
    QString code;
    const Status kept = (*records)->atomically([&]() -> Status {
        const auto issued = issueEnrolmentCode(**records, role, now);
        if (!issued)
            return issued.error();
        code = *issued;
        return (*records)->addAudit(
            {0, now, self.who, self.from, QStringLiteral("consoles.invite"), invitationSentence(role), true});
    });
    return kept ? Result<Invitation>(Invitation{code, identity->fingerprint}) : kept.error();
}

Result<Invitation> invite(const ServiceOptions& options)
{
    const QDir folder(options.data);
    const QFileInfo info(options.data);
    if (!folder.exists())
        return Error{ErrorCode::NotFound, options.data,
            QStringLiteral("no such folder; start the service once, or mend --data")};
    const QDeadlineTimer deadline(patience);
    while (true) {
        QString socket = options.control;
        {
            const AsOwner owner(info);
            if (!owner.done())
                return Error{ErrorCode::PermissionDenied, options.data,
                    QStringLiteral("cannot become the folder's owner; run this as that user")};
            const auto lock = FolderLock::take(options.data, 100ms);
            if (lock)
                return inviteHere(folder, options.role);
            if (lock.error().code != ErrorCode::Duplicate)
                return lock.error();
            if (socket.isEmpty())
                socket = controlSocketOf(folder);
        }
        auto answer = askService(socket, options.role, info.ownerId());
        if (answer || answer.error().code != ErrorCode::Unreachable || deadline.hasExpired())
            return answer;
    }
}

} // namespace

int printEnrolmentCode(const ServiceOptions& options)
{
    prepareProcess();
    const auto invitation = invite(options);
    if (!invitation) {
        printError(invitation.error());
        return 1;
    }
    std::printf("code: %s\nfingerprint: %s\nrole: %s\nvalid for 15 minutes, once\n",
        invitation->code.toUtf8().constData(), invitation->fingerprint.toUtf8().constData(),
        roleWord(options.role).toUtf8().constData());
    return 0;
}

} // namespace sallyport
