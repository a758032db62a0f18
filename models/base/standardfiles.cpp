// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/standardfiles.h"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace sallyport
{

void fillStandardFiles()
{
    for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
        if (::fcntl(number, F_GETFD) >= 0 || errno != EBADF)
            continue;
        // The lowest free number is this one.
        if (::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) != number)
            std::abort();
    }
}

bool isTerminal(int number)
{
    return ::isatty(number) == 1;
}

} // namespace sallyport
