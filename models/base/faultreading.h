// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <optional>

namespace sallyport
{

// The error whose Error::text() this is, made of the fault whose English fits most of it; nothing when none does, when
// it is that of no call of the control channel, or when the text is longer than such errors are. For texts that were
// kept without their faults. Where an argument reads like the sentence around it, which of them is which is a guess.
// Takes time in proportion to the text and the number of faults, whatever stands in it: `looks` is raised by the number
// of places that pieces of a fault were looked for at. Pure; safe from any thread.
std::optional<Error> readError(const QString& text, int* looks = nullptr);

} // namespace sallyport
