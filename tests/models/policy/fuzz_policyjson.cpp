// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// Whatever the bytes are: a failure names at least one problem, and what was read is written and read back alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    QList<Problem> problems;
    const Result<Policy> policy
        = policyFromJsonText(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), &problems);
    if (policy.ok() != problems.isEmpty())
        std::abort();
    if (!policy)
        return 0;
    validate(*policy);
    const Result<Policy> again = policyFromJsonText(policyToJsonText(*policy));
    if (!again || *again != *policy)
        std::abort();
    return 0;
}
