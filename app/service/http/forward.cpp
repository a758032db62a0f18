// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/forward.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace sallyport::http
{

namespace
{

// What Connection fields name beyond the options known here, for looking up: a server may send thousands of fields and
// name as many.
class ConnectionNames
{
public:
    ConnectionNames(const Head& head, const ConnectionOptions& connection)
    {
        if (!connection.others)
            return;
        for (const Field& field : head.fields) {
            if (field.id != FieldName::Connection)
                continue;
            std::string_view rest = field.value;
            while (const auto member = nextListMember(rest))
                m_names.push_back(*member);
        }
        std::sort(m_names.begin(), m_names.end(), lessNoCase);
    }
    bool contain(std::string_view name) const
    {
        return !m_names.empty() && std::binary_search(m_names.begin(), m_names.end(), name, lessNoCase);
    }

private:
    std::vector<std::string_view> m_names;
};

// Fields that mean this hop alone (RFC 9110 section 7.6.1), or that are written anew.
bool isOfThisHop(const Field& field, const ConnectionNames& named, bool upgrade)
{
    switch (field.id) {
    case FieldName::Connection:
    case FieldName::KeepAlive:
    case FieldName::ProxyField:
    case FieldName::Te:
    case FieldName::Trailer:
    case FieldName::TransferEncoding:
        return true;
    case FieldName::Upgrade:
        return !upgrade;
    // A Connection field that names one of these would change what the message says or hide a loop.
    case FieldName::ContentLength:
    case FieldName::Host:
    case FieldName::Via:
        return false;
    default:
        return named.contain(field.name);
    }
}

// Appends the lines that `keep` lets pass; lines that stand together in the buffer are copied together.
template <typename Keep> void appendFields(std::string& out, const Head& head, const Keep& keep)
{
    const char* runBegin = nullptr;
    const char* runEnd = nullptr;
    for (const Field& field : head.fields) {
        if (!keep(field))
            continue;
        if (field.line.empty()) {
            out.append(runBegin, static_cast<std::size_t>(runEnd - runBegin));
            runBegin = runEnd = nullptr;
            out += field.name;
            out += ": ";
            out += field.value;
            out += "\r\n";
            continue;
        }
        if (field.line.data() != runEnd) {
            out.append(runBegin, static_cast<std::size_t>(runEnd - runBegin));
            runBegin = field.line.data();
        }
        runEnd = field.line.data() + field.line.size();
    }
    out.append(runBegin, static_cast<std::size_t>(runEnd - runBegin));
}

void appendNumber(std::string& out, std::uint64_t number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
}

void appendVia(std::string& out, int minorVersion, std::string_view via)
{
    out += "Via: 1.";
    out += static_cast<char>('0' + minorVersion);
    out += ' ';
    out += via;
    out += "\r\n";
}

} // namespace

void appendRequest(std::string& out, const RequestHead& head, const Target& target, const RequestForwarding& forwarding)
{
    out += head.method;
    out += ' ';
    if (target.pathNeedsSlash)
        out += '/';
    out += target.path;
    out += " HTTP/1.1\r\nHost: ";
    out += target.authority.text;
    out += "\r\n";
    const ConnectionNames named(head, forwarding.connection);
    appendFields(out, head, [&](const Field& field) {
        if (field.id == FieldName::Host)
            return false;
        if (field.id == FieldName::MaxForwards && forwarding.maxForwards)
            return false;
        // A client of HTTP/1.0 could not read the interim reply it would cause.
        if (field.id == FieldName::Expect && head.minorVersion == 0)
            return false;
        return !isOfThisHop(field, named, forwarding.upgrade);
    });
    if (forwarding.maxForwards) {
        out += "Max-Forwards: ";
        appendNumber(out, *forwarding.maxForwards);
        out += "\r\n";
    }
    if (forwarding.framing.kind == BodyKind::Chunked)
        out += "Transfer-Encoding: chunked\r\n";
    if (forwarding.upgrade)
        out += "Connection: Upgrade\r\n";
    appendVia(out, head.minorVersion, forwarding.via);
    out += "\r\n";
}

void appendReply(std::string& out, const ReplyHead& head, const ReplyForwarding& forwarding)
{
    out += "HTTP/1.1 ";
    appendNumber(out, static_cast<std::uint64_t>(head.status));
    out += ' ';
    out += head.reason;
    out += "\r\n";
    // RFC 9110 section 8.6; beside chunked a length means nothing.
    const bool noLength = head.status < 200 || head.status == 204 || head.count(FieldName::TransferEncoding) > 0;
    std::string_view lengths = head.value(FieldName::ContentLength);
    const bool manyLengths = head.count(FieldName::ContentLength) > 1 || lengths.find(',') != std::string_view::npos;
    bool dated = forwarding.date.empty();
    const ConnectionNames named(head, forwarding.connection);
    appendFields(out, head, [&](const Field& field) {
        if (field.id == FieldName::ContentLength && (noLength || manyLengths))
            return false;
        const bool kept = !isOfThisHop(field, named, forwarding.upgrade);
        dated = dated || (kept && field.id == FieldName::Date);
        return kept;
    });
    if (manyLengths && !noLength) {
        out += "Content-Length: ";
        out += nextListMember(lengths).value_or(std::string_view());
        out += "\r\n";
    }
    if (!dated) {
        out += "Date: ";
        out += forwarding.date;
        out += "\r\n";
    }
    appendVia(out, head.minorVersion, forwarding.via);
    if (forwarding.framing.kind == BodyKind::Chunked)
        out += "Transfer-Encoding: chunked\r\n";
    if (forwarding.upgrade)
        out += "Connection: Upgrade\r\n";
    else if (forwarding.close)
        out += "Connection: close\r\n";
    else if (forwarding.ownConnection)
        out += "Proxy-Support: Session-Based-Authentication\r\nConnection: Proxy-Support\r\n";
    if (forwarding.keepAlive && !forwarding.close)
        out += "Connection: keep-alive\r\nProxy-Connection: keep-alive\r\n";
    out += "\r\n";
}

bool isLoop(const RequestHead& head, std::string_view via)
{
    if (head.count(FieldName::Via) == 0)
        return false;
    for (const Field& field : head.fields) {
        if (field.id != FieldName::Via)
            continue;
        std::string_view rest = field.value;
        while (const auto member = nextListMember(rest)) {
            // "1.1 name (comment)": the name is the second word.
            const std::size_t space = member->find_first_of(" \t");
            if (space == std::string_view::npos)
                continue;
            const std::string_view name = trimmed(member->substr(space));
            if (equalsNoCase(name.substr(0, name.find_first_of(" \t")), via))
                return true;
        }
    }
    return false;
}

bool wantsUpgrade(const RequestHead& head, const ConnectionOptions& connection)
{
    if (!connection.upgrade || head.minorVersion == 0 || head.count(FieldName::Upgrade) != 1)
        return false;
    const std::string_view protocols = head.value(FieldName::Upgrade);
    std::string_view rest = protocols;
    while (const auto member = nextListMember(rest)) {
        if (equalsNoCase(*member, "h2c") || equalsNoCase(*member, "h2") || startsWithNoCase(*member, "HTTP/"))
            return false;
    }
    return !protocols.empty();
}

} // namespace sallyport::http
