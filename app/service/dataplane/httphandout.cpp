// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/dataplane/httphandout.h"

#include "app/service/dataplane/httpshard.h"

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

// Paths compare without case: clients of the time asked for /WPAD.DAT as well.
File fileAt(const HandOut& files, HandOutSide side, std::string_view path)
{
    if (http::equalsNoCase(path, "/mspclnt.ini"))
        return {&files.mspclnt, files.mspclntTag, iniType};
    if (side == HandOutSide::FirewallClient)
        return http::equalsNoCase(path, "/msplat.txt") ? File{&files.msplat, files.msplatTag, iniType} : File{};
    if (http::equalsNoCase(path, "/wpad.dat") || http::equalsNoCase(path, "/array.dll?Get.Routing.Script"))
        return {&files.pac, revisionTag(files, "pac"), pacType};
    if (http::equalsNoCase(path, "/wspad.dat"))
        return {&files.wspad, revisionTag(files, "wspad"), iniType};
    return {};
}

void tellFetch(Shard& shard, const HandOut& files, const IpAddress& client, const http::RequestHead& head)
{
    ClientFetch fetch;
    const std::string_view computer = head.value(http::FieldName::SallyportComputer);
    fetch.computer = QString::fromUtf8(computer.data(), static_cast<qsizetype>(computer.size()));
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
    if (file.content == &files.mspclnt && !isHead)
        tellFetch(shard, files, client, head);
    if (http::matchesEntityTag(head.value(http::FieldName::IfNoneMatch), file.tag))
        return {304, http::notModifiedReply(file.tag, context)};
    // The client asks again each time, and is mostly told that nothing changed.
    const std::string fields = "ETag: " + file.tag + "\r\nCache-Control: no-cache\r\n";
    const std::string_view content(file.content->constData(), static_cast<std::size_t>(file.content->size()));
    return {200, http::contentReply(200, file.type, content, fields, context)};
}

} // namespace sallyport
