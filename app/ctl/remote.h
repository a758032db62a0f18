// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/arguments.h"
#include "models/control/controlclient.h"
#include "models/control/listpages.h"
#include "models/policy/policy.h"

namespace sallyport
{

// One service, asked one question after another. Blocks in an event loop: this is a program that does one thing.
class Remote
{
public:
    // Connects on the first call. What does not let us in within ten seconds, or `patience` if that is less, or does
    // not answer a call within `patience` seconds, fails with ErrorCode::Unreachable; at once when nobody listens. Of a
    // call that changes something and was sent, the error says that its end is not known, and which verb tells it.
    explicit Remote(const ControlEndpoint& endpoint, int patience = defaultPatience);
    static constexpr int defaultPatience = 30;

    Result<QJsonObject> call(const QString& method, const QJsonObject& params = {});
    // A list, by as many calls as it has pages.
    Result<QJsonObject> list(const QString& method, ListPages pages);

    struct Head {
        Revision revision;
        Policy policy;
    };
    // A revision's policy, the newest when `number` is 0.
    Result<Head> policy(RevisionNumber number = 0);
    // How long an answer is waited for, in seconds.
    int patience() const { return m_patience; }
    // The new revision.
    Result<Revision> apply(const Head& parent, const Policy& policy, const QString& comment);

private:
    Status connectNow();
    Error silent(int waited) const;

    ControlEndpoint m_endpoint;
    int m_patience;
    ControlClient m_client;
};

// By --control, --server, or the default the folder's README names.
Result<ControlEndpoint> endpointOf(const Arguments& arguments);

} // namespace sallyport
