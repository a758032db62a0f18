// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/filewriting.h"
#include "models/control/controlclient.h"
#include "models/control/identity.h"

#include <QList>

namespace sallyport
{

// A service this user has enrolled with.
struct KnownServer {
    QString name; // as chosen here, unique
    QString host;
    quint16 port = 0;
    QString fingerprint;

    bool operator==(const KnownServer&) const = default;
};

// <folder>/servers.json and this user's certificate and key beside it (identity.crt, identity.key, mode 0600).
class ServerBook
{
public:
    explicit ServerBook(const QString& folder = defaultFolder());
    static QString defaultFolder(); // the user's configuration folder + "/sallyport"

    Result<QList<KnownServer>> servers() const; // empty when there is no file
    Result<KnownServer> server(const QString& name) const;
    // There once the file is put. ErrorCode::Duplicate when another host or port has the name; a server that was set up
    // anew, with another fingerprint, keeps its own.
    Result<PendingFile> add(const KnownServer& server) const;
    // Made on first use.
    Result<TlsIdentity> identity() const;
    Result<ControlEndpoint> endpoint(const KnownServer& server) const;

private:
    QString m_folder;
};

} // namespace sallyport
