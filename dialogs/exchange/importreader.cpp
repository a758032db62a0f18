// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importreader.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace sallyport
{

namespace
{

// Read within a few milliseconds.
constexpr qsizetype quicklyRead = 128 * 1024;

struct Read {
    Imported imported;
    QList<PolicyPart> parts;
};

Read readNow(ImportFormat format, const Policy& current, const QByteArray& bytes)
{
    Read result{importDocument(format, current, bytes), {}};
    result.parts = changedParts(current, result.imported.policy);
    return result;
}

} // namespace

ImportReader::ImportReader(const Policy& current, QObject* parent)
    : QObject(parent)
    , m_current(current)
{
}

void ImportReader::read(ImportFormat format, const QByteArray& bytes)
{
    const int reading = ++m_reading;
    if (bytes.size() <= quicklyRead) {
        const Read read = readNow(format, m_current, bytes);
        emit done(read.imported, read.parts);
        return;
    }
    emit busy();
    const auto promise = std::make_shared<QPromise<Read>>();
    auto* watcher = new QFutureWatcher<Read>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, reading, watcher] {
        watcher->deleteLater();
        if (reading == m_reading)
            emit done(watcher->result().imported, watcher->result().parts);
    });
    watcher->setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, format, current = m_current, bytes] {
        promise->addResult(readNow(format, current, bytes));
        promise->finish();
    });
}

} // namespace sallyport
