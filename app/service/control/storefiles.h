// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QStringList>

#include <vector>

namespace sallyport
{

// The files of databases that this process has open: whether what is written to them now will be found by the next
// start. SQLite goes on writing to a file that was removed, and says that it is durable.
class StoreFiles
{
public:
    StoreFiles() = default;
    // Takes the files that stand there now, and the logs beside them, for those that are open.
    explicit StoreFiles(const QStringList& databases);

    // From any thread. Why what is written would be lost, naming the file and the remedy. Only stat() is asked: opening
    // and closing a database would drop the locks that SQLite holds on it.
    Status inPlace() const;

private:
    struct Seen {
        QString file;
        quint64 device = 0;
        quint64 inode = 0;
        bool isDatabase = false; // a log may be empty
    };

    std::vector<Seen> m_seen;
};

} // namespace sallyport
