// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/filter.h"

namespace sallyport
{

// A number or time of a filter word as it was typed. `exact`: in quotes or behind "="; then it may be empty, for a
// field that holds nothing. Errors: Missing for what may yet become one, else InvalidValue; they name the field.
Result<Filter::Value> filterNumber(const QString& typed, const Filter::Field& field, Filter::Fit fit, bool exact);
Result<Filter::Value> filterTime(const QString& typed, const Filter::Field& field, Filter::Fit fit, bool exact);

} // namespace sallyport
