// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace sallyport
{

// programKey() for the common case, without allocating: an ASCII name that fits into `buffer`. Nothing for any other
// name, which must then go through programKey(). The view points into `buffer`.
std::optional<std::string_view> asciiProgramKey(std::string_view program, std::span<char> buffer);

} // namespace sallyport
