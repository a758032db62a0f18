// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sallyport
{

// Whoever starts a program may have closed its standard input, output or error (">&-"). The next file it opens, a
// database or a lock, would get that number, and every message would be written into it. The first thing in main():
// takes such numbers, for something that can be neither read nor written as the closed one could not.
void fillStandardFiles();

// Whether standard input (0), output (1) or error (2) is a terminal.
bool isTerminal(int number);

} // namespace sallyport
