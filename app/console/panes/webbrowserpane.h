// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/tablepane.h"
#include "models/items/texttablemodel.h"

namespace sallyport
{

class Server;

// Client Configuration → Web Browser: what the Firewall Client writes into the browsers of its PC.
class WebBrowserPane final : public TablePane
{
    Q_OBJECT

public:
    explicit WebBrowserPane(Server& server, QWidget* parent = nullptr);

private:
    void load();
    void edit();
    void opened(int row) override;
    void selectionMoved() override;

    Server& m_server;
    TextTableModel m_model;
    QAction* m_edit;
};

} // namespace sallyport
