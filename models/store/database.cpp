// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSqlError>
#include <QStorageInfo>
#include <QThread>
#include <QVariant>
#include <QtEndian>

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
        return {ErrorCode::TimedOut, file,
            QStringLiteral("another program keeps the database locked; end it or try again (%1)").arg(said)};
    case sqlitePermission:
    case sqliteReadOnly:
        return {ErrorCode::PermissionDenied, file,
            QStringLiteral("the database can't be written; check owner and permissions of the file and its folder (%1)")
                .arg(said)};
    case sqliteCantOpen:
        return {ErrorCode::Io, file,
            QStringLiteral("the database can't be opened; check that its folder exists and may be written (%1)")
                .arg(said)};
    case sqliteIoError:
        // What stands beside the database needs room too, and asks for it in another way.
        if (QStorageInfo(file).bytesAvailable() > roomToOpen) {
            return {ErrorCode::Io, file,
                QStringLiteral("the disk can't be read or written; look for its messages in the system's log (%1)")
                    .arg(said)};
        }
        [[fallthrough]];
    case sqliteFull:
        return {ErrorCode::Io, file, QStringLiteral("the disk is full; free some space (%1)").arg(said)};
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return {ErrorCode::Corrupt, file,
            QStringLiteral("the database is damaged; put a backup in its place (%1)").arg(said)};
    default:
        return {ErrorCode::Database, file, said};
    }
}

Error newerVersion(const QString& file, const Schema& schema, qint64 found)
{
    return {ErrorCode::Unsupported, file,
        QStringLiteral("this %1 is of version %2, this program knows versions up to %3; use the newer program")
            .arg(schema.kind)
            .arg(found)
            .arg(schema.version())};
}

Error foreignFile(const QString& file, const Schema& schema)
{
    return {
        ErrorCode::Unsupported, file, QStringLiteral("this is not a Sallyport %1; name another file").arg(schema.kind)};
}

// Looks at the 100-byte header (sqlite.org/fileformat2.html, section 1.3) without opening the database, since opening
// may already write beside it.
Status inspectHeader(const QString& name, const Schema& schema)
{
    QFile file(name);
    if (!file.exists() || file.size() == 0)
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::PermissionDenied, name, file.errorString()};
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith(QByteArrayView("SQLite format 3\0", 16)))
        return Error{ErrorCode::Corrupt, name,
            QStringLiteral("this is no %1 or a damaged one; put a backup in its place").arg(schema.kind)};
    const auto userVersion = qFromBigEndian<qint32>(header.constData() + 60);
    const auto applicationId = qFromBigEndian<qint32>(header.constData() + 68);
    if (applicationId != 0 && applicationId != schema.applicationId)
        return foreignFile(name, schema);
    if (userVersion > schema.version())
        return newerVersion(name, schema, userVersion);
    return {};
}

} // namespace

Database::Database(const QString& file, const QString& connection)
    : m_file(file)
    , m_connection(connection)
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection))
{
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(
        QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(std::chrono::milliseconds(busyTimeout).count()));
}

Database::~Database()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString& file, const Schema& schema, Durability durability)
{
    static std::atomic<quint64> opened{0};
    if (const Status status = inspectHeader(file, schema); !status)
        return status.error();
    const QString connection = QStringLiteral("sallyport-%1").arg(++opened);
    std::unique_ptr<Database> database(new Database(file, connection));
    if (!database->m_database.open())
        return describe(file, database->m_database.lastError());
    if (const Status status = database->configure(schema, durability); !status)
        return status.error();
    return database;
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
        return Error{ErrorCode::Database, m_file, QStringLiteral("no answer to \"%1\"").arg(sql)};
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
        if (const Status status = checkIntegrity(schema); !status)
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
            return Error{ErrorCode::Io, m_file,
                QStringLiteral("no write-ahead log can be kept beside the database; move it to a local disk")};
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
        return *applicationId == schema.applicationId ? Result<int>(static_cast<int>(*found))
                                                      : foreignFile(m_file, schema);
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables)
        return tables.error();
    return *found == 0 && *tables == 0 ? Result<int>(0) : foreignFile(m_file, schema);
}

Status Database::checkIntegrity(const Schema& schema) const
{
    auto query = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!query)
        return query.error();
    const QString found = query->next() ? query->value(0).toString() : QString();
    if (found == QLatin1StringView("ok"))
        return {};
    return Error{ErrorCode::Corrupt, m_file,
        QStringLiteral("the %1 is damaged; put a backup in its place (%2)").arg(schema.kind, found)};
}

Status Database::migrate(const Schema& schema)
{
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return transaction.error();
    // Another program may have migrated it in the meantime.
    const auto found = version(schema);
    if (!found)
        return found.error();
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
    if (const Status status = database.exec(QStringLiteral("BEGIN IMMEDIATE")); !status)
        return status.error();
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->exec(QStringLiteral("ROLLBACK"));
}

Status Transaction::commit()
{
    const Status status = m_database->exec(QStringLiteral("COMMIT"));
    if (status)
        m_database = nullptr;
    return status;
}

} // namespace sallyport
