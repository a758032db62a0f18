// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sallyport
{

// Any text as one word of a policy ini: as it is where a reader gives it back unchanged, else in double quotes with
// \\ \" \n \r \t and \uXXXX. Nothing is lost, unpaired surrogates included.
enum class IniPlace {
    Value, // behind '='
    Item, // a line of its own
    SectionName, // behind the kind of object in a section header
};
QString quoteIniText(const QString& text, IniPlace place);

// The text again; nothing when a quoted text is damaged (no closing quote, unknown escape).
std::optional<QString> unquoteIniText(QStringView word);

} // namespace sallyport
