// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Distances in device-independent pixels; nothing in a window is spaced by other numbers.
namespace sallyport::metrics
{

inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int wide = 12;
inline constexpr int section = 16;

// A length that grows with the application's font, in pixels of the moment; GUI thread.
class FontLength
{
public:
    explicit constexpr FontLength(int (*measure)())
        : m_measure(measure)
    {
    }
    operator int() const { return m_measure(); }

private:
    int (*m_measure)();
};

// Qt's own take numbers only.
inline int qMax(const FontLength& a, int b)
{
    return int(a) > b ? int(a) : b;
}
inline int qMax(int a, const FontLength& b)
{
    return qMax(b, a);
}

int iconSizeNow(); // 16, or as high as a line of text
int rowHeightNow(); // 26, or a line of text with 4 px above and below
int branchNow();
int sheetWidthNow(); // 520 with the usual font, more with a larger one, never more than the screen has

inline constexpr FontLength iconSize{iconSizeNow};
inline constexpr FontLength rowHeight{rowHeightNow};
inline constexpr FontLength branch{branchNow}; // room of the arrow that opens a row of a table
inline constexpr FontLength sheetWidth{sheetWidthNow};

} // namespace sallyport::metrics
