// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;
class QElapsedTimer;

namespace sallyport
{

struct Options;

// The console from the first picture to the last: the main window, the panel, or the tour. Returns the exit code.
int run(QApplication& application, const Options& options, const QElapsedTimer& sinceStart);

} // namespace sallyport
