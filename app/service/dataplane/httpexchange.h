// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/connector.h"
#include "app/service/dataplane/shard.h"
#include "app/service/dataplane/upstreampool.h"
#include "app/service/http/chunked.h"
#include "app/service/http/framing.h"

#include <optional>
#include <string>

namespace sallyport
{

class HttpClient;
class HttpShard;

// One request on its way to a server and the reply on its way back. Both bodies are passed on as they come, at the same
// time if need be; what a side does not take at once is kept, and nothing more is read for it. Used for one request
// after the other; a connection that may be kept goes back to the shard's pool after each. Not so one that a log-in may
// be bound to: it serves this client alone, and goes when the client goes or asks another server.
//
// Behind a reply without a body such a connection is used like one from the pool: not before it has settled, since a
// body that comes late would be read as the next reply. Browsers only look whether bytes are there already, and are
// misled by later ones. A client that asks sooner gets a fresh connection and has to log in once more, which costs it
// two round trips and never a wrong answer. A refusal (401, 407) is not waited for: it is a step of the log-in, which
// would never end on ever fresh connections.
class HttpExchange final : public SocketHandler, public Connector::Handler, public Continuable
{
public:
    // The request as it goes out.
    struct Job {
        std::string host;
        bool rooted = false; // the host is; see HostName
        std::string authority; // "host:port", "host.:port" of a rooted one: the pool's key
        std::uint16_t port = 0;
        IpAddress client; // who asks
        std::string method;
        std::string bytes; // the head
        std::size_t logged = 0; // bytes of the request that the log keeps until it is over
        http::Framing framing; // of the request's body
        std::chrono::milliseconds connectTimeout{0};
        bool idempotent = false; // may be sent twice, so an idle connection will do
        bool http10 = false; // the client is: no chunks, no interim replies, and told when its connection goes on
        bool keep = true; // the client's connection may outlive the reply
        bool upgrade = false; // the server may answer 101
        bool bound = false; // carries a log-in that holds for a connection
    };

    class Handler
    {
    public:
        // The server's address is known. False: it must not be asked; the exchange is over and the handler has replied.
        virtual bool onServer(const IpAddress& address) = 0;
        // sent() or received() may have grown.
        virtual void onProgress() = 0;
        // The whole reply was handed to the client. `keep`: the client's connection may go on.
        virtual void onExchanged(bool keep) = 0;
        // Nothing of the reply was sent yet; likewise of the next. mayConnect() refused the server's address().
        // `request`: as it would have gone out.
        virtual void onExchangeBarred(const Error& error, const std::string& request) = 0;
        // `status` is for the client, `cause` for the log: the same, or why the server was not reached.
        virtual void onExchangeFailed(int status, std::string sentence, int cause) = 0;
        // The reply broke off in the middle.
        virtual void onExchangeBroken() = 0;
        // 101 was sent to the client: both connections are a tunnel now.
        virtual void onUpgraded(Upstream upstream, std::string fromServer) = 0;

    protected:
        ~Handler() = default;
    };

    HttpExchange(Shard& shard, HttpClient& client, Handler& handler);
    ~HttpExchange();

    Job& job() { return m_job; } // fill in, then start(); the strings keep their storage
    void start();
    // Counts what is kept of the job as the client's: `least` bytes or what it has. False: there is no room for it.
    bool hold(std::size_t least = 0);
    // Forgets the last request: nothing was sent or received yet.
    void clear();
    // The client may have sent more, or taken what was kept for it.
    void pump();
    // Closes the connection to the server. The handler is not called.
    void abort();
    // Likewise, in the ordinary way: the client has gone, and the server did nothing wrong.
    void leave();

    bool active() const { return m_active; }
    bool replyBegun() const { return m_replyBegun; }
    int status() const { return m_status; }
    const std::string& mimeType() const { return m_mimeType; }
    const IpAddress& address() const { return m_upstream.address; }
    std::uint64_t sent() const { return m_sent; } // to the server, of this request
    std::uint64_t received() const { return m_receivedBytes; }

private:
    void onSocket(Socket& socket) override;
    void onConnected(std::unique_ptr<Socket> socket, const IpAddress& address) override;
    void onConnectFailed(const Error& error) override;
    void onTurn() override;
    void connect();
    bool mayUseOwn();
    bool use(Upstream upstream, bool reused);
    void keepUpstream();
    void forgetJob();
    void later();

    // Each false when the exchange is over, or may be over: touch nothing then.
    bool pumpRequest();
    bool readRequestBody();
    bool requestBytes(std::string_view bytes);
    bool pumpReply();
    bool replyHead(std::string_view bytes);
    bool readReplyHeads(std::string_view bytes, std::string& out);
    bool finalHead(std::string_view rest, std::string& out);
    bool replyBody(std::string_view bytes, std::string* out);
    std::size_t takeReply(std::string_view bytes, std::string& changed);
    bool replyEnded();
    bool serverClosed();
    bool finish();
    bool fail(int status, std::string sentence, int cause = 0);
    bool breakOff();

    Shard& m_shard;
    HttpClient& m_client;
    Handler& m_handler;
    std::optional<Connector> m_connector;
    Upstream m_upstream;
    Upstream m_own; // between requests: the connection that is this client's alone
    std::string m_ownAuthority;
    std::uint64_t m_ownSince = 0; // tick
    bool m_ownBodiless = false; // its last reply had no body
    bool m_ownSettles = false; // and is no step of a log-in
    Job m_job;

    std::size_t m_written = 0; // of m_job.bytes
    std::uint64_t m_requestLeft = 0; // content still to come from the client, with a length
    http::ChunkWalker m_requestChunks;
    std::string m_head; // an incomplete reply head
    http::HeadScanner m_scanner{{}, http::Sender::Server};
    http::Framing m_replyFraming;
    std::uint64_t m_replyLeft = 0;
    http::ChunkWalker m_replyChunks{http::Sender::Server};
    std::string m_mimeType;
    std::uint64_t m_sent = 0;
    std::uint64_t m_receivedBytes = 0;
    int m_status = 0;
    int m_interim = 0; // replies before the final one
    bool m_active = false;
    bool m_turnPending = false;
    bool m_reused = false;
    bool m_whole = false; // m_job.bytes holds the request from its beginning
    bool m_requestRead = false; // all of the request has come from the client
    bool m_requestSent = false;
    bool m_bound = false; // m_upstream is this client's alone
    bool m_mended = false; // the server was forgiven something in this exchange
    bool m_headRead = false; // the final one
    bool m_replyBegun = false; // and has gone to the client
    bool m_replyDone = false;
    bool m_serverKeeps = false;
    bool m_clientKeeps = false;
};

} // namespace sallyport
