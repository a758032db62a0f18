// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blockingsocket.h"

// The far ends' side of an HTTP conversation, byte by byte.
namespace sallyport::testing
{

// Up to and with the empty line; less when the peer stopped.
std::string receiveHead(BlockingSocket& socket);
// A whole message whose body, if any, has a Content-Length.
std::string receiveMessage(BlockingSocket& socket);
// Until the peer's end.
std::string receiveAll(BlockingSocket& socket);
std::string withLength(const std::string& startLine, const std::string& body);

} // namespace sallyport::testing
