// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: whatever is accepted as a request has to come out as a request that reads the same again, here and in
// Beast.
#include "app/service/http/chunked.h"
#include "app/service/http/forward.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <cstdlib>

using namespace sallyport::http;

namespace
{

void require(bool condition)
{
    if (!condition)
        std::abort();
}

std::optional<std::string> forwarded(std::string_view input, Framing& framing)
{
    const HeadLimits limits;
    HeadScanner scanner(limits);
    if (scanner.scan(input) != HeadScanner::State::Complete)
        return std::nullopt;
    require(scanner.end() <= input.size() && scanner.begin() < scanner.end());
    RequestHead head;
    Target target;
    RequestForwarding forwarding;
    forwarding.via = "gate";
    if (readRequestHead(input.substr(scanner.begin(), scanner.end() - scanner.begin()), limits, head)
        || readTarget(head, target) || requestFraming(head, forwarding.framing) || target.form != TargetForm::Absolute)
        return std::nullopt;
    forwarding.connection = connectionOptions(head);
    forwarding.upgrade = wantsUpgrade(head, forwarding.connection);
    framing = forwarding.framing;
    std::string out;
    appendRequest(out, head, target, forwarding);
    return out;
}

void checkRequest(std::string_view input)
{
    Framing framing;
    const auto out = forwarded(input, framing);
    if (!out)
        return;
    RequestHead head;
    Target target;
    Framing again;
    const HeadLimits wide{1 << 20, 200, 1 << 16};
    HeadScanner scanner(wide);
    require(scanner.scan(*out) == HeadScanner::State::Complete && scanner.end() == out->size());
    require(!readRequestHead(*out, wide, head) && !readTarget(head, target) && !requestFraming(head, again));
    require(again == framing);

    namespace beast = boost::beast::http;
    beast::request_parser<beast::empty_body> second;
    second.skip(true);
    second.header_limit(1 << 20);
    boost::system::error_code error;
    second.put(boost::asio::buffer(*out), error);
    require(!error && second.is_header_done());
    require(second.chunked() == (framing.kind == BodyKind::Chunked));
    const auto length = second.content_length();
    require((framing.kind == BodyKind::Length) == (length.has_value() && !second.chunked()));
    require(framing.kind != BodyKind::Length || *length == framing.length);
}

void checkReply(std::string_view input)
{
    HeadScanner scanner({}, Sender::Server);
    ReplyHead head;
    ReplyForwarding forwarding;
    forwarding.via = "gate";
    if (scanner.scan(input) != HeadScanner::State::Complete
        || readReplyHead(input.substr(scanner.begin(), scanner.end() - scanner.begin()), {}, head)
        || replyFraming(head, "GET", forwarding.framing))
        return;
    std::string out;
    appendReply(out, head, forwarding);
    // What was forgiven is put right.
    const HeadLimits wide{1 << 20, 1 << 15, 1 << 16};
    HeadScanner strict(wide);
    ReplyHead again;
    Framing framing;
    require(strict.scan(out) == HeadScanner::State::Complete && strict.end() == out.size());
    require(!readReplyHead(out, wide, again) && again.status == head.status);
    require(!again.mended || (again.status > 599));
    require(!replyFraming(again, "GET", framing) && !framing.mended);
    require(framing.kind == forwarding.framing.kind && framing.length == forwarding.framing.length);
}

void checkChunks(std::string_view input)
{
    ChunkWalker whole;
    std::string content;
    const std::size_t taken = whole.unwrap(input, content);
    ChunkWalker bytewise;
    std::string again;
    std::size_t at = 0;
    while (at < input.size() && !bytewise.ended() && !bytewise.bad())
        at += bytewise.unwrap(input.substr(at, 1), again);
    require(content == again && whole.ended() == bytewise.ended() && whole.bad() == bytewise.bad());
    require(whole.bad() || taken == at);

    ChunkWalker server(Sender::Server);
    std::string mended;
    server.mend(input, mended);
    ChunkWalker client;
    client.pass(mended);
    require(server.bad() || (!client.bad() && client.ended() == server.ended()));
    require(!server.ended() || whole.ended() || server.mended());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    checkRequest(input);
    checkReply(input);
    checkChunks(input);
    return 0;
}
