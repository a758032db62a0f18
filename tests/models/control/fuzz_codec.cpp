// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/codec.h"
#include "models/control/linesplitter.h"
#include "models/control/sessionpages.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace sallyport;

namespace
{

void check(bool holds)
{
    if (!holds)
        std::abort();
}

// What was understood is written and understood alike.
void checkMessage(const QByteArray& line)
{
    const auto decoded = decodeMessage(line);
    const auto* message = std::get_if<RpcMessage>(&decoded);
    if (!message)
        return;
    const QByteArray once = encodeMessage(*message);
    const auto again = decodeMessage(once.chopped(1));
    check(std::holds_alternative<RpcMessage>(again));
    check(encodeMessage(std::get<RpcMessage>(again)) == once);
}

void checkPage(const QByteArray& line)
{
    SessionsChangedDecoder decoder;
    const auto delta = decoder.decode(line);
    if (!delta)
        return;
    const QByteArray once = encodeSessionsChanged(*delta);
    const auto again = decoder.decode(once);
    check(again.ok() && encodeSessionsChanged(*again) == once);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    // In two pieces, as a socket may give them.
    LineSplitter lines(4096);
    lines.append(QByteArrayView(bytes).first(bytes.size() / 2));
    lines.append(QByteArrayView(bytes).sliced(bytes.size() / 2));
    lines.append("\n");
    while (const auto line = lines.next()) {
        checkMessage(*line);
        checkPage(*line);
    }
    return 0;
}
