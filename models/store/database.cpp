// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include "models/base/fault.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>
#include <QThread>
#include <QUrl>
#include <QVariant>

#include <atomic>
#include <chrono>

using namespace std::chrono_literals;

namespace sallyport
{

namespace
{

constexpr auto busyTimeout = 10s;
constexpr qint64 roomToOpen = 65536; // bytes: the index of the write-ahead log and its first pages

// Primary result codes of SQLite (sqlite.org/rescode.html).
enum SqliteCode {
    sqlitePermission = 3,
    sqliteBusy = 5,
    sqliteLocked = 6,
    sqliteReadOnly = 8,
    sqliteIoError = 10,
    sqliteCorrupt = 11,
    sqliteFull = 13,
    sqliteCantOpen = 14,
    sqliteNotADatabase = 26,
};

Error describe(const QString& file, const QSqlError& error)
{
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case sqliteBusy:
    case sqliteLocked:
        return makeError(Fault::DatabaseLocked, file, {said});
    case sqlitePermission:
    case sqliteReadOnly:
        return makeError(Fault::DatabaseReadOnly, file, {said});
    case sqliteCantOpen:
        return makeError(Fault::DatabaseClosed, file, {said});
    case sqliteIoError:
        // What stands beside the database needs room too, and asks for it in another way.
        if (const QStorageInfo disk(QFileInfo(file).absolutePath());
            !disk.isValid() || disk.bytesAvailable() > roomToOpen)
            return makeError(Fault::DiskBroken, file, {said});
        [[fallthrough]];
    case sqliteFull:
        return makeError(Fault::DiskFull, file, {said});
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return makeError(Fault::DatabaseDamaged, file, {said});
    default:
        return makeError(Fault::DatabaseFailed, file, {said});
    }
}

Error newerVersion(const QString& file, const Schema& schema, qint64 found)
{
    return makeError(Fault::DatabaseNewer, file, {QString::number(found), QString::number(schema.version())});
}

Error foreignFile(const QString& file)
{
    return makeError(Fault::DatabaseForeign, file);
}

QString nextConnection()
{
    static std::atomic<quint64> opened{0};
    return QStringLiteral("sallyport-%1").arg(++opened);
}

} // namespace

Database::Database(const QString& file, Access access)
    : m_file(file)
    , m_connection(nextConnection())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
    if (access == Access::Look) {
        m_database.setDatabaseName(QLatin1StringView("file:")
            % QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(file).absoluteFilePath(), "/"))
            % QLatin1StringView("?immutable=1"));
        m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"));
        return;
    }
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(
        QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(std::chrono::milliseconds(busyTimeout).count()));
}

Database::~Database()
{
    if (m_guard)
        m_guard->closing();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(
    const QString& file, const Schema& schema, Durability durability, const std::shared_ptr<StoreGuard>& guard)
{
    if (const Status inPlace = guard ? guard->inPlace() : Status(); !inPlace)
        return inPlace.error();
    if (const Status status = look(file, schema); !status)
        return status.error();
    std::unique_ptr<Database> database(new Database(file, Access::Use));
    if (!database->m_database.open())
        return describe(file, database->m_database.lastError());
    if (const Status status = database->configure(schema, durability); !status)
        return status.error();
    if (guard) {
        database->m_guard = guard;
        guard->opened();
    }
    database->m_unsettled = database->m_unsettled || QFileInfo(file + QLatin1StringView("-wal")).size() > 0;
    return database;
}

// What the file is, before it is opened for use, which may write beside it. SQLite itself looks: whoever else opens and
// closes a file that this process has open takes the locks of all its connections away, since the locks are POSIX's
// (sqlite.org/howtocorrupt.html, section 2.2). "Immutable" reads the file alone, without a lock and without the log
// beside it.
Status Database::look(const QString& file, const Schema& schema)
{
    const QFileInfo info(file);
    if (!info.exists() || info.size() == 0)
        return {};
    if (!info.isReadable())
        return makeError(Fault::DatabaseUnreadable, file);
    Database database(file, Access::Look);
    if (!database.m_database.open())
        return describe(file, database.m_database.lastError());
    QSqlQuery header(database.m_database);
    if (!header.exec(QStringLiteral("PRAGMA user_version"))
        && (header.lastError().nativeErrorCode().toInt() & 0xff) == sqliteNotADatabase)
        return database.error(header);
    const auto found = database.version(schema);
    // Where a checkpoint was cut short the log has what the file lacks: that only opening it for use can tell.
    if (found || (found.error().code == ErrorCode::Corrupt && QFileInfo(file + QLatin1StringView("-wal")).size() > 0))
        return {};
    return found.error();
}

Result<QSqlQuery> Database::prepare(const QString& sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return error(query);
    return query;
}

Result<QSqlQuery> Database::run(const QString& sql, const QVariantList& values) const
{
    auto query = prepare(sql);
    if (!query)
        return query;
    for (const QVariant& value : values)
        query->addBindValue(value);
    if (!query->exec())
        return error(*query);
    return query;
}

Status Database::exec(const QString& sql) const
{
    if (const auto query = run(sql); !query)
        return query.error();
    return {};
}

Error Database::error(const QSqlQuery& query) const
{
    return describe(m_file, query.lastError());
}

Result<qint64> Database::number(const QString& sql) const
{
    auto query = run(sql);
    if (!query)
        return query.error();
    if (!query->next())
        return makeError(Fault::DatabaseSilent, m_file, {sql});
    return query->value(0).toLongLong();
}

Status Database::configure(const Schema& schema, Durability durability)
{
    // One read transaction, so that a file which another program creates just now is seen empty or whole.
    if (const Status status = exec(QStringLiteral("BEGIN")); !status)
        return status;
    const auto found = version(schema);
    if (const Status status = exec(QStringLiteral("COMMIT")); !found || !status)
        return found ? status.error() : found.error();
    if (durability == Durability::Full && *found > 0) {
        if (const Status status = checkIntegrity(); !status)
            return status;
    }
    if (const Status status = useWriteAheadLog(); !status)
        return status;
    const QString synchronous = durability == Durability::Full ? QStringLiteral("FULL") : QStringLiteral("NORMAL");
    for (const QString& pragma : {QString(QStringLiteral("PRAGMA synchronous=") % synchronous),
             QStringLiteral("PRAGMA foreign_keys=ON"), QStringLiteral("PRAGMA journal_size_limit=67108864")}) {
        if (const Status status = exec(pragma); !status)
            return status;
    }
    return *found == schema.version() ? Status() : migrate(schema);
}

// Changing the journal's kind needs the file for itself for a moment and does not wait for it by the busy timeout: two
// programs that create the file at once meet here.
Status Database::useWriteAheadLog()
{
    const QDeadlineTimer deadline(busyTimeout);
    while (true) {
        auto query = run(QStringLiteral("PRAGMA journal_mode=WAL"));
        if (query && query->next() && query->value(0).toString() == QLatin1StringView("wal"))
            return {};
        if (query)
            return makeError(Fault::DatabaseWithoutLog, m_file);
        if (query.error().code != ErrorCode::TimedOut || deadline.hasExpired())
            return query.error();
        QThread::msleep(5);
    }
}

// The file's version; 0 for an empty one.
Result<int> Database::version(const Schema& schema) const
{
    const auto found = number(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return found.error();
    if (*found > schema.version())
        return newerVersion(m_file, schema, *found);
    const auto applicationId = number(QStringLiteral("PRAGMA application_id"));
    if (!applicationId)
        return applicationId.error();
    if (*found > 0)
        return *applicationId == schema.applicationId ? Result<int>(static_cast<int>(*found)) : foreignFile(m_file);
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return tables.error();
    return *found == 0 && *tables == 0 ? Result<int>(0) : foreignFile(m_file);
}

bool Database::settle() const
{
    if (!m_unsettled || m_transactions > 0)
        return !m_unsettled;
    if (const Status inPlace = m_guard ? m_guard->began() : Status(); !inPlace) {
        m_unsettled = false; // nothing is written to it any more
        return true;
    }
    // Who waits here would keep others waiting: the checkpoint has the write lock by then.
    (void)exec(QStringLiteral("PRAGMA busy_timeout=0"));
    const auto busy = number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    (void)exec(QStringLiteral("PRAGMA busy_timeout=%1").arg(std::chrono::milliseconds(busyTimeout).count()));
    if (m_guard)
        (void)m_guard->ended(); // a loss is said to whoever writes next
    m_unsettled = !busy || *busy != 0;
    return !m_unsettled;
}

Status Database::checkIntegrity() const
{
    auto query = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!query)
        return query.error();
    const QString found = query->next() ? query->value(0).toString() : QString();
    if (found == QLatin1StringView("ok"))
        return {};
    return makeError(Fault::DatabaseDamaged, m_file, {found});
}

Status Database::migrate(const Schema& schema)
{
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return transaction.error();
    // Another connection may have migrated it in the meantime; its guard takes what is written now for a stranger's.
    const auto found = version(schema);
    if (!found)
        return found.error();
    if (*found == schema.version())
        return {};
    for (int step = *found; step < schema.version(); ++step) {
        for (const QString& sql : schema.migrations[step]) {
            if (const Status status = exec(sql); !status)
                return status;
        }
    }
    for (const QString& pragma : {QStringLiteral("PRAGMA application_id=%1").arg(schema.applicationId),
             QStringLiteral("PRAGMA user_version=%1").arg(schema.version())}) {
        if (const Status status = exec(pragma); !status)
            return status;
    }
    return transaction->commit();
}

Result<Transaction> Transaction::begin(const Database& database)
{
    const bool inner = database.m_transactions > 0;
    const Status begun = database.exec(inner ? QStringLiteral("SAVEPOINT inner") : QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return begun.error();
    if (const Status inPlace = !inner && database.m_guard ? database.m_guard->began() : Status(); !inPlace) {
        (void)database.exec(QStringLiteral("ROLLBACK"));
        return inPlace.error();
    }
    return Transaction(database, inner);
}

Transaction::Transaction(const Database& database, bool inner)
    : m_database(&database)
    , m_inner(inner)
{
    ++m_database->m_transactions;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_inner(other.m_inner)
{
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    --m_database->m_transactions;
    if (m_inner) {
        (void)m_database->exec(QStringLiteral("ROLLBACK TO inner"));
        (void)m_database->exec(QStringLiteral("RELEASE inner"));
    } else {
        (void)m_database->exec(QStringLiteral("ROLLBACK"));
        if (m_database->m_guard)
            (void)m_database->m_guard->ended();
    }
}

Status Transaction::commit()
{
    StoreGuard* guard = m_inner ? nullptr : m_database->m_guard.get();
    if (const Status inPlace = guard ? guard->committing() : Status(); !inPlace)
        return inPlace;
    const Status status = m_database->exec(m_inner ? QStringLiteral("RELEASE inner") : QStringLiteral("COMMIT"));
    if (!status)
        return status;
    m_database->m_unsettled = true;
    --std::exchange(m_database, nullptr)->m_transactions;
    return guard ? guard->ended() : Status();
}

} // namespace sallyport
