// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service/logs/logwriter.h"

#include "app/service/logs/w3cfiles.h"
#include "models/store/logstore.h"

namespace sallyport
{

namespace
{

constexpr std::chrono::seconds reopenInterval(5);
constexpr std::chrono::seconds probeInterval(1); // of a place that fails, while no row comes

// One of the two places rows go to: what it has failed at and how many rows it lacks because of that.
struct Place {
    std::optional<Error> problem;
    std::uint64_t missing = 0;

    // True when rows went into it that others are missing before.
    bool note(const Status& status, std::uint64_t rows)
    {
        if (!status) {
            if (!problem)
                qWarning("log: %s", qPrintable(status.error().text()));
            problem = status.error();
            missing += rows;
            return false;
        }
        problem.reset();
        return rows > 0 && missing > 0;
    }
};

} // namespace

// What the writer's thread does; lives on its stack.
class LogWriter::Worker
{
public:
    Worker(LogWriter& writer, const LogWriterOptions& options, const Clock& clock)
        : m_writer(writer)
        , m_options(options)
        , m_clock(clock)
        , m_files(options.directory, options.server, options.keepDays)
    {
    }

    void run()
    {
        openStore();
        publishProblems();
        LogQueue::Batch batch;
        while (m_writer.m_queue.take(batch, m_options.patience, idle())) {
            if (!batch.empty())
                write(batch);
            else
                useTheQuiet();
        }
        reportMissing(true, true);
    }

private:
    bool fails() const { return m_database.problem || m_folder.problem; }

    // What there is to do when no row comes for so long; nothing, if nothing.
    std::optional<std::chrono::milliseconds> idle() const
    {
        if (fails())
            return probeInterval;
        return m_settled ? std::nullopt : std::optional(settleAfter);
    }

    void useTheQuiet()
    {
        if (fails()) {
            if (m_database.problem)
                m_database.note(writeToDatabase({}), 0);
            if (m_folder.problem)
                m_folder.note(m_files.probe(), 0);
            publishProblems();
        }
        m_settled = !m_store || m_store->settle();
    }

    void write(const LogQueue::Batch& batch)
    {
        const Status inDatabase = writeToDatabase(batch);
        if (!inDatabase)
            m_writer.m_lost += batch.size();
        const bool database = m_database.note(inDatabase, batch.size());
        const bool folder = m_folder.note(m_files.write(batch), batch.size());
        reportMissing(database, folder);
        m_settled = false;
        publishProblems();
    }

    void reportMissing(bool database, bool folder)
    {
        if (database && m_database.missing > 0)
            report(QStringLiteral("%1 rows are missing from the log database"), std::exchange(m_database.missing, 0));
        if (folder && m_folder.missing > 0)
            report(QStringLiteral("%1 rows are missing from the log files"), std::exchange(m_folder.missing, 0));
        const std::uint64_t dropped = m_writer.m_queue.dropped();
        if (dropped > m_droppedReported)
            report(QStringLiteral("%1 rows were dropped, the log could not keep up"),
                dropped - std::exchange(m_droppedReported, dropped));
    }

    Status writeToDatabase(const LogQueue::Batch& batch)
    {
        if (!m_store && std::chrono::steady_clock::now() >= m_reopen)
            openStore();
        if (!m_store)
            return m_openFailure;
        if (const Status status = m_store->write(batch); !status)
            return status;
        m_sinceTrim += batch.size();
        if (m_sinceTrim < m_options.keepRows / 20 + 1)
            return {};
        m_sinceTrim = 0;
        return m_store->trim(m_options.keepRows);
    }

    void openStore()
    {
        auto opened = LogStore::open(m_options.database, m_options.guard);
        if (opened) {
            m_store = *std::move(opened);
            return;
        }
        m_openFailure = opened.error();
        m_reopen = std::chrono::steady_clock::now() + reopenInterval;
        m_database.note(m_openFailure, 0);
    }

    void report(const QString& sentence, std::uint64_t rows)
    {
        const QString text = sentence.arg(rows);
        qWarning("log: %s", qPrintable(text));
        (void)m_files.remark(m_clock.now(), text.toStdString());
    }

    void publishProblems()
    {
        const std::lock_guard lock(m_writer.m_problemMutex);
        m_writer.m_problems.clear();
        for (const Place& place : {m_database, m_folder}) {
            if (place.problem)
                m_writer.m_problems.append(*place.problem);
        }
    }

    LogWriter& m_writer;
    const LogWriterOptions m_options;
    const Clock& m_clock;
    W3cFiles m_files;
    std::unique_ptr<LogStore> m_store;
    Status m_openFailure;
    std::chrono::steady_clock::time_point m_reopen;
    Place m_database;
    Place m_folder;
    std::uint64_t m_droppedReported = 0;
    std::uint64_t m_sinceTrim = 0;
    bool m_settled = false;
};

LogWriter::LogWriter(const LogWriterOptions& options, const Clock& clock)
    : m_stopPatience(options.stopPatience)
    , m_gaveUp(options.gaveUp)
    , m_queue(options.queueLimit)
    , m_thread([this, options, &clock] {
        Worker(*this, options, clock).run();
        m_ended.set_value();
    })
{
}

LogWriter::~LogWriter()
{
    if (!m_stopBy)
        close();
    if (m_gaveUp && m_ended.get_future().wait_until(*m_stopBy) != std::future_status::ready)
        m_gaveUp(m_queue.unhandled());
    m_thread.join();
}

void LogWriter::close()
{
    m_stopBy = std::chrono::steady_clock::now() + m_stopPatience;
    m_queue.close();
}

void LogWriter::log(LogRecord record)
{
    (void)m_queue.push(std::move(record));
}

std::uint64_t LogWriter::dropped() const
{
    return m_queue.dropped() + m_lost;
}

QList<Error> LogWriter::problems() const
{
    const std::lock_guard lock(m_problemMutex);
    return m_problems;
}

void LogWriter::flush()
{
    m_queue.flush();
}

} // namespace sallyport
