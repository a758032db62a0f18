// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <optional>

namespace sallyport
{

enum class DocumentKind { ClientIni, PolicyIni, PolicyJson, AddressTable, Wspcfg };

// One file that can be exported.
struct ExportDocument {
    DocumentKind kind = DocumentKind::ClientIni;
    QString title;
    QString program; // of wspcfg.ini
    QString fileName;
    QByteArray bytes;
    QString text; // the bytes decoded
    // The same of the policy in force, decoded; of mspclnt.ini what clients are handed out now. Nothing: unknown, or
    // not in force.
    std::optional<QString> before{};
    QList<Problem> problems{}; // with lines
};

// mspclnt.ini, the whole policy as one ini and as JSON, msplat.txt, and wspcfg.ini of each program by name.
// `handedOutClientIni` is what the service hands out now (empty: unknown), `applied` the policy in force (nothing:
// unknown).
QList<ExportDocument> exportDocuments(
    const Policy& policy, const QByteArray& handedOutClientIni, const std::optional<Policy>& applied);

// The place of the document that a file is one of, by what is in it, or else by its name.
qsizetype documentLike(const QList<ExportDocument>& documents, const QString& fileName, const QByteArray& bytes);

} // namespace sallyport
