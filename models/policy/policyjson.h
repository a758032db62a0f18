// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QByteArray>
#include <QJsonObject>

namespace sallyport
{

// Policies as versioned JSON (resources/policy/policy.schema.json). Members come in one fixed order, so that equal
// policies are equal bytes.
QJsonObject policyToJson(const Policy& policy);
QByteArray policyToJsonText(const Policy& policy);

// Strict: an unknown member or word, a wrong type, a missing member or a foreign format number is an error naming path
// and value. All problems are collected into `problems` when it is given; the Error is the first of them. Says nothing
// of sense (validate() does).
Result<Policy> policyFromJson(const QJsonObject& json, QList<Problem>* problems = nullptr);
Result<Policy> policyFromJsonText(const QByteArray& utf8, QList<Problem>* problems = nullptr);

// The parts, for the store (an object each) and the differ.
QJsonObject applicationToJson(const ApplicationEntry& entry);
Result<ApplicationEntry> applicationFromJson(
    const QJsonObject& json, const QString& path, QList<Problem>* problems = nullptr);

} // namespace sallyport
