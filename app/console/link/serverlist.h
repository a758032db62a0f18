// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/console.h"
#include "models/control/identity.h"

namespace sallyport
{

// The servers this console was enrolled with, in the user's settings, and the key it is known by, in a file that only
// its owner may read.
class ServerList
{
public:
    explicit ServerList(const QString& dataFolder);

    // Endpoints come without the console's key; see complete().
    QList<ServerEntry> load() const;
    void save(const ServerEntry& entry);
    void remove(const QString& key);

    // The console's own certificate and key, made on first use.
    Result<TlsIdentity> identity();
    // Puts the console's key into an entry read by load().
    Status complete(ServerEntry& entry);

private:
    QString m_identityFile;
    std::optional<TlsIdentity> m_identity;
};

// Adds every server of the list. Without the console's key they are there all the same; each then says that it can't be
// reached, and the answer says why.
Status addKnownServers(Console& console);

} // namespace sallyport
