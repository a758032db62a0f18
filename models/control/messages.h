// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/decision.h"
#include "models/policy/diff.h"
#include "models/policy/logrecord.h"
#include "models/policy/problem.h"
#include "models/policy/refusedconnection.h"
#include "models/policy/revision.h"
#include "models/policy/session.h"
#include "models/policy/sessionfilter.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sallyport
{

// Nouns on the wire, both ways; strict readers name the path of what does not fit. PROTOCOL.md shows each.
QJsonObject toJson(const Session& session);
QJsonObject toJson(const Connection& connection);
QJsonObject toJson(const EndedConnection& ended);
QJsonObject toJson(const ServiceStatus& status);
QJsonObject toJson(const ClientFetch& fetch);
QJsonObject toJson(const Revision& revision);
QJsonObject toJson(const AuditRecord& record);
QJsonObject toJson(const Problem& problem);
QJsonObject toJson(const PolicyChange& change);
QJsonObject toJson(const Decision& decision);
QJsonObject toJson(const LogRecord& record);

// A row of "log.query": the record and its number for paging on (0 where the row carries none).
struct NumberedLogRecord {
    std::uint64_t number = 0;
    LogRecord record;
};
Result<NumberedLogRecord> logRecordFromJson(const QJsonObject& json);

Result<Session> sessionFromJson(const QJsonObject& json);
Result<Connection> connectionFromJson(const QJsonObject& json);
Result<EndedConnection> endedConnectionFromJson(const QJsonObject& json);
Result<ServiceStatus> serviceStatusFromJson(const QJsonObject& json);
Result<ClientFetch> clientFetchFromJson(const QJsonObject& json);
Result<Revision> revisionFromJson(const QJsonObject& json);
Result<AuditRecord> auditRecordFromJson(const QJsonObject& json);
Result<Problem> problemFromJson(const QJsonObject& json);
Result<PolicyChange> policyChangeFromJson(const QJsonObject& json);
Result<Decision> decisionFromJson(const QJsonObject& json);

// "policy.impact".
QJsonObject toJson(const RefusedConnection& refused);
Result<RefusedConnection> refusedConnectionFromJson(const QJsonObject& json);

} // namespace sallyport
