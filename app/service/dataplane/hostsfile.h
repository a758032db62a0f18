// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/resolver.h"

#include <sys/stat.h>

#include <unordered_map>

namespace sallyport
{

// The names that need no name server: those of the hosts file (hosts(5)), localhost and all below it (RFC 6761), and
// the computer's own name. Threading: one thread.
class HostsFile
{
public:
    explicit HostsFile(std::string path);

    // Reads the file again if it changed since; looks once a second. True: it did.
    bool refresh(std::chrono::steady_clock::time_point now);
    // Empty: not known here.
    Resolver::Addresses find(const std::string& name) const;

private:
    void read();

    std::string m_path;
    std::chrono::steady_clock::time_point m_looked;
    struct stat m_seen {
    };
    std::unordered_map<std::string, Resolver::Addresses> m_names;
};

} // namespace sallyport
