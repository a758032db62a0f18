// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/http/chunked.h"

#include <algorithm>
#include <array>

namespace sallyport::http
{

namespace
{

constexpr std::uint32_t maximumSizeLine = 1024;
constexpr std::uint32_t maximumTrailers = 8192;
constexpr std::uint8_t maximumDigits = 15;

constexpr std::array<std::string_view, 13> forbiddenTrailers{"transfer-encoding", "content-length", "host",
    "connection", "trailer", "te", "upgrade", "expect", "authorization", "set-cookie", "content-encoding",
    "content-type", "content-range"};

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

bool ChunkWalker::endOfTrailerName()
{
    const std::string_view name(m_name, std::min<std::size_t>(m_nameLength, sizeof m_name));
    m_state = State::TrailerValue;
    return !name.empty()
        && std::find(forbiddenTrailers.begin(), forbiddenTrailers.end(), name) == forbiddenTrailers.end()
        && name.substr(0, 6) != "proxy-";
}

// The line feed was seen.
bool ChunkWalker::endOfLine()
{
    switch (m_state) {
    case State::Size:
    case State::Padding:
    case State::Extension:
    case State::SizeLf:
        m_state = m_left > 0 ? State::Data : State::TrailerStart;
        m_digits = 0;
        m_frameBytes = 0;
        return true;
    case State::DataCr:
    case State::DataLf:
        m_state = State::Size;
        m_frameBytes = 0;
        return true;
    case State::TrailerValue:
    case State::TrailerLf:
        m_state = State::TrailerStart;
        return true;
    case State::TrailerStart:
    case State::LastLf:
        m_state = State::Ended;
        return true;
    default:
        return false;
    }
}

// Whether `c` should not be there and means nothing: what browsers overlook in a server.
bool ChunkWalker::forgives(char c) const
{
    if (m_sender == Sender::Client)
        return false;
    const bool blank = c == ' ' || c == '\t';
    switch (m_state) {
    case State::Size:
        return m_digits > 0 && (blank || c == '\n');
    case State::TrailerName:
        return m_nameLength > 0 && blank;
    case State::TrailerPadding:
        return blank;
    case State::Padding:
        return blank || c == '\n';
    case State::DataCr:
        return c == '\n' && !m_afterCr; // that would be a wrong size
    case State::Extension:
    case State::TrailerStart:
    case State::TrailerValue:
        return c == '\n';
    default:
        return false;
    }
}

// One byte of framing; false: malformed.
bool ChunkWalker::step(char c)
{
    switch (m_state) {
    case State::Size: {
        const int digit = hexValue(c);
        if (digit >= 0) {
            m_left = m_left * 16 + static_cast<std::uint64_t>(digit);
            return ++m_digits <= maximumDigits;
        }
        if (m_digits == 0)
            return false;
        [[fallthrough]];
    }
    case State::Padding:
        m_state = c == '\r' ? State::SizeLf : State::Extension;
        return c == '\r' || c == ';';
    case State::Extension:
        if (c == '\r')
            m_state = State::SizeLf;
        return c == '\r' || isFieldValue({&c, 1});
    case State::DataCr:
        m_state = State::DataLf;
        return c == '\r';
    case State::TrailerStart:
        m_nameLength = 0;
        if (c == '\r') {
            m_state = State::LastLf;
            return true;
        }
        m_state = State::TrailerName;
        [[fallthrough]];
    case State::TrailerName:
        if (c == ':')
            return endOfTrailerName();
        if (m_nameLength < sizeof m_name)
            m_name[m_nameLength++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        return isTokenByte(c);
    case State::TrailerPadding:
        return c == ':' && endOfTrailerName();
    case State::TrailerValue:
        if (c == '\r')
            m_state = State::TrailerLf;
        return c == '\r' || isFieldValue({&c, 1});
    case State::SizeLf:
    case State::DataLf:
    case State::TrailerLf:
    case State::LastLf:
        return c == '\n' && endOfLine();
    case State::Data:
    case State::Ended:
    case State::Bad:
        break;
    }
    return false;
}

ChunkWalker::Piece ChunkWalker::next(std::string_view& input, std::string_view& bytes)
{
    if (m_state == State::Ended)
        return Piece::End;
    if (m_state == State::Bad)
        return Piece::Bad;
    if (input.empty())
        return Piece::More;
    if (m_state == State::Data) {
        const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, input.size()));
        bytes = input.substr(0, size);
        input.remove_prefix(size);
        m_left -= size;
        if (m_left == 0)
            m_state = State::DataCr;
        m_afterCr = bytes.back() == '\r';
        return Piece::Data;
    }
    std::size_t at = 0;
    Piece piece = Piece::Frame;
    while (at < input.size() && m_state != State::Data && m_state != State::Ended) {
        const bool trailers = m_state >= State::TrailerStart;
        const char c = input[at];
        const bool forgiven = forgives(c);
        if (forgiven && at > 0)
            break; // a piece of its own
        ++at;
        if (forgiven) {
            m_mended = true;
            piece = c == '\n' ? Piece::BareLf : Piece::Blank;
            if (c == '\n')
                endOfLine();
            else
                m_state = trailers ? State::TrailerPadding : State::Padding;
        }
        if ((!forgiven && !step(c)) || ++m_frameBytes > (trailers ? maximumTrailers : maximumSizeLine)) {
            m_state = State::Bad;
            return Piece::Bad;
        }
        if (forgiven)
            break;
    }
    bytes = input.substr(0, at);
    input.remove_prefix(at);
    return piece;
}

std::size_t ChunkWalker::pass(std::string_view input)
{
    const std::size_t size = input.size();
    std::string_view bytes;
    Piece piece;
    do {
        piece = next(input, bytes);
    } while (!isLast(piece));
    return size - input.size();
}

std::size_t ChunkWalker::mend(std::string_view input, std::string& out)
{
    const std::size_t size = input.size();
    std::string_view bytes;
    while (true) {
        const Piece piece = next(input, bytes);
        if (isLast(piece))
            return size - input.size();
        if (piece == Piece::BareLf)
            out += "\r\n";
        else if (piece != Piece::Blank)
            out += bytes;
    }
}

} // namespace sallyport::http
