// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/dispatcher.h"
#include "app/service/control/serviceparts.h"

#include <QJsonDocument>

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

// Of whoever ends connections, in characters.
inline constexpr int longestReason = 500;

// A list of values as an array of their toJson().
template <typename List> QJsonArray arrayOf(const List& values)
{
    QJsonArray array;
    for (const auto& value : values)
        array.append(toJson(value));
    return array;
}

// Texts in records have no greatest length: a page ends early rather than become an answer that is too long.
inline constexpr qsizetype longestPage = longestReply / 2;

// The rows that an answer holds, at least one, as `member`; where not all of them fit, `next` is the number of the last
// one, before which the rest is to be asked for.
template <typename List, typename ToJson> QJsonObject pageOf(QLatin1StringView member, const List& values, ToJson rowOf)
{
    QJsonArray page;
    qsizetype bytes = 0;
    for (const auto& value : values) {
        const QJsonObject row = rowOf(value);
        bytes += QJsonDocument(row).toJson(QJsonDocument::Compact).size();
        if (bytes > longestPage && !page.isEmpty()) {
            const QLatin1StringView number("number");
            return {{member, page}, {QLatin1StringView("next"), page.last().toObject().value(number)}};
        }
        page.append(row);
    }
    return {{member, page}};
}

} // namespace sallyport
