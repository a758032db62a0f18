// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/sheet/filereader.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <thread>

namespace sallyport
{

namespace
{

// Typing asks with every key; what hangs must not gather threads.
constexpr int mostReadings = 4;

} // namespace

FileReader::FileReader(QObject* parent)
    : QObject(parent)
{
}

void FileReader::drop()
{
    ++m_number;
    m_next.reset();
}

void FileReader::start(const Request& request)
{
    drop();
    if (m_running == mostReadings) {
        m_next = request;
        return;
    }
    ++m_running;
    const auto promise = std::make_shared<QPromise<Answer>>();
    auto* watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, request, number = m_number, watcher] {
        watcher->deleteLater();
        take(request, number, watcher->result());
    });
    watcher->setFuture(promise->future());
    promise->start();
    // No pool: one would be waited for at the end of the program.
    std::thread([promise, request] {
        promise->addResult(
            request.asked || holdsSomething(request.path) ? Answer(sallyport::readFile(request.path)) : Answer());
        promise->finish();
    }).detach();
}

void FileReader::take(const Request& request, int number, const Answer& answer)
{
    --m_running;
    if (m_next) {
        const Request next = *m_next;
        start(next);
    } else if (number == m_number) {
        if (answer)
            emit fileRead(request.path, *answer);
        else
            emit noFile();
    }
}

} // namespace sallyport
