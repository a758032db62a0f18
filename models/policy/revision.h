// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"

#include <QString>
#include <optional>

namespace sallyport
{

using RevisionNumber = std::uint64_t; // 1, 2, 3 …; 0 = none yet

// One immutable state of the policy.
struct Revision {
    RevisionNumber number = 0;
    RevisionNumber parent = 0;
    QString author;
    QString comment;
    TimePoint time;
    QString hash; // content address of the root object, hex SHA-256

    bool operator==(const Revision&) const = default;
};

// One line of the audit trail: who did what from where, and how it ended.
struct AuditRecord {
    std::uint64_t number = 0;
    TimePoint time;
    QString who;
    QString from; // "local:uid=1000" or "192.0.2.7:50112 fingerprint"
    QString action; // the control method
    QString what; // one plain sentence
    bool done = true;
    // The revision that the call made, by number and time, since numbers come again when a backup of the policy is put
    // back; 0 for every other call. For the store, which finds it again by that; it is not sent.
    RevisionNumber revision = 0;
    TimePoint revisionTime{};

    bool operator==(const AuditRecord&) const = default;
};

enum class Role { Viewer, Operator, Administrator };
QString roleWord(Role role); // "viewer", "operator", "administrator"
std::optional<Role> roleFromWord(QStringView word);

} // namespace sallyport
