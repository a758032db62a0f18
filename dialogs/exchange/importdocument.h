// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/policy.h"
#include "models/policy/problem.h"

#include <QByteArray>

#include <optional>

namespace sallyport
{

enum class ImportFormat { ClientIni, Wspcfg, PolicyIni, PolicyJson, AddressTable };

// What a file would make of a policy.
struct Imported {
    Policy policy;
    QList<Problem> problems; // with lines
    std::optional<Error> failure; // not such a file at all; the policy is unchanged
};
// mspclnt.ini replaces the client configuration and the Local Domain Table, wspcfg.ini its programs' entries, a policy
// ini or JSON everything, an address table the Local Address Table. Entries of the same name keep their id.
Imported importDocument(ImportFormat format, const Policy& current, const QByteArray& bytes);
ImportFormat guessFormat(const QString& fileName, const QByteArray& bytes);

} // namespace sallyport
