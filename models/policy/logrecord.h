// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/session.h"

#include <string>

namespace sallyport
{

enum class LogOperation { Open, Close, Denied, Request };

// One row of the Firewall or Web Proxy log (fields of ISA Server's W3C extended format, UTC). Plain std types: made on
// the data plane for every connection. Empty text is written as "-".
struct LogRecord {
    SessionType way = SessionType::FirewallClient;
    LogOperation operation = LogOperation::Open;
    TimePoint time; // date, time
    IpAddress client; // c-ip
    std::string user; // cs-username
    std::string agent; // c-agent: "msmsgs.exe:os" or User-Agent
    std::string computer; // not a W3C field; kept for look-ups
    bool authenticated = false; // sc-authenticated
    std::string referrer; // cs-referred
    std::string host; // r-host
    IpAddress address; // r-ip
    std::uint16_t port = 0; // r-port
    std::uint32_t milliseconds = 0; // time-taken
    std::uint64_t bytesSent = 0; // cs-bytes
    std::uint64_t bytesReceived = 0; // sc-bytes
    std::string protocol; // cs-protocol: "http", "https", "socks4", "-"
    std::string uri; // cs-uri
    std::string method; // s-operation for Web Proxy requests: "GET", "CONNECT"
    std::string mimeType; // cs-mime-type
    std::uint32_t status = 0; // sc-status
    std::string rule1; // rule#1: the entry or rule that denied, else the protocol rule
    std::string rule2; // rule#2
    SessionId session = 0;
    ConnectionId connection = 0;
};

} // namespace sallyport
