// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QByteArray>

namespace sallyport
{

// The whole policy as one ini document: UTF-8, LF, a section per object in a fixed order, lossless both ways.
QByteArray writePolicyIni(const Policy& policy);
// Strict like policy JSON: an unknown section, key or word is an error with its line. All problems go into `problems`.
Result<Policy> readPolicyIni(const QByteArray& bytes, QList<Problem>* problems = nullptr);

} // namespace sallyport
