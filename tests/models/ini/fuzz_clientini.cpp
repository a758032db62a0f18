// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// A section whose settings are all gone and that holds foreign lines is no program's any more, so only programs with
// settings are counted.
static qsizetype programs(const ClientIni& ini)
{
    return std::count_if(ini.client.applications.begin(), ini.client.applications.end(),
        [](const ApplicationEntry& entry) { return !entry.settings.isEmpty(); });
}

// Whatever the bytes are: reading ends, and a file edited to what it says itself still says so and then stays as it is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<ClientIni> ini = readClientIni(bytes);
    const Result<ClientIni> own = readWspcfg(bytes);
    if (ini.ok() != own.ok())
        std::abort();
    if (!ini)
        return 0;
    Policy policy;
    policy.client = ini->client;
    policy.localDomains = ini->localDomains;
    const Result<QByteArray> edited = editClientIni(bytes, policy);
    if (!edited)
        std::abort();
    const Result<ClientIni> again = readClientIni(*edited);
    if (!again || programs(*again) != programs(*ini) || again->client.port != ini->client.port)
        std::abort();
    const Result<QByteArray> twice = editClientIni(*edited, policy);
    if (!twice || *twice != *edited)
        std::abort();
    return 0;
}
