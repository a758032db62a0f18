// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <optional>

namespace sallyport
{

// One file that can be exported.
struct ExportDocument {
    QString title;
    QString fileName;
    QByteArray bytes;
    QString text; // the bytes decoded
    std::optional<QString> handedOut; // what clients were given last, or the service holds, decoded; nothing: unknown
    QList<Problem> problems; // with lines
};

// mspclnt.ini, the whole policy as one ini, msplat.txt, and wspcfg.ini of each program. `handedOutClientIni` is what
// the service hands out now (empty: unknown), `applied` the policy in force (nothing: unknown).
QList<ExportDocument> exportDocuments(
    const Policy& policy, const QByteArray& handedOutClientIni, const std::optional<Policy>& applied);

} // namespace sallyport
