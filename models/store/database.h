// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/storeguard.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <memory>

namespace sallyport
{

// What one kind of database file looks like, as the steps that lead to it: migrations[0] makes an empty file version 1,
// migrations[1] turns version 1 into 2, and so on. A step that was ever released is never edited; tables are STRICT.
struct Schema {
    qint32 applicationId = 0; // PRAGMA application_id: tells our files from one another and from foreign ones
    QList<QStringList> migrations;

    int version() const { return static_cast<int>(migrations.size()); }
};

enum class Durability {
    Full, // a committed transaction survives power failure
    Normal, // the last transactions may be lost then, consistency never
};

// One connection to one SQLite file (WAL). Belongs to the thread that opened it; other threads and processes open their
// own.
class Database
{
public:
    // Creates or migrates. Damaged, foreign and later-version files are refused before anything is written to them.
    // `guard`, if any, is asked before every transaction and told of it; everything that writes has to be in one.
    static Result<std::unique_ptr<Database>> open(const QString& file, const Schema& schema, Durability durability,
        const std::shared_ptr<StoreGuard>& guard = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // An executed statement; positional values.
    Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {}) const;
    Status exec(const QString& sql) const;
    // For statements that are kept: prepared, not executed.
    Result<QSqlQuery> prepare(const QString& sql) const;
    // What the last failure of `query` means, with the file as subject.
    Error error(const QSqlQuery& query) const;
    const QString& file() const { return m_file; }

    // Moves what this connection committed from the log into the file and empties the log, so that the file is whole by
    // itself: it may be copied, lost or replaced without anything beside it that belongs to it. Waits for nobody who
    // reads or writes. False: somebody does, or there is no room; nothing is lost, try again later.
    bool settle() const;

private:
    friend class Transaction;
    enum class Access { Look, Use };

    Database(const QString& file, Access access);
    static Status look(const QString& file, const Schema& schema);
    Status configure(const Schema& schema, Durability durability);
    Status useWriteAheadLog();
    Result<int> version(const Schema& schema) const;
    Status checkIntegrity() const;
    Status migrate(const Schema& schema);
    Result<qint64> number(const QString& sql) const;

    QString m_file;
    QString m_connection;
    QSqlDatabase m_database;
    std::shared_ptr<StoreGuard> m_guard; // once it is open
    mutable int m_transactions = 0; // open ones, one within another
    mutable bool m_unsettled = false; // the log may hold what the file lacks
};

// A write transaction (BEGIN IMMEDIATE: waits for other writers at its beginning, never in its middle). Rolls back
// unless committed. One within another is a part of it: undone by itself, durable with the outer one.
class Transaction
{
public:
    static Result<Transaction> begin(const Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    // Durable as the database was opened, once it returns.
    Status commit();

private:
    Transaction(const Database& database, bool inner);

    const Database* m_database;
    bool m_inner;
};

} // namespace sallyport
