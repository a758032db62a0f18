// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/logrecord.h"

#include <string>
#include <string_view>

namespace sallyport
{

// The connection log as text: W3C extended log file format (W3C working draft WD-logfile-960323) with the fields of ISA
// Server 2000's Firewall and Web Proxy logs (its product documentation, "Log fields"), separated by TAB, times in UTC.
enum class W3cLog {
    Firewall, // all fields; Firewall Client, SOCKS and SecureNAT
    WebProxy, // the first 25: without sessionid and connectionid
};

W3cLog w3cLogOf(SessionType way);

// The names of the fields as they stand behind "#Fields: ".
std::string_view w3cFields(W3cLog log);

// Appends one line without its end. Empty text, a null address and fields that do not apply are "-". Texts are written
// by appendVisible(), so that nothing a client sends can forge a line, a field or a name; those beyond w3cTextLimit
// bytes are cut there. `server` is the name for s-computername. LogRecord::computer has no field.
void appendW3cLine(std::string& out, const LogRecord& record, W3cLog log, std::string_view server);
inline constexpr std::size_t w3cTextLimit = 4096;

// The record a line stands for. Times have whole seconds, the fields that the log lacks are empty, and text that had to
// be written out stays so. A Web Proxy line does not tell a refused request from a served one: its operation is
// Request.
Result<LogRecord> parseW3cLine(std::string_view line, W3cLog log);

// Text as one field, by the rules of appendW3cLine.
void appendW3cText(std::string& out, std::string_view text);

std::string_view logOperationWord(LogOperation operation); // "Connect", "Disconnect", "Denied", "Request"
std::optional<LogOperation> logOperationFromWord(std::string_view word);

// s-svcname: "fwsrv", "w3proxy", "socks4", "securenat".
std::string_view w3cServiceName(SessionType way);
std::optional<SessionType> sessionTypeFromW3cServiceName(std::string_view name);

} // namespace sallyport
