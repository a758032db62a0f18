// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/control/peercredentials.h"

#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport
{

namespace
{

QString userName(uid_t uid)
{
    passwd entry{};
    passwd* found = nullptr;
    char buffer[4096];
    if (getpwuid_r(uid, &entry, buffer, sizeof buffer, &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QStringLiteral("uid %1").arg(uid);
}

std::optional<ucred> credentialsOf(qintptr socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (getsockopt(int(socket), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return std::nullopt;
    return peer;
}

Caller callerOf(uid_t uid)
{
    Caller caller;
    caller.who = userName(uid);
    caller.from = QStringLiteral("local:uid=%1").arg(uid);
    caller.role = localRole(uid, geteuid());
    return caller;
}

} // namespace

std::optional<unsigned> peerUser(qintptr socket)
{
    const auto peer = credentialsOf(socket);
    return peer ? std::optional<unsigned>(peer->uid) : std::nullopt;
}

Caller localCaller(qintptr socket)
{
    Caller caller;
    if (const auto peer = credentialsOf(socket)) {
        caller = callerOf(peer->uid);
        caller.process = peer->pid;
        return caller;
    }
    caller.who = QStringLiteral("unknown");
    caller.from = QStringLiteral("local");
    return caller;
}

Caller ownCaller()
{
    return callerOf(getuid());
}

std::optional<Role> localRole(unsigned peerUid, unsigned ownUid)
{
    return peerUid == ownUid || peerUid == 0 ? std::optional(Role::Administrator) : std::nullopt;
}

} // namespace sallyport
