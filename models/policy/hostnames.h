// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ipaddress.h"

#include <QString>

namespace sallyport
{

// A DNS name as RFC 1123 section 2.1 has it, underscores allowed (Windows computer names), without a final dot; 1-253
// characters in labels of 1-63.
bool isHostName(QStringView text);
// A host name or an address without brackets.
bool isHost(QStringView text);
// An http or https URL with a host, of printable ASCII.
bool isWebUrl(const QString& text);
// Whether a client can connect to it: neither "any" nor a group.
bool isReachable(const IpAddress& address);

// The name an entry of the Local Domain Table stands for, in lower case and ASCII (RFC 3490); empty when it is no
// domain. Every entry is a suffix, as LocalDomains of mspclnt.ini is: "example.com", ".example.com" and "*.example.com"
// all take in example.com and every name below it.
QString domainSuffix(QStringView entry);

} // namespace sallyport
