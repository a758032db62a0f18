// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/policyini.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// Whatever the bytes are: a failure names at least one problem, and what was read is written and read back alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QList<Problem> problems;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<Policy> policy = readPolicyIni(bytes, &problems);
    if (policy.ok() != problems.isEmpty())
        std::abort();
    if (!policy)
        return 0;
    const Result<Policy> again = readPolicyIni(writePolicyIni(*policy));
    if (!again || *again != *policy)
        std::abort();
    return 0;
}
