// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/link/serverlist.h"
#include "dialogs/servers/enrolment.h"
#include "models/control/enroller.h"

namespace sallyport
{

// The Add Server wizard's way to a service, over the control channel.
class EnrolmentLink final : public QObject, public Enrolment
{
    Q_OBJECT

public:
    explicit EnrolmentLink(ServerList& servers, QObject* parent = nullptr);

    void fetchFingerprint(const QString& host, int port, std::function<void(const Result<QString>&)> done) override;
    void enrol(const NewServer& server, const QString& code, const QString& consoleName,
        std::function<void(const Result<Role>&)> done) override;
    void cancel() override;

private:
    Enroller& fresh();

    ServerList& m_servers;
    std::unique_ptr<Enroller> m_enroller;
};

} // namespace sallyport
