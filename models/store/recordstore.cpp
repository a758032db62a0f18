// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recordstore.h"

#include "models/base/fault.h"
#include "models/store/columns.h"
#include "models/store/database.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace sallyport
{

namespace
{

// Computers that are remembered. A client chooses its computer name freely, so that the table needs a bound; beyond it
// the ones not heard of for longest are forgotten.
constexpr qint64 rememberedComputers = 100000;
constexpr qsizetype longestName = 256; // in bytes

// The index over these rows serves queries that say so in the same words.
constexpr QLatin1StringView isPolicyChange("done = 1 AND action IN ('policy.apply', 'policy.restore')");

Schema recordSchema()
{
    return {0x53505232, // "SPR2"
        {{QStringLiteral(
              "CREATE TABLE audit (number INTEGER PRIMARY KEY, time INTEGER NOT NULL, who TEXT NOT NULL,"
              " source TEXT NOT NULL, action TEXT NOT NULL, what TEXT NOT NULL, done INTEGER NOT NULL) STRICT"),
             QStringLiteral("CREATE TABLE fetch (computer TEXT NOT NULL, address TEXT NOT NULL, version TEXT NOT NULL,"
                            " revision INTEGER NOT NULL, fetched INTEGER NOT NULL, since INTEGER NOT NULL,"
                            " PRIMARY KEY (computer, address)) STRICT"),
             QStringLiteral("CREATE INDEX fetch_fetched ON fetch (fetched)"),
             QStringLiteral(
                 "CREATE TABLE code (hash BLOB PRIMARY KEY, role TEXT NOT NULL, expires INTEGER NOT NULL) STRICT"),
             QStringLiteral(
                 "CREATE TABLE console (fingerprint TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,"
                 " enrolled INTEGER NOT NULL) STRICT")},
            // Every start looks for each revision of the policy in a trail that may have millions of rows.
            {QLatin1StringView("CREATE INDEX audit_policy ON audit (what) WHERE ") % isPolicyChange},
            {QStringLiteral("ALTER TABLE audit ADD COLUMN revision INTEGER NOT NULL DEFAULT 0"),
                QStringLiteral("ALTER TABLE audit ADD COLUMN revision_time INTEGER NOT NULL DEFAULT 0"),
                QStringLiteral("CREATE INDEX audit_revision ON audit (revision) WHERE revision > 0")}}};
}

class SqlRecordStore final : public RecordStore
{
public:
    explicit SqlRecordStore(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {
    }

    bool settle() override { return m_database->settle(); }

    Status atomically(const std::function<Status()>& change) override
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const Status changed = change();
        return changed ? transaction->commit() : changed;
    }

    Status addAudit(const AuditRecord& record) override
    {
        return change(
            QStringLiteral("INSERT INTO audit (time, who, source, action, what, done, revision, revision_time)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {timeColumn(record.time), textColumn(record.who), textColumn(record.from), textColumn(record.action),
                textColumn(record.what), record.done ? 1 : 0, numberColumn(record.revision),
                timeColumn(record.revisionTime)});
    }

    Result<QList<AuditRecord>> audit(int limit, std::uint64_t before) override
    {
        auto rows = m_database->run(QStringLiteral("SELECT number, time, who, source, action, what, done FROM audit"
                                                   " WHERE number < ? ORDER BY number DESC LIMIT ?"),
            {before == 0 ? QVariant(std::numeric_limits<qint64>::max()) : numberColumn(before),
                std::clamp(limit, 1, 10000)});
        if (!rows)
            return rows.error();
        QList<AuditRecord> records;
        while (rows->next())
            records.append({rows->value(0).toULongLong(), timeFromColumn(rows->value(1)), rows->value(2).toString(),
                rows->value(3).toString(), rows->value(4).toString(), rows->value(5).toString(),
                rows->value(6).toBool()});
        return records;
    }

    Result<bool> hasRevision(const Revision& revision, const QString& beginning) override
    {
        {
            auto exact = m_database->run(
                QStringLiteral("SELECT 1 FROM audit WHERE revision > 0 AND revision = ? AND revision_time = ? LIMIT 1"),
                {numberColumn(revision.number), timeColumn(revision.time)});
            if (!exact)
                return exact.error();
            if (exact->next())
                return true;
        }
        const QString behind = beginning.chopped(1) + QChar(beginning.back().unicode() + 1);
        auto rows = m_database->run(QLatin1StringView("SELECT 1 FROM audit WHERE ") % isPolicyChange
                % QLatin1StringView(" AND revision = 0 AND what >= ? AND what < ? AND who = ? AND time >= ? LIMIT 1"),
            {beginning, behind, textColumn(revision.author), timeColumn(revision.time)});
        if (!rows)
            return rows.error();
        return rows->next();
    }

    Status noteFetches(const QList<ClientFetch>& fetches) override
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        auto upsert = m_database->prepare(QStringLiteral(
            "INSERT INTO fetch (computer, address, version, revision, fetched, since) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (computer, address) DO UPDATE SET"
            " since = CASE WHEN version = excluded.version THEN since ELSE excluded.since END,"
            " version = excluded.version, revision = excluded.revision, fetched = excluded.fetched"));
        if (!upsert)
            return upsert.error();
        for (const ClientFetch& fetch : fetches) {
            const QString computer = keptName(fetch.computer);
            if (const Status cut = cutLongerName(computer, fetch.address.toString()); !cut)
                return cut;
            upsert->addBindValue(textColumn(computer));
            upsert->addBindValue(fetch.address.toString());
            upsert->addBindValue(textColumn(keptName(fetch.version)));
            upsert->addBindValue(numberColumn(fetch.revision));
            upsert->addBindValue(timeColumn(fetch.fetched));
            upsert->addBindValue(timeColumn(fetch.since));
            if (!upsert->exec())
                return m_database->error(*upsert);
        }
        const Status forgotten = change(
            QStringLiteral(
                "DELETE FROM fetch WHERE rowid IN (SELECT rowid FROM fetch ORDER BY fetched DESC LIMIT -1 OFFSET ?)"),
            {rememberedComputers});
        return forgotten ? transaction->commit() : forgotten;
    }

    // Older services kept names of any length; they are cut where they are read, so that a page has a greatest length.
    Result<QList<ClientFetch>> fetchPage(int limit, std::uint64_t& after) override
    {
        auto rows
            = m_database->run(QStringLiteral("SELECT rowid, substr(computer, 1, ?), address, substr(version, 1, ?),"
                                             " revision, fetched, since FROM fetch WHERE rowid > ?"
                                             " ORDER BY rowid LIMIT ?"),
                {qint64(longestName), qint64(longestName), numberColumn(after), qint64(limit) + 1});
        if (!rows)
            return rows.error();
        QList<ClientFetch> fetches;
        std::uint64_t last = 0;
        bool isMore = false;
        while (rows->next()) {
            if (fetches.size() == limit) {
                isMore = true;
                break;
            }
            last = rows->value(0).toULongLong();
            const auto address = IpAddress::parse(rows->value(2).toString());
            if (!address)
                return makeError(Fault::FetchDamaged, m_database->file(), {rows->value(2).toString()});
            fetches.append({keptName(rows->value(1).toString()), *address, keptName(rows->value(3).toString()),
                rows->value(4).toULongLong(), timeFromColumn(rows->value(5)), timeFromColumn(rows->value(6))});
        }
        after = isMore ? last : 0;
        std::sort(fetches.begin(), fetches.end(), [](const ClientFetch& left, const ClientFetch& right) {
            return std::tie(left.computer, left.address) < std::tie(right.computer, right.address);
        });
        return fetches;
    }

    Status addEnrolmentCode(const QByteArray& codeHash, Role role, TimePoint expires) override
    {
        return change(QStringLiteral("INSERT OR REPLACE INTO code (hash, role, expires) VALUES (?, ?, ?)"),
            {codeHash, roleWord(role), timeColumn(expires)});
    }

    Result<Role> takeEnrolmentCode(const QByteArray& codeHash, TimePoint now) override
    {
        // One statement, so that of two takers one gets it; expired codes go along the way.
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        if (const Status status = change(QStringLiteral("DELETE FROM code WHERE expires <= ?"), {timeColumn(now)});
            !status)
            return status.error();
        std::optional<Role> role;
        {
            auto taken = m_database->run(QStringLiteral("DELETE FROM code WHERE hash = ? RETURNING role"), {codeHash});
            if (!taken)
                return taken.error();
            if (taken->next())
                role = roleFromWord(taken->value(0).toString());
        }
        if (const Status status = transaction->commit(); !status)
            return status.error();
        if (!role)
            return makeError(Fault::EnrolmentCode, QStringLiteral("code"));
        return *role;
    }

    Status addConsole(const EnrolledConsole& console) override
    {
        return change(
            QStringLiteral("INSERT OR REPLACE INTO console (fingerprint, name, role, enrolled) VALUES (?, ?, ?, ?)"),
            {textColumn(console.fingerprint), textColumn(console.name), roleWord(console.role),
                timeColumn(console.enrolled)});
    }

    Status removeConsole(const QString& fingerprint) override
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const auto removed
            = m_database->run(QStringLiteral("DELETE FROM console WHERE fingerprint = ?"), {textColumn(fingerprint)});
        if (!removed)
            return removed.error();
        if (removed->numRowsAffected() == 0)
            return makeError(Fault::ConsoleUnknown, fingerprint);
        return transaction->commit();
    }

    Result<QList<EnrolledConsole>> consoles() override
    {
        auto rows = m_database->run(
            QStringLiteral("SELECT fingerprint, name, role, enrolled FROM console ORDER BY name, fingerprint"));
        if (!rows)
            return rows.error();
        QList<EnrolledConsole> consoles;
        while (rows->next()) {
            // A role nobody knows lets nobody in.
            const auto role = roleFromWord(rows->value(2).toString());
            if (!role)
                return makeError(
                    Fault::RoleUnknown, m_database->file(), {rows->value(0).toString(), rows->value(2).toString()});
            consoles.append(
                {rows->value(0).toString(), rows->value(1).toString(), *role, timeFromColumn(rows->value(3))});
        }
        return consoles;
    }

private:
    Status change(const QString& sql, const QVariantList& values)
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        if (const auto query = m_database->run(sql, values); !query)
            return query.error();
        return transaction->commit();
    }

    // Only a name of about the greatest length may be what is left of one.
    Status cutLongerName(const QString& computer, const QString& address)
    {
        if (computer.toUtf8().size() <= longestName - 4)
            return {};
        QList<qint64> longer;
        {
            auto rows
                = m_database->run(QStringLiteral("SELECT rowid, substr(computer, 1, ?) FROM fetch WHERE address = ?"
                                                 " AND computer > ? AND computer < ? || char(1114111)"
                                                 " AND length(CAST(computer AS BLOB)) > ?"),
                    {qint64(longestName), address, computer, computer, qint64(longestName)});
            if (!rows)
                return rows.error();
            while (rows->next()) {
                if (keptName(rows->value(1).toString()) == computer)
                    longer.append(rows->value(0).toLongLong());
            }
        }
        for (const qint64 row : longer) {
            const Status cut
                = change(QStringLiteral("UPDATE OR REPLACE fetch SET computer = ? WHERE rowid = ?"), {computer, row});
            if (!cut)
                return cut;
        }
        return {};
    }

    std::unique_ptr<Database> m_database;
};

} // namespace

QString keptName(const QString& name)
{
    const QByteArray bytes = name.toUtf8();
    if (bytes.size() <= longestName)
        return name;
    qsizetype end = longestName;
    while (end > 0 && (static_cast<unsigned char>(bytes.at(end)) & 0xc0) == 0x80)
        --end;
    return QString::fromUtf8(bytes.first(end));
}

Result<QList<ClientFetch>> RecordStore::fetches()
{
    std::uint64_t after = 0;
    return fetchPage(std::numeric_limits<int>::max(), after);
}

Result<std::unique_ptr<RecordStore>> RecordStore::open(const QString& file, const std::shared_ptr<StoreGuard>& guard)
{
    auto database = Database::open(file, recordSchema(), Durability::Full, guard);
    if (!database)
        return database.error();
    return std::unique_ptr<RecordStore>(std::make_unique<SqlRecordStore>(*std::move(database)));
}

} // namespace sallyport
