// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/places.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace sallyport
{

QString userDataFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    // Without $HOME Qt takes the root of the file system for everybody's home.
    if (data.isEmpty() || data.startsWith(QLatin1StringView("//")))
        return {};
    const QString folder = data + QStringLiteral("/sallyport");
    const QString first = data + QStringLiteral("/Sallyport/sallyport");
    const auto isUsed = [](const QString& by) { return QFile::exists(by + QStringLiteral("/drafts.db")); };
    return isUsed(first) && !isUsed(folder) ? first : folder;
}

QString privateServiceFolder()
{
    const QString folder = userDataFolder();
    return folder.isEmpty() ? folder : QString(folder + QStringLiteral("/local"));
}

QString controlSocketIn(const QString& serviceFolder)
{
    return QDir(QDir(serviceFolder).absolutePath()).filePath(QStringLiteral("control.sock"));
}

QString systemControlSocket()
{
    return QStringLiteral("/run/sallyport/control.sock");
}

} // namespace sallyport
