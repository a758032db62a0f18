// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/logrecord.h"

#include <string>
#include <string_view>

namespace sallyport
{

// A record as the log database keeps it: the W3C line of the Firewall log behind the fields that line lacks
// (microseconds since 1970, operation, method, computer), separated by TAB. Holds no line end, whatever clients send.
void appendLogRow(std::string& out, const LogRecord& record);
Result<LogRecord> parseLogRow(std::string_view row);

} // namespace sallyport
