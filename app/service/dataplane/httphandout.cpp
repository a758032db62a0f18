// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/httphandout.h"

#include "app/service/dataplane/clientidentity.h"
#include "app/service/dataplane/httpshard.h"
#include "models/base/visibletext.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sallyport
{

namespace
{

struct File {
    const QByteArray* content = nullptr;
    std::string tag;
    std::string_view type;
};

constexpr std::string_view iniType = "text/plain; charset=iso-8859-1";
constexpr std::string_view pacType = "application/x-ns-proxy-autoconfig";

std::string revisionTag(const HandOut& files, std::string_view name)
{
    return "\"" + std::to_string(files.revision) + '-' + std::string(name) + '"';
}

// What real clients ask for, in the spelling of normalised(); an empty query takes any.
struct Place {
    std::string_view path;
    std::string_view query;
    enum Kind { Mspclnt, Msplat, Wspad, Pac } kind;
    bool webProxy;
    bool firewallClient;
};
constexpr std::array places{
    Place{"/mspclnt.ini", {}, Place::Mspclnt, true, true},
    Place{"/msplat.txt", {}, Place::Msplat, false, true},
    Place{"/wspad.dat", {}, Place::Wspad, true, false},
    Place{"/wpad.dat", {}, Place::Pac, true, false},
    // Internet Explorer takes the last character off an address that DHCP ended without a NUL.
    Place{"/wpad.da", {}, Place::Pac, true, false},
    Place{"/proxy.pac", {}, Place::Pac, true, false},
    Place{"/array.dll", "get.routing.script", Place::Pac, true, false},
};

char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Percent-encoded characters as themselves, in lower case. What is no encoding stays.
std::string decoded(std::string_view text)
{
    const auto digit = [](char c) {
        constexpr std::string_view digits = "0123456789abcdef";
        return digits.find(lowerCase(c));
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%' && i + 2 < text.size() && digit(text[i + 1]) < 16 && digit(text[i + 2]) < 16) {
            c = static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        }
        out += lowerCase(c);
    }
    return out;
}

// "//./WPAD%2eDAT" -> "/wpad.dat": one slash between segments, "." and ".." resolved.
std::string normalised(std::string_view path)
{
    const std::string text = decoded(path);
    std::vector<std::string_view> segments;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view segment = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (segment == "..") {
            if (!segments.empty())
                segments.pop_back();
        } else if (!segment.empty() && segment != ".") {
            segments.push_back(segment);
        }
    }
    std::string out;
    for (const std::string_view segment : segments)
        out.append("/").append(segment);
    return out;
}

File fileOf(const HandOut& files, Place::Kind kind)
{
    switch (kind) {
    case Place::Mspclnt:
        return {&files.mspclnt, files.mspclntTag, iniType};
    case Place::Msplat:
        return {&files.msplat, files.msplatTag, iniType};
    case Place::Wspad:
        return {&files.wspad, revisionTag(files, "wspad"), iniType};
    case Place::Pac:
        return {&files.pac, revisionTag(files, "pac"), pacType};
    }
    return {};
}

// Clients ask in any case, add a query of their own ("/wspad.dat?Type=WSPAD") or a "?" alone, and double slashes.
File fileAt(const HandOut& files, HandOutSide side, std::string_view target)
{
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string path = normalised(target.substr(0, mark));
    const std::string query = decoded(target.substr(std::min(mark + 1, target.size())));
    const std::string_view word = std::string_view(query).substr(0, query.find_first_of("?&#="));
    for (const Place& place : places) {
        const bool here = side == HandOutSide::WebProxy ? place.webProxy : place.firewallClient;
        if (here && path == place.path && (place.query.empty() || word == place.query))
            return fileOf(files, place.kind);
    }
    return {};
}

void tellFetch(Shard& shard, const HandOut& files, const IpAddress& client, std::string_view computer)
{
    ClientFetch fetch;
    fetch.computer = peerText(computer);
    fetch.address = client;
    fetch.version = QString::fromStdString(files.mspclntTag);
    fetch.revision = files.revision;
    fetch.fetched = shard.now();
    fetch.since = fetch.fetched;
    shard.world().fetches.fetched(fetch);
}

} // namespace

HandOutReply handOut(Shard& shard, HandOutSide side, const IpAddress& client, const http::RequestHead& head,
    std::string_view path, bool close)
{
    const bool isHead = head.method == "HEAD";
    const http::ReplyContext context = shard.http().context(close, isHead);
    const HandOut& files = shard.enforcement()->handOut;
    const File file = fileAt(files, side, path);
    if (!file.content)
        return {404, http::errorReply({404, "There is no such file on this server.", {}, path, {}}, context)};
    if (head.method != "GET" && !isHead) {
        return {405,
            http::errorReply(
                {405, "This file can only be fetched, with GET or HEAD.", {}, path, "Allow: GET, HEAD\r\n"}, context)};
    }
    const std::optional<ClientIdentity> identity = identify(head);
    if (!identity)
        return {400, http::errorReply({400, badIdentity, {}, path, {}}, context)};
    if (file.content == &files.mspclnt && !isHead)
        tellFetch(shard, files, client, identity->computer);
    if (http::matchesEntityTag(head.value(http::FieldName::IfNoneMatch), file.tag))
        return {304, http::notModifiedReply(file.tag, context)};
    // The client asks again each time, and is mostly told that nothing changed.
    const std::string fields = "ETag: " + file.tag + "\r\nCache-Control: no-cache\r\n";
    const std::string_view content(file.content->constData(), static_cast<std::size_t>(file.content->size()));
    return {200, http::contentReply(200, file.type, content, fields, context)};
}

} // namespace sallyport
