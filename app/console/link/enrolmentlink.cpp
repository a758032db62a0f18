// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link/enrolmentlink.h"

namespace sallyport
{

EnrolmentLink::EnrolmentLink(ServerList& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers)
{
}

Enroller& EnrolmentLink::fresh()
{
    cancel();
    m_enroller = std::make_unique<Enroller>();
    return *m_enroller;
}

void EnrolmentLink::fetchFingerprint(const QString& host, int port, std::function<void(const Result<QString>&)> done)
{
    Enroller& enroller = fresh();
    connect(&enroller, &Enroller::probed, this, [done](const QString& fingerprint) { done(fingerprint); });
    connect(&enroller, &Enroller::failed, this, [done](const Error& error) { done(error); });
    enroller.probe(host, static_cast<quint16>(port));
}

void EnrolmentLink::enrol(const NewServer& server, const QString& code, const QString& consoleName,
    std::function<void(const Result<Role>&)> done)
{
    ServerEntry entry;
    entry.endpoint.host = server.host;
    entry.endpoint.port = static_cast<quint16>(server.port);
    entry.endpoint.serverFingerprint = server.fingerprint;
    if (const Status status = m_servers.complete(entry); !status) {
        done(status.error());
        return;
    }
    Enroller& enroller = fresh();
    connect(&enroller, &Enroller::enrolled, this, [done](Role role) { done(role); });
    connect(&enroller, &Enroller::failed, this, [done](const Error& error) { done(error); });
    enroller.enrol(entry.endpoint, code, consoleName);
}

void EnrolmentLink::cancel()
{
    if (m_enroller) {
        m_enroller->disconnect(this);
        m_enroller.release()->deleteLater(); // it may be the sender of what we are in
    }
}

} // namespace sallyport
