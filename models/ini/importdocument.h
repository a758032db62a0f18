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
    QList<Problem> problems; // with lines where there are some; with an Error among them nothing may be taken over
    std::optional<Error> failure; // not such a file at all; the policy is unchanged
};

// The one way of a file into a policy, for the console and the command line. mspclnt.ini sets what it speaks of of the
// client configuration and the Local Domain Table, wspcfg.ini of its programs' entries; what they do not speak of
// stays. An address table with ranges replaces the Local Address Table, a policy ini or JSON everything. Entries of the
// same name keep their id. The problems are those of reading and those that the policy did not have before.
Imported importDocument(ImportFormat format, const Policy& current, const QByteArray& bytes);
// By what is in the file, or else by its name.
ImportFormat guessFormat(const QString& fileName, const QByteArray& bytes);

} // namespace sallyport
