// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sallyport
{

// The paths by which PolicyChange and Problem name what stands in the list of application entries.
inline constexpr QLatin1StringView entriesPath("client.applications");

// "client.applications[msmsgs].Disable" in two.
struct EntryPath {
    QString name; // of the entry, whatever it holds, brackets and dots among it
    QString member; // "Disable", "name", "settings"; empty for the entry as a whole
};

// "client.applications[msmsgs]", or of one of its members.
QString entryPath(const QString& name, QAnyStringView member = {});

// Nothing for any other path. Names may hold brackets, members don't.
std::optional<EntryPath> parseEntryPath(QStringView path);

} // namespace sallyport
