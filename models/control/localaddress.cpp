// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/control/localaddress.h"

#include "models/base/fault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace sallyport
{

namespace
{

// The service binds to a name of its own beside the socket first, which takes nine bytes more.
constexpr qsizetype longestAddress = 107 - 9;

bool fits(const QString& path)
{
    return QFile::encodeName(path).size() <= longestAddress;
}

} // namespace

Result<LocalAddress> LocalAddress::of(const QString& path)
{
    LocalAddress address;
    address.m_name = path;
    if (fits(path))
        return address;
    const QFileInfo socket(path);
    address.m_link = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/sallyport-XXXXXX"));
    const QString link = address.m_link->filePath(QStringLiteral("d"));
    address.m_name = link + QLatin1Char('/') + socket.fileName();
    if (!fits(address.m_name) || !address.m_link->isValid() || !QFile::link(socket.absolutePath(), link)) {
        return makeError(Fault::SocketNameTooLong, path,
            {QString::number(QFile::encodeName(path).size()), QString::number(longestAddress)});
    }
    return address;
}

} // namespace sallyport
