// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/panes/tablepane.h"
#include "models/items/auditmodel.h"

namespace sallyport
{

class Server;

// Changes → Audit Trail.
class AuditPane final : public TablePane
{
    Q_OBJECT

public:
    AuditPane(Server& server, const Clock& clock, QWidget* parent = nullptr);

    void refresh() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void selectionMoved() override;
    void opened(int row) override;
    void inspectorLink(const QString& link) override;
    static QString linkFor(const AuditRecord& record);

    Server& m_server;
    const Clock& m_clock;
    AuditModel m_model;
};

} // namespace sallyport
