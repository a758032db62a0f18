// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sallyport::texts
{

// A sentence of the audit trail about connections, services and consoles, in the console's words, with the names that
// others chose between quotation marks; nothing when it is none that the service writes today. What an older service
// wrote does not quote its names, and is none. Pure.
std::optional<QString> auditSentence(const QString& what);

} // namespace sallyport::texts
