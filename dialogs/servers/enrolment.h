// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/revision.h"

#include <QString>

#include <functional>

namespace sallyport
{

inline constexpr int usualControlPort = 1746; // where a service listens unless it is told otherwise

// A server as the Add Server wizard learns to know it.
struct NewServer {
    QString name; // what the console calls it; the host unless the user says otherwise
    QString host; // name or address
    int port = usualControlPort; // of the control channel, 1-65535
    QString fingerprint; // SHA-256 of the service's certificate, hex
    Role role = Role::Viewer; // what the code was good for
    QString expected = {}; // the fingerprint that came with the code, when both were pasted at once
    QString code = {}; // that code

    bool operator==(const NewServer&) const = default;
};

// How the wizard talks to a service that does not know the console yet. Calls come from, and must be answered in, the
// GUI thread, later or at once; after cancel() no answer may come.
class Enrolment
{
public:
    virtual ~Enrolment() = default;

    // The fingerprint of whoever answers at host and port, in hex.
    virtual void fetchFingerprint(const QString& host, int port, std::function<void(const Result<QString>&)> done) = 0;
    // Enrols the console as `consoleName`, only with a service of that fingerprint.
    virtual void enrol(const NewServer& server, const QString& code, const QString& consoleName,
        std::function<void(const Result<Role>&)> done)
        = 0;
    virtual void cancel() = 0;
};

} // namespace sallyport
