// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/w3clog.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

// Whatever the bytes are: what was read is written as one line, which reads back as what it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // Longer texts are cut when they are written, so they need not come back.
    if (size > w3cTextLimit / 3)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const W3cLog log : {W3cLog::Firewall, W3cLog::WebProxy}) {
        const Result<LogRecord> record = parseW3cLine(bytes, log);
        if (!record)
            continue;
        std::string line;
        appendW3cLine(line, *record, log, "server");
        if (line.find_first_of("\r\n") != std::string::npos)
            std::abort();
        const Result<LogRecord> again = parseW3cLine(line, log);
        if (!again)
            std::abort();
        std::string twice;
        appendW3cLine(twice, *again, log, "server");
        if (twice != line)
            std::abort();
    }
    return 0;
}
