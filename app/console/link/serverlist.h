// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console.h"
#include "models/control/identity.h"

namespace sallyport
{

// The servers this console was enrolled with (servers.json in the data folder) and the key it is known by
// (console.pem), in files that only their owner may read. The list of older consoles is in the user's settings, and
// read until there is a file; settings are emptied by a full disk.
class ServerList
{
public:
    explicit ServerList(const QString& dataFolder);

    // Endpoints come without the console's key; see complete().
    Result<QList<ServerEntry>> load() const;
    // On the disk, once these are ok.
    Status save(const ServerEntry& entry); // instead of one with the same key
    Status remove(const QString& key);

    // The console's own certificate and key, made on first use.
    Result<TlsIdentity> identity();
    // Puts the console's key into an entry read by load().
    Status complete(ServerEntry& entry);

private:
    Status write(const QList<ServerEntry>& entries) const;

    QString m_listFile;
    QString m_identityFile;
    std::optional<TlsIdentity> m_identity;
};

// Adds every server of the list. Without the console's key they are there all the same; each then says that it can't be
// reached, and the answer says why.
Status addKnownServers(Console& console);

} // namespace sallyport
