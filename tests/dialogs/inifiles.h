// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exchange/iniview.h"

#include <QFile>
#include <QTemporaryDir>

// What the tests of Export, Compare and Import share.
namespace sallyport
{

// The line, from 0, that the caret of the view stands in.
inline int caretLine(const IniView& view)
{
    int line = 0;
    int column = 0;
    view.getCursorPosition(&line, &column);
    return line;
}

// Writes a file into the folder; its path.
inline QString writtenFile(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file can be written");
    return file.fileName();
}

} // namespace sallyport
