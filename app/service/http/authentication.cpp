// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/authentication.h"

#include <algorithm>
#include <array>

namespace sallyport::http
{

namespace
{

// The registry of IANA without Negotiate, and what large services use beside it.
constexpr std::array<std::string_view, 30> statelessSchemes{"Basic", "Bearer", "Digest", "DPoP", "GNAP", "HOBA",
    "Mutual", "OAuth", "PrivateToken", "Concealed", "SCRAM-SHA-1", "SCRAM-SHA-256", "vapid", "AWS", "AWS4-HMAC-SHA256",
    "AWS4-ECDSA-P256-SHA256", "ApiKey", "GoogleLogin", "Hawk", "HMAC", "Key", "MAC", "SAPISIDHASH", "SharedKey",
    "SharedKeyLite", "Signature", "Token", "WebPush", "WSSE", "X-Auth-Token"};

bool isStateless(std::string_view scheme)
{
    return std::any_of(statelessSchemes.begin(), statelessSchemes.end(),
        [scheme](std::string_view known) { return equalsNoCase(scheme, known); });
}

// Takes the next member of a list off `rest`; commas in quoted strings divide nothing. nullopt: a string does not end.
std::optional<std::string_view> nextChallengePart(std::string_view& rest)
{
    bool quoted = false;
    std::size_t at = 0;
    for (; at < rest.size() && (quoted || rest[at] != ','); ++at) {
        if (rest[at] == '"')
            quoted = !quoted;
        else if (quoted && rest[at] == '\\')
            ++at;
    }
    if (quoted)
        return std::nullopt;
    const std::string_view part = trimmed(rest.substr(0, at));
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return part;
}

// A part is a parameter ("realm = x") of the scheme before it, or a scheme with or without its first parameter.
bool isParameter(std::string_view part)
{
    const std::size_t end = part.find_first_of(" \t=");
    if (end == std::string_view::npos)
        return false;
    const std::string_view rest = trimmed(part.substr(end));
    return rest.front() == '=' && isToken(part.substr(0, end));
}

// Wherever in a part, and however badly it is put: a lax client may log in by it.
bool namesBinding(std::string_view part)
{
    bool quoted = false;
    std::string_view word;
    for (std::size_t i = 0, begin = 0; i <= part.size(); ++i) {
        const char c = i < part.size() ? part[i] : ' ';
        if (c == '"')
            quoted = !quoted;
        if (!quoted && c != ' ' && c != '\t' && c != '=' && c != '"')
            continue;
        word = part.substr(begin, i - begin);
        begin = i + 1;
        if (quoted && c != '"')
            continue;
        if (equalsNoCase(word, "NTLM") || equalsNoCase(word, "Negotiate") || equalsNoCase(word, "Kerberos"))
            return true;
    }
    return false;
}

bool bindsConnection(std::string_view value, bool parametersAlone)
{
    std::string_view rest = value;
    bool any = parametersAlone;
    while (!rest.empty()) {
        const auto part = nextChallengePart(rest);
        if (!part)
            return true;
        if (namesBinding(*part))
            return true;
        if (part->empty() || (any && isParameter(*part)))
            continue;
        any = true;
        if (!isStateless(part->substr(0, part->find_first_of(" \t"))))
            return true;
    }
    return !any;
}

} // namespace

bool bindsConnection(const Head& head)
{
    if (head.count(FieldName::Authentication) + head.count(FieldName::ProxyField) == 0)
        return false;
    for (const Field& field : head.fields) {
        if (field.id == FieldName::Authentication) {
            if (bindsConnection(field.value, equalsNoCase(field.name, "Authentication-Info")))
                return true;
        } else if (field.id == FieldName::ProxyField) {
            if (equalsNoCase(field.name, "Proxy-Support")
                || ((equalsNoCase(field.name, "Proxy-Authorization") || equalsNoCase(field.name, "Proxy-Authenticate"))
                    && bindsConnection(field.value, false))
                || (equalsNoCase(field.name, "Proxy-Authentication-Info") && bindsConnection(field.value, true)))
                return true;
        }
    }
    return false;
}

} // namespace sallyport::http
