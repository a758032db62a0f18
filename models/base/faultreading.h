// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <optional>

namespace sallyport
{

// The error whose Error::text() this is, made of the fault whose English fits most of it; nothing when none does. For
// texts that were kept without their faults. Where an argument reads like the sentence around it, which of them is
// which is a guess. Pure; safe from any thread.
std::optional<Error> readError(const QString& text);

} // namespace sallyport
