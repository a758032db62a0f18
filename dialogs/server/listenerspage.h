// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/server/serversheet.h"

namespace sallyport
{

class ListenerFields;
class NumberField;

// Outgoing Web Requests, the Firewall Client channel, and the limits both share.
class ListenersPage final : public ValuePage<ServerSettings>
{
    Q_OBJECT

public:
    // `socks` is the place of the filter, which is edited elsewhere.
    explicit ListenersPage(const Listener& socks = {false});
    ~ListenersPage() override;

    void load(const ServerSettings& settings) override;
    void save(ServerSettings& settings) const override;
    QList<FieldProblem> problems() const override;

private:
    const Listener m_socks;
    const std::unique_ptr<ListenerFields> m_webProxy;
    const std::unique_ptr<ListenerFields> m_firewallClient;
    NumberField* m_connectTimeout;
    NumberField* m_idleTimeout;
    NumberField* m_limit;
};

} // namespace sallyport
