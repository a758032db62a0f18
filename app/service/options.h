// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/revision.h"

#include <QHostAddress>
#include <QStringList>

namespace sallyport
{

struct ServiceOptions {
    enum class Command { Run, Check, Enrol, Help, Version };

    Command command = Command::Run;
    QString data; // folder of databases, logs and key; the private service's unless given
    QString control; // path of the local control socket; empty: <data>/control.sock
    QHostAddress tlsAddress{QHostAddress::LocalHost};
    quint16 tlsPort = 1746; // 0: a free one
    int halfClosedSeconds = 15; // what a connection is kept for when one side has ended and nothing moves
    bool ephemeral = false;
    int clientShare = 50; // percent of what there is for clients that one address may take
    int clientBinds = 16; // SOCKS BINDs that one address may wait with
    int requestMemory = 64; // MiB for unfinished requests of all clients
    bool untilStdinCloses = false;
    QString checkFile;
    Role role = Role::Viewer; // of the code to print
};

// The command line without the program's name. An error names the argument and what it takes.
Result<ServiceOptions> parseOptions(const QStringList& line);
QString serviceHelp();

} // namespace sallyport
