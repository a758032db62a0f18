// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/tablepane.h"

namespace sallyport
{

class Server;

// Monitoring → Firewall Clients: which computer has which mspclnt.ini, and who is stale.
class ClientsPane final : public TablePane
{
    Q_OBJECT

public:
    explicit ClientsPane(Server& server, QWidget* parent = nullptr);

    void refresh() override;

private:
    void load();
    void selectionMoved() override;
    void inspectorLink(const QString& link) override;

    Server& m_server;
};

} // namespace sallyport
