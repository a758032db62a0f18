// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/head.h"

#include <optional>
#include <string_view>

namespace sallyport
{

// Who asks, by the client's own words in the Sallyport-… headers: views into the head.
struct ClientIdentity {
    std::string_view application;
    std::string_view user;
    std::string_view computer;
};

// Nothing when a header is there twice, which would let two readers see two programs, is longer than any file name,
// account or computer name, or holds a character it may not have.
std::optional<ClientIdentity> identify(const http::RequestHead& head);

// What a client is told then, with 400.
inline constexpr std::string_view badIdentity
    = "A Sallyport- header is there twice, longer than 256 bytes, or holds a character it may not have.";

} // namespace sallyport
