// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/policy/problem.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace sallyport::test
{

// Files of tests/data/ini, by folder.
QString iniPath(const QString& relative);
QByteArray readIniFile(const QString& relative);
// Names in a folder that end in `suffix`, sorted.
QStringList iniFiles(const QString& folder, const QString& suffix);

// Compares bytes with a golden file; with SALLYPORT_UPDATE_GOLDEN set it writes the file instead, to be read by a
// person and committed. Fails the running test on a difference.
bool matchesGolden(const QByteArray& actual, const QString& relative);

// "LINE severity code value", a problem a line; marked where the console could not translate it.
QByteArray problemLines(const QList<Problem>& problems);

} // namespace sallyport::test
