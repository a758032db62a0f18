// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/head.h"

#include <algorithm>
#include <cstring>

namespace sallyport::http
{

namespace
{

// More empty lines before a request than any client sends by mistake.
constexpr std::size_t maximumLeadingBytes = 8;

// Takes a line with its end off `bytes`, and gives it without. `clean`: it ended with CR LF.
std::string_view takeLine(std::string_view& bytes, bool& clean)
{
    const std::size_t newline = std::min(bytes.find('\n'), bytes.size() - 1);
    clean = newline > 0 && bytes[newline - 1] == '\r';
    const std::string_view line = bytes.substr(0, clean ? newline - 1 : newline);
    bytes.remove_prefix(newline + 1);
    return line;
}

// `mended`: set when a server was forgiven something; null for a client, which is not.
std::optional<Refusal> readFields(std::string_view bytes, const HeadLimits& limits, Head& head, bool* mended)
{
    bool clean = true;
    while (!bytes.empty()) {
        const char* at = bytes.data();
        const std::string_view line = takeLine(bytes, clean);
        if (!clean && !mended)
            return Refusal{400, "A line ends with LF alone; lines end with CR LF."};
        if (!clean)
            *mended = true;
        if (line.empty())
            return std::nullopt;
        if (line.front() == ' ' || line.front() == '\t')
            return Refusal{400, "A header line begins with white space (obsolete line folding)."};
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos)
            return Refusal{400, "A header line has no colon."};
        std::string_view name = line.substr(0, colon);
        if (mended && trimmed(name).size() < name.size()) {
            name = trimmed(name);
            *mended = true;
            clean = false;
        }
        if (!isToken(name)) {
            if (!name.empty() && (name.back() == ' ' || name.back() == '\t'))
                return Refusal{400, "There is white space between a header's name and its colon."};
            return Refusal{400, "A header's name is empty or has a character that names may not have."};
        }
        const std::string_view value = line.substr(colon + 1);
        if (!isFieldValue(value))
            return Refusal{400, "A header's value holds a control character."};
        if (head.fields.size() >= limits.fields) {
            if (!mended)
                return Refusal{431, "The message has too many header lines."};
            *mended = true;
        }
        const std::string_view whole(at, static_cast<std::size_t>(bytes.data() - at));
        head.add({fieldName(name), name, trimmed(value), clean ? whole : std::string_view()});
    }
    return std::nullopt;
}

// "HTTP/1.x" -> x, -1 when it is not of the form, -2 when it is another major version.
int minorVersionOf(std::string_view text)
{
    const auto digit = [&text](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 8 || text.substr(0, 5) != "HTTP/" || !digit(5) || text[6] != '.' || !digit(7))
        return -1;
    return text[5] == '1' ? text[7] - '0' : -2;
}

} // namespace

HeadScanner::State HeadScanner::refuse(int status, std::string_view detail)
{
    m_refusal = {status, detail};
    return State::Refused;
}

HeadScanner::State HeadScanner::scan(std::string_view bytes)
{
    while (m_seen < bytes.size()) {
        const void* found = std::memchr(bytes.data() + m_seen, '\n', bytes.size() - m_seen);
        if (!found) {
            m_seen = bytes.size();
            break;
        }
        const auto newline = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
        m_seen = newline + 1;
        const bool clean = newline > m_line && bytes[newline - 1] == '\r';
        if (!clean && m_sender == Sender::Client)
            return refuse(400, "A line ends with LF alone; lines end with CR LF.");
        const bool empty = newline == m_line + (clean ? 1 : 0);
        const bool first = m_line == m_begin;
        m_line = m_seen;
        if (!empty)
            continue;
        if (!first) {
            if (m_line - m_begin > m_limits.bytes)
                return refuse(431, "The message's head is too long.");
            return State::Complete;
        }
        m_begin = m_line;
        if (m_begin > maximumLeadingBytes)
            return refuse(400, "There are too many empty lines before the request.");
    }
    if (m_begin < bytes.size() && !isTokenByte(bytes[m_begin]) && bytes[m_begin] != '\r')
        return refuse(400, "This is not an HTTP request.");
    // Room for the method and the version beside the longest target.
    if (m_line == m_begin && bytes.size() - m_begin > m_limits.target + 64)
        return refuse(414, "The request's address is too long.");
    if (bytes.size() - m_begin > m_limits.bytes)
        return refuse(431, "The message's head is too long.");
    return State::More;
}

void Head::clear()
{
    fields.clear();
    minorVersion = 1;
    m_first.fill(-1);
    m_count.fill(0);
}

void Head::add(const Field& field)
{
    const auto name = static_cast<std::size_t>(field.id);
    if (m_count[name]++ == 0)
        m_first[name] = static_cast<std::int16_t>(fields.size());
    fields.push_back(field);
}

std::optional<Refusal> readRequestHead(std::string_view bytes, const HeadLimits& limits, RequestHead& head)
{
    head.clear();
    const std::size_t newline = bytes.find('\n');
    const std::string_view line = bytes.substr(0, newline - 1);
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos)
        return Refusal{400, "The request line is not of the form METHOD ADDRESS HTTP/1.1."};
    head.method = line.substr(0, space);
    if (!isToken(head.method))
        return Refusal{400, "The request's method has a character that methods may not have."};
    const std::size_t second = line.find(' ', space + 1);
    if (second == std::string_view::npos)
        return Refusal{400, "The request names no HTTP version (HTTP/0.9 is not served)."};
    head.target = line.substr(space + 1, second - space - 1);
    const int minor = minorVersionOf(line.substr(second + 1));
    if (minor == -1)
        return Refusal{400, "The request line is not of the form METHOD ADDRESS HTTP/1.1."};
    if (minor == -2)
        return Refusal{505, "Only HTTP/1.0 and HTTP/1.1 are served here."};
    head.minorVersion = minor;
    if (head.target.size() > limits.target)
        return Refusal{414, "The request's address is too long."};
    if (!isTargetText(head.target))
        return Refusal{400, "The request's address holds a character that has to be percent-encoded."};
    return readFields(bytes.substr(newline + 1), limits, head, nullptr);
}

std::optional<Refusal> readReplyHead(std::string_view bytes, const HeadLimits& limits, ReplyHead& head)
{
    head.clear();
    bool clean = true;
    const std::string_view line = takeLine(bytes, clean);
    const int minor = minorVersionOf(line.substr(0, 8));
    // A missing space before an empty reason is common and harmless.
    const bool formed
        = line.size() >= 12 && line[8] == ' ' && isDigits(line.substr(9, 3)) && (line.size() == 12 || line[12] == ' ');
    if (minor < 0 || !formed)
        return Refusal{502, "The server's reply does not begin with an HTTP/1.1 status line."};
    head.minorVersion = minor;
    head.status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    head.reason = line.size() > 13 ? line.substr(13) : std::string_view();
    head.mended = !clean || head.status > 599;
    if (head.status < 100 || !isFieldValue(head.reason))
        return Refusal{502, "The server's reply has a status that does not exist."};
    auto refusal = readFields(bytes, limits, head, &head.mended);
    if (refusal)
        refusal = Refusal{502, "The server's reply has a malformed or too long header."};
    return refusal;
}

} // namespace sallyport::http
