// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace sallyport
{

// A DNS name as RFC 1123 section 2.1 has it, underscores allowed (Windows computer names), without a final dot; 1-253
// characters in labels of 1-63.
bool isHostName(QStringView text);
// A host name or an address without brackets.
bool isHost(QStringView text);

} // namespace sallyport
