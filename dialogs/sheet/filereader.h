// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/sheet/files.h"

#include <QObject>

#include <optional>

namespace sallyport
{

// Reads files that somebody names by typing. The disk is asked by threads of its own: some names look like files and
// never answer, and a share that is gone may not either. Such a reading is left to itself when the reader goes.
class FileReader final : public QObject
{
    Q_OBJECT

public:
    explicit FileReader(QObject* parent = nullptr);

    // While somebody types: answers only if there is a file of that name that holds something.
    void tryFile(const QString& path) { start({path, false}); }
    // Once somebody asked for it: the answer may be an error.
    void readFile(const QString& path) { start({path, true}); }
    // Nothing asked for before is answered any more.
    void drop();

signals:
    void fileRead(const QString& path, const Result<PickedFile>& file);
    // What tryFile() was last asked for is no file.
    void noFile();

private:
    struct Request {
        QString path;
        bool asked = false;
    };
    using Answer = std::optional<Result<PickedFile>>;

    void start(const Request& request);
    void take(const Request& request, int number, const Answer& answer);

    std::optional<Request> m_next; // waits for one of too many readings to end
    int m_number = 0; // of the last request; answers to earlier ones are dropped
    int m_running = 0;
};

} // namespace sallyport
