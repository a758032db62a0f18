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
        m_state = c == '\r' ? State::SizeLf : State::Extension;
        return c == '\r' || c == ';';
    }
    case State::Extension:
        if (c == '\r')
            m_state = State::SizeLf;
        return c == '\r' || isFieldValue({&c, 1});
    case State::SizeLf:
        m_state = m_left > 0 ? State::Data : State::TrailerStart;
        m_digits = 0;
        m_frameBytes = 0;
        return c == '\n';
    case State::DataCr:
        m_state = State::DataLf;
        return c == '\r';
    case State::DataLf:
        m_state = State::Size;
        m_frameBytes = 0;
        return c == '\n';
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
    case State::TrailerValue:
        if (c == '\r')
            m_state = State::TrailerLf;
        return c == '\r' || isFieldValue({&c, 1});
    case State::TrailerLf:
        m_state = State::TrailerStart;
        return c == '\n';
    case State::LastLf:
        m_state = State::Ended;
        return c == '\n';
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
        return Piece::Data;
    }
    std::size_t at = 0;
    while (at < input.size() && m_state != State::Data && m_state != State::Ended) {
        const bool trailers = m_state >= State::TrailerStart;
        if (!step(input[at++]) || ++m_frameBytes > (trailers ? maximumTrailers : maximumSizeLine)) {
            m_state = State::Bad;
            return Piece::Bad;
        }
    }
    bytes = input.substr(0, at);
    input.remove_prefix(at);
    return Piece::Frame;
}

std::size_t ChunkWalker::pass(std::string_view input)
{
    const std::size_t size = input.size();
    std::string_view bytes;
    Piece piece;
    do {
        piece = next(input, bytes);
    } while (piece == Piece::Data || piece == Piece::Frame);
    return size - input.size();
}

} // namespace sallyport::http
