// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace sallyport::http
{

// A message that is not served: the status to answer with and one plain English sentence for the page. `detail` points
// to static text.
struct Refusal {
    int status = 400;
    std::string_view detail;

    bool operator==(const Refusal&) const = default;
};

// tchar of RFC 9110 section 5.6.2.
bool isTokenByte(char c);
bool isToken(std::string_view text);
// Bytes a field value may hold (RFC 9110 section 5.5): HTAB, SP, VCHAR, obs-text.
bool isFieldValue(std::string_view text);
// Bytes of a request target: visible ASCII without "#", which starts a fragment and never travels.
bool isTargetText(std::string_view text);
bool isDigits(std::string_view text);

// ASCII only, as HTTP compares names.
bool equalsNoCase(std::string_view a, std::string_view b);
bool lessNoCase(std::string_view a, std::string_view b); // some order in which those that are equal stand together
bool startsWithNoCase(std::string_view text, std::string_view start);
// Without SP and HTAB at both ends.
std::string_view trimmed(std::string_view text);

// Walks a comma-separated list (RFC 9110 section 5.6.1); empty members are skipped. Takes the first member off `rest`,
// nullopt at its end. Quoted strings are not known here: no list read with it has them.
std::optional<std::string_view> nextListMember(std::string_view& rest);

} // namespace sallyport::http
