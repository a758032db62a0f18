// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/dispatcher.h"
#include "app/service/control/serviceparts.h"

namespace sallyport
{

class SessionFeed;

// The methods of PROTOCOL.md by family. Each adds its rows to the table; parts and feed outlive the dispatcher.
void addHelloMethods(Dispatcher& dispatcher, const ServiceParts& parts);
void addEnrolmentMethods(Dispatcher& dispatcher, const ServiceParts& parts);
void addPolicyMethods(Dispatcher& dispatcher, const ServiceParts& parts);
void addIniMethods(Dispatcher& dispatcher, const ServiceParts& parts);
void addSessionMethods(Dispatcher& dispatcher, const ServiceParts& parts, SessionFeed& feed);
void addServiceMethods(Dispatcher& dispatcher, const ServiceParts& parts);
// `revoked` is told the fingerprint of a console that was thrown out.
void addRecordMethods(
    Dispatcher& dispatcher, const ServiceParts& parts, const std::function<void(const QString& fingerprint)>& revoked);

QJsonArray servicesJson(const std::vector<ServiceStatus>& services);
QJsonArray endedJson(const std::vector<EndedConnection>& ended);

// A list of values as an array of their toJson().
template <typename List> QJsonArray arrayOf(const List& values)
{
    QJsonArray array;
    for (const auto& value : values)
        array.append(toJson(value));
    return array;
}

} // namespace sallyport
