// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/policy/logrecord.h"
#include "models/policy/w3clog.h"

#include <QDate>
#include <QString>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sallyport
{

// The daily log files of one folder, named as ISA Server names them: FWSEXTDyyyymmdd.log for the Firewall service,
// WEBEXTDyyyymmdd.log for the Web Proxy; the day is the record's, in UTC. A file is opened for each batch, so that it
// may be moved or removed at any time. One instance belongs to one thread.
class W3cFiles
{
public:
    // `server`: what the files say in s-computername. `keepDays`: of each log the files of so many days are kept, the
    // newest by their names, besides those of the day that is being written; at least 1. Days are counted by the files
    // there are: a clock that jumps makes one file more, and never one old.
    W3cFiles(const QString& directory, const std::string& server, int keepDays);

    // Appends the batch; on failure a file ends with the last whole line it got.
    Status write(const std::vector<LogRecord>& batch);
    // Whether there is room for a batch, and leave to write.
    Status probe();
    // A "#Remark:" line in today's file of each log that has one.
    Status remark(TimePoint time, const std::string& text);

private:
    using FileKey = std::pair<W3cLog, std::chrono::sys_days>;

    QString fileName(const FileKey& key) const;
    Status append(const FileKey& key, const std::string& lines);
    void removeOld();

    const QString m_directory;
    const std::string m_server;
    const int m_keepDays;
    std::map<FileKey, std::string> m_lines; // of the batch at hand; kept for its memory
    std::set<QString> m_written; // names of files: whatever day they say, what is in them is new
    std::chrono::steady_clock::time_point m_cleanAgain{}; // when old files are looked for next
};

} // namespace sallyport
