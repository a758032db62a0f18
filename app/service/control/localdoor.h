// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service/control/acceptloop.h"
#include "models/base/result.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QLocalSocket;
QT_END_NAMESPACE

namespace sallyport
{

// Listens on a Unix socket of mode 0600, whose file is there for as long as this is. It is put in place as a whole, by
// one step (two where the file system has none) that replaces nothing but a socket of ours on which nobody listens.
class LocalDoor
{
public:
    using Arrived = std::function<void(std::unique_ptr<QLocalSocket>)>;

    // `path` has at most 98 bytes; see LocalAddress. An error names it and the remedy.
    static Result<std::unique_ptr<LocalDoor>> open(const QString& path, const Arrived& arrived);
    // Takes the file away, unless another has its place by then.
    ~LocalDoor();
    LocalDoor(const LocalDoor&) = delete;
    LocalDoor& operator=(const LocalDoor&) = delete;

private:
    // What tells one file from another.
    struct FileId {
        dev_t device = 0;
        ino_t inode = 0;
        bool operator==(const FileId& other) const = default;
    };

    LocalDoor() = default;
    static std::optional<FileId> fileAt(const QByteArray& name);
    static Result<FileId> deadSocketAt(const QString& path);
    static Status putInPlace(const QByteArray& made, const QString& path);

    QByteArray m_name;
    FileId m_file;
    std::unique_ptr<AcceptLoop> m_accept;
};

} // namespace sallyport
