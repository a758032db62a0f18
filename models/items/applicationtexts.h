// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/clientconfiguration.h"

#include <QString>

namespace sallyport::texts
{

// What a key does, in one line.
QString keyMeaning(ApplicationKey key);
// What one setting of an entry does there, in a sentence or two: of Disable and DisableEx by their value and by one
// another.
QString settingMeaning(const ApplicationEntry& entry, ApplicationKey key);
// What a value of a Switch or Choice key means: (NameResolution, "L") -> "always on the PC". Empty for other kinds.
QString valueMeaning(ApplicationKey key, const QString& value);
// The value with its meaning: "1 – disabled"; the value alone where it has none.
QString valueText(ApplicationKey key, const QString& value);
// What may stand in a value of this kind, said as a remedy.
QString valueRemedy(ValueKind kind);
// An example shown in an empty field.
QString valueExample(ValueKind kind);
// Why a key of a disabled program does nothing.
QString withoutEffect(const QString& application);

} // namespace sallyport::texts
