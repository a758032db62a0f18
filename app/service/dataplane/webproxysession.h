// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/httpclient.h"
#include "app/service/dataplane/httpexchange.h"
#include "app/service/dataplane/sessionregistry.h"

namespace sallyport
{

// A client of the Web Proxy: forwards its requests one after the other, hands CONNECT and upgraded connections to a
// Tunnel, and serves the client files to those who ask for them here. One log row per request.
class WebProxySession final : public HttpClient, public HttpExchange::Handler
{
public:
    WebProxySession(Shard& shard, AcceptedClient client);
    ~WebProxySession() override;

    static std::unique_ptr<ClientSession> make(Shard& shard, AcceptedClient client);

private:
    void onRequest(const http::RequestHead& head, const http::Target& target, const http::Framing& framing) override;
    void onRefused(const http::Refusal& refusal) override;
    void onClientReady() override;
    void onClosed(const EndReason* reason) override;
    void onIdle() override;

    bool onServer(const IpAddress& address) override;
    void onProgress() override;
    void onExchanged(bool keep) override;
    void onExchangeBarred(const Error& error, const std::string& request) override;
    void onExchangeFailed(int status, std::string sentence, int cause) override;
    void onExchangeBroken() override;
    void onUpgraded(Upstream upstream, std::string fromServer) override;

    void connect(const http::RequestHead& head, const http::Target& target);
    void serveSelf(const http::RequestHead& head, const http::Target& target);
    void forward(const http::RequestHead& head, const http::Target& target, const http::Framing& framing);
    bool answeredHere(const http::RequestHead& head, const http::Target& target);
    void refuseRequest(int status, std::string_view sentence, std::string_view extraFields = {});
    void openRecord(const IpAddress& address);
    bool serveBarred(const std::string& request);
    bool isSelf(const http::Authority& authority);
    void beginRequest();
    void beginLog(const http::RequestHead& head, const http::Target& target);
    void endLog(LogOperation operation, int status, std::string rule = {});
    // Of a request that got no further than this service, for whatever reason.
    void endRefusal(LogOperation operation, int status, std::string rule = {});
    LogRecord takeLog(LogOperation operation, int status, std::string rule);

    HttpExchange m_exchange;
    RecordPtr m_record; // while the connection holds a session; from its first forwarded request
    std::string m_recorded; // "host:port" the record speaks of
    LogRecord m_log; // of the request being served
    std::uint64_t m_toldSent = 0; // of this request, to the ledger
    std::uint64_t m_toldReceived = 0;
    TimePoint m_began;
    IpAddress m_ownAddress; // that the client connected to
    std::uint16_t m_ownPort = 0;
    bool m_logOpen = false;
    bool m_headOnly = false; // the request is HEAD
    bool m_mayKeep = true; // the client lets the connection go on, and the request has no body left to read
};

} // namespace sallyport
