// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/http/syntax.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sallyport::http
{

// The fields a proxy treats in a way of their own; every other one is Other.
enum class FieldName : std::uint8_t {
    Other,
    Authentication, // Authorization, WWW-Authenticate, Authentication-Info
    Connection,
    ContentLength,
    ContentType,
    Date,
    Expect,
    Host,
    IfNoneMatch,
    KeepAlive,
    MaxForwards,
    ProxyField, // Proxy-Connection, Proxy-Authorization and any other Proxy-…, but not Proxy-Status (RFC 9209)
    Referer,
    SallyportApplication,
    SallyportComputer,
    SallyportUser,
    Te,
    Trailer,
    TransferEncoding,
    Upgrade,
    UserAgent,
    Via,
    End, // the number of names
};

FieldName fieldName(std::string_view name);

struct Field {
    FieldName id = FieldName::Other;
    std::string_view name;
    std::string_view value; // without white space around it
    std::string_view line; // the whole line with its CRLF; empty when it has to be written anew
};

// Who wrote a head. A client is taken at its word or not at all. A server is forgiven what browsers forgive it, where
// it can mean one thing only: line ends without CR, white space before a colon, any number of fields within `bytes`,
// status codes up to 999.
enum class Sender : std::uint8_t { Client, Server };

// The limits of RFC 9110 section 5.4 are ours to choose; those of browsers and common proxies are met.
struct HeadLimits {
    std::size_t bytes = 65536; // the whole head
    std::size_t fields = 100; // of a client
    std::size_t target = 8192;
};

// Finds the end of a head while its bytes arrive, looking at every byte once. Refuses early what can never become a
// head, so that a client that speaks another protocol is answered at once.
class HeadScanner
{
public:
    explicit HeadScanner(const HeadLimits& limits = {}, Sender sender = Sender::Client)
        : m_limits(limits)
        , m_sender(sender)
    {
    }

    enum class State { More, Complete, Refused };
    // `bytes`: everything received since the start of the message; grows from call to call, may move.
    State scan(std::string_view bytes);

    // Once Complete: where the head begins (after empty lines that RFC 9112 section 2.2 tells to skip) and its end.
    std::size_t begin() const { return m_begin; }
    std::size_t end() const { return m_line; }
    const Refusal& refusal() const { return m_refusal; } // once Refused
    void reset() { *this = HeadScanner(m_limits, m_sender); }

private:
    State refuse(int status, std::string_view detail);

    HeadLimits m_limits;
    Sender m_sender;
    Refusal m_refusal;
    std::size_t m_begin = 0;
    std::size_t m_line = 0; // start of the line being read
    std::size_t m_seen = 0; // bytes looked at
};

// The part requests and replies share. A value of views: valid as long as the buffer it was read from stays put. Meant
// to be reused, so that reading a head allocates nothing once warm.
struct Head {
    std::vector<Field> fields;
    int minorVersion = 1; // of HTTP/1.x

    const Field* find(FieldName name) const
    {
        const std::int16_t at = m_first[static_cast<std::size_t>(name)];
        return at < 0 ? nullptr : &fields[static_cast<std::size_t>(at)];
    }
    std::size_t count(FieldName name) const { return m_count[static_cast<std::size_t>(name)]; }
    // The value of a field, empty when it is missing.
    std::string_view value(FieldName name) const
    {
        const Field* field = find(name);
        return field ? field->value : std::string_view();
    }

    void clear();
    void add(const Field& field);

private:
    static constexpr std::size_t names = static_cast<std::size_t>(FieldName::End);
    // A field takes three bytes of a head at least.
    static_assert(HeadLimits{}.bytes / 3 < 32767);
    std::array<std::int16_t, names> m_first{};
    std::array<std::uint16_t, names> m_count{};
};

struct RequestHead : Head {
    std::string_view method; // case matters
    std::string_view target; // as sent
};

struct ReplyHead : Head {
    int status = 0; // 100-999
    std::string_view reason; // may be empty
    bool mended = false; // something was forgiven: nothing further on that connection can be trusted
};

// Reads the head that a HeadScanner found complete. nullopt: well-formed. What the fields mean for target and framing
// is judged by target.h and framing.h.
std::optional<Refusal> readRequestHead(std::string_view bytes, const HeadLimits& limits, RequestHead& head);
// Likewise for what a server sent; every refusal is 502 then.
std::optional<Refusal> readReplyHead(std::string_view bytes, const HeadLimits& limits, ReplyHead& head);

} // namespace sallyport::http
