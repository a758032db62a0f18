// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/head.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::http
{

// Walks a chunked body (RFC 9112 section 7.1) piece by piece as it arrives. Strict: hexadecimal sizes of up to 15
// digits, CR LF everywhere, no control characters in extensions, bounded extensions and trailers, and no trailer field
// that frames, routes or authenticates (RFC 9110 section 6.5.1). A server is forgiven white space behind a size and
// before a trailer's colon, and line ends without CR; mend() leaves them out. 48 bytes of state, no buffer.
class ChunkWalker
{
public:
    enum class Piece {
        More, // all input was taken and the body goes on
        Data, // `bytes` is content
        Frame, // `bytes` is size lines, line ends or trailers
        Blank, // `bytes` is white space that should not be there
        BareLf, // `bytes` is a line end that should be CR LF
        End, // the body ended before the rest of the input
        Bad,
    };

    explicit ChunkWalker(Sender sender = Sender::Client)
        : m_sender(sender)
    {
    }

    // Takes one piece off `input` into `bytes`. After End or Bad it must not be called again.
    Piece next(std::string_view& input, std::string_view& bytes);

    // Takes everything of the body off `input`: the number of bytes to pass on as they are. ended() and bad() tell why
    // it stopped early.
    std::size_t pass(std::string_view input);
    // Likewise, but appends only the content to `content`; for clients that do not know chunks.
    template <typename String> std::size_t unwrap(std::string_view input, String& content)
    {
        const std::size_t size = input.size();
        std::string_view bytes;
        while (true) {
            const Piece piece = next(input, bytes);
            if (piece == Piece::Data)
                content.append(bytes.data(), bytes.size());
            else if (isLast(piece))
                return size - input.size();
        }
    }
    // Likewise, and appends the body as it should have been.
    std::size_t mend(std::string_view input, std::string& out);

    bool ended() const { return m_state == State::Ended; }
    bool bad() const { return m_state == State::Bad; }
    bool mended() const { return m_mended; } // something was forgiven
    void reset() { *this = ChunkWalker(m_sender); }

private:
    enum class State : std::uint8_t {
        Size,
        Padding,
        Extension,
        SizeLf,
        Data,
        DataCr,
        DataLf,
        TrailerStart,
        TrailerName,
        TrailerPadding,
        TrailerValue,
        TrailerLf,
        LastLf,
        Ended,
        Bad,
    };
    static bool isLast(Piece piece) { return piece == Piece::More || piece == Piece::End || piece == Piece::Bad; }
    bool step(char c);
    bool endOfLine();
    bool forgives(char c) const;
    bool endOfTrailerName();

    std::uint64_t m_left = 0; // content bytes of this chunk still to come, or the size being read
    std::uint32_t m_frameBytes = 0; // of this size line, or of all trailers
    std::uint8_t m_digits = 0;
    State m_state = State::Size;
    Sender m_sender;
    bool m_mended = false;
    bool m_afterCr = false; // this chunk's content ends in CR
    std::uint8_t m_nameLength = 0;
    char m_name[20] = {}; // the start of the trailer's name in lower case: enough to tell the forbidden ones
};

} // namespace sallyport::http
