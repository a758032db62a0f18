// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/options.h"

#include <QByteArray>

#include <memory>

namespace sallyport
{

// The whole service: stores, logs, data plane, policy in force, control channel, put together. Needs a QCoreApplication
// and lives in its thread; destroying it closes every connection and writes what is queued.
class Service
{
public:
    // Everything is up when this returns, or the error says what kept it from starting. A listener of the data plane or
    // the TLS control port that can't open does not: the rest serves on and says so.
    static Result<std::unique_ptr<Service>> start(const ServiceOptions& options);
    ~Service();

    // {"ready":true,"control":PATH,"controlTls":"IP:PORT",…}; an address is "" when its listener is closed.
    QByteArray readyLine() const;

private:
    class Parts;
    explicit Service(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> d;
};

} // namespace sallyport
