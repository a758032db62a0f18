// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/logrow.h"

#include "models/base/visibletext.h"

#include <cerrno>

namespace sallyport
{

void fillRow(LogRecord& row, const Request& request)
{
    row.way = request.way;
    row.client = request.client;
    row.user = request.user;
    row.computer = request.computer;
    if (row.agent.empty() && !request.application.empty())
        row.agent = request.application;
    row.host = request.host;
    row.address = request.address;
    row.port = request.port;
}

std::string clipped(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return asUtf8(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return asUtf8(text.substr(0, end)) + "...";
}

std::uint32_t firewallStatus(const Error& error, int code)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return firewallstatus::noSuchName;
    case ErrorCode::TimedOut:
        return firewallstatus::timedOut;
    case ErrorCode::LimitExceeded:
        return firewallstatus::noBuffers;
    case ErrorCode::Io:
        return firewallstatus::nameServerFailed;
    default:
        return code == ECONNREFUSED ? firewallstatus::refused : firewallstatus::unreachable;
    }
}

std::string deciderRule(const Decision& decision)
{
    return (decision.object.isEmpty() ? reasonWord(decision.reason) : decision.object).toStdString();
}

std::string endText(const EndReason& reason)
{
    std::string text = "disconnected by " + reason.who;
    if (!reason.why.empty())
        text += ": " + reason.why;
    return text;
}

} // namespace sallyport
