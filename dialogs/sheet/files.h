// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

#include <functional>

class QWidget;

namespace sallyport
{

// The file choosers of all dialogs; opened without blocking, owned by `parent`. Nothing happens when they are
// cancelled. They open in `folder`, usually the one used last.

// The folder, or the user's documents where none is named. Whether it is still there is not asked: a share that does
// not answer would hold up the window. A chooser that is opened asks, and takes the documents for one that has gone.
QString startFolder(const QString& folder);

struct PickedFile {
    QString name; // without folder
    QByteArray bytes;
};
// Reads the chosen file, at most 16 MiB.
void openFile(QWidget* parent, const QString& title, const QString& filter,
    std::function<void(const Result<PickedFile>&)> done, const QString& folder = {});
// From any thread. No device or pipe, which might never end, and none of the system's own files of no size, which may
// wait for something to be told.
Result<PickedFile> readFile(const QString& path);
// Whether there is a file, and something in it.
bool holdsSomething(const QString& path);
// Its path alone, of a file that is to be read.
void chooseFile(QWidget* parent, const QString& title, const QString& filter, const QString& folder,
    std::function<void(const QString&)> done);

// The path of a file that may be written; one that is there was agreed to be replaced. A name without a suffix gets
// that of the suggested path.
void chooseNewFile(QWidget* parent, const QString& title, const QString& suggestedPath, const QString& filter,
    std::function<void(const QString&)> done);
// Whole or not at all, and over nothing but a file; gives the path.
Result<QString> writeFile(const QString& path, const QByteArray& bytes);

} // namespace sallyport
