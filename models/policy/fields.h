// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"

#include <span>

namespace sallyport
{

// One single-valued field of a policy. The differ and the merger walk this table, so a new field is one line in
// fields.cpp.
struct PolicyField {
    QLatin1StringView path;
    QString (*text)(const Policy& policy); // canonical text of the value
    void (*copy)(Policy& to, const Policy& from);
};

// In the order of the structs. Lists and application entries are not among them.
std::span<const PolicyField> policyFields();

} // namespace sallyport
