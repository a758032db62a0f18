// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/hostsfile.h"

#include "app/service/dataplane/sockaddress.h"
#include "app/service/dataplane/thisserver.h"
#include "models/base/hostname.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <sstream>

namespace sallyport
{

namespace
{

constexpr std::chrono::seconds lookEvery{1};

const IpAddress loopbackV4 = IpAddress::fromV4(0x7f000001);

bool same(const struct stat& a, const struct stat& b)
{
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size
        && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

bool isOwnName(const std::string& name)
{
    std::array<char, 256> own{};
    if (::gethostname(own.data(), own.size() - 1) != 0)
        return false;
    std::string_view why;
    const auto host = canonicalHost(own.data(), why);
    return host && host->text == name;
}

// What others reach this computer by.
Resolver::Addresses ownAddresses()
{
    Resolver::Addresses addresses = interfaceAddresses();
    std::erase_if(addresses, isLocalOnly);
    if (addresses.empty())
        addresses.push_back(loopbackV4);
    return addresses;
}

} // namespace

HostsFile::HostsFile(std::string path)
    : m_path(std::move(path))
{
}

bool HostsFile::refresh(std::chrono::steady_clock::time_point now)
{
    if (m_looked != std::chrono::steady_clock::time_point() && now - m_looked < lookEvery)
        return false;
    m_looked = now;
    struct stat seen {
    };
    if (::stat(m_path.c_str(), &seen) != 0)
        seen = {};
    if (same(seen, m_seen))
        return false;
    m_seen = seen;
    read();
    return true;
}

void HostsFile::read()
{
    m_names.clear();
    std::ifstream file(m_path);
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream words(line.substr(0, line.find('#')));
        std::string word;
        words >> word;
        const auto address = IpAddress::parse(std::string_view(word));
        std::string_view why;
        while (address && words >> word) {
            if (const auto host = canonicalHost(word, why); host && !host->address) {
                Resolver::Addresses& known = m_names[host->text];
                if (std::find(known.begin(), known.end(), *address) == known.end())
                    known.push_back(*address);
            }
        }
    }
}

Resolver::Addresses HostsFile::find(const std::string& name) const
{
    if (const auto found = m_names.find(name); found != m_names.end())
        return found->second;
    if (name == "localhost" || name.ends_with(".localhost"))
        return {loopbackV4, *IpAddress::parse(std::string_view("::1"))};
    if (isOwnName(name))
        return ownAddresses();
    return {};
}

} // namespace sallyport
