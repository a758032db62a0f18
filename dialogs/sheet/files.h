// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QByteArray>

#include <functional>

class QWidget;

namespace sallyport
{

// The file choosers of all dialogs; opened without blocking, owned by `parent`. Nothing happens when they are
// cancelled.

struct PickedFile {
    QString name; // without folder
    QByteArray bytes;
};
// Reads the chosen file, at most 16 MiB.
void openFile(
    QWidget* parent, const QString& title, const QString& filter, std::function<void(const Result<PickedFile>&)> done);
Result<PickedFile> readFile(const QString& path);

// Writes the chosen file whole or not at all; `done` gets the path.
void saveFile(QWidget* parent, const QString& title, const QString& suggestedName, const QByteArray& bytes,
    std::function<void(const Result<QString>&)> done);
Result<QString> writeFile(const QString& path, const QByteArray& bytes);

} // namespace sallyport
