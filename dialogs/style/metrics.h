// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Distances in device-independent pixels; nothing in a window is spaced by other numbers.
namespace sallyport::metrics
{

inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int wide = 12;
inline constexpr int section = 16;
inline constexpr int sheetWidth = 520;
inline constexpr int rowHeight = 26;
inline constexpr int iconSize = 16;
inline constexpr int branch = iconSize + tiny; // room of the arrow that opens a row of a table

} // namespace sallyport::metrics
