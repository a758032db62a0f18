// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sallyport
{

// What writing and reading of the W3C logs share: the names of a Firewall log's fields and their places. A Web Proxy
// log has the first webProxyFieldCount of them.

inline constexpr std::string_view firewallFields
    = "c-ip\tcs-username\tc-agent\tsc-authenticated\tdate\ttime\ts-svcname\ts-computername\tcs-referred\tr-host\tr-ip\t"
      "r-port\ttime-taken\tcs-bytes\tsc-bytes\tcs-protocol\tcs-transport\ts-operation\tcs-uri\tcs-mime-type\t"
      "s-object-source\tsc-status\ts-cache-info\trule#1\trule#2\tsessionid\tconnectionid";

// The places of the fields in a line.
enum W3cField : std::size_t {
    ClientIp,
    UserName,
    Agent,
    Authenticated,
    Date,
    Time,
    ServiceNameField,
    ComputerName,
    Referred,
    Host,
    RemoteIp,
    RemotePort,
    TimeTaken,
    BytesFromClient,
    BytesToClient,
    Protocol,
    Transport,
    OperationField,
    Uri,
    MimeType,
    ObjectSource,
    StatusField,
    CacheInfo,
    Rule1,
    Rule2,
    SessionNumber,
    ConnectionNumber,
    FieldCount,
};
inline constexpr std::size_t webProxyFieldCount = Rule2 + 1;

} // namespace sallyport
