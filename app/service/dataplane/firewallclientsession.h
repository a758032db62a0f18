// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/dataplane/httpclient.h"

namespace sallyport
{

// A client of the Firewall Client channel: one CONNECT, identified by the Sallyport-… headers, goes on as a Tunnel;
// before it, the client may fetch its configuration files.
class FirewallClientSession final : public HttpClient
{
public:
    FirewallClientSession(Shard& shard, AcceptedClient client);

    static std::unique_ptr<ClientSession> make(Shard& shard, AcceptedClient client);

private:
    void onRequest(const http::RequestHead& head, const http::Target& target, const http::Framing& framing) override;
    void onRefused(const http::Refusal& refusal) override;
    void onClosed(const EndReason*) override { }
    void onIdle() override { breakOff(); }

    void connect(const http::RequestHead& head, const http::Target& target);
    void handOutFile(const http::RequestHead& head, const http::Target& target, bool close);
    void logRefusal(int status);
    void refuse(int status, std::string_view sentence, bool close, std::string_view extraFields = {});
};

} // namespace sallyport
