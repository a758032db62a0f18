// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/draftstore.h"

#include "models/base/fault.h"
#include "models/base/filewriting.h"
#include "models/policy/policyjson.h"
#include "models/store/columns.h"
#include "models/store/objects.h"

#include <QFile>
#include <QHash>

namespace sallyport
{

namespace
{

// A save leaves the objects of the draft before it; they are swept at the first save of a run and then after so many.
constexpr int savesBetweenSweeps = 100;

Schema draftSchema()
{
    return {0x53504431, // "SPD1"
        {{objectTableSql(),
            QStringLiteral("CREATE TABLE draft (server TEXT PRIMARY KEY, base INTEGER NOT NULL,"
                           " base_root BLOB NOT NULL REFERENCES object (address),"
                           " root BLOB NOT NULL REFERENCES object (address)) STRICT")}}};
}

class SqlDraftStore final : public DraftStore
{
public:
    explicit SqlDraftStore(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {
    }

    // Takes note of the drafts that are there.
    Status begin()
    {
        auto rows = m_database->run(QStringLiteral("SELECT base, base_root, root, server FROM draft"));
        if (!rows)
            return rows.error();
        while (rows->next())
            m_seen.insert(rows->value(3).toString(), rowOf(*rows));
        return {};
    }

    Status save(const Draft& draft) override
    {
        const ObjectTree base = encodeObjects(policyToJson(draft.basePolicy));
        const ObjectTree edited = encodeObjects(policyToJson(draft.policy));
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        if (const auto changed = changedElsewhere(draft.server); !changed || *changed) {
            return changed ? makeError(Fault::DraftMeanwhile, draft.server) : changed.error();
        }
        for (const ObjectTree* tree : {&base, &edited}) {
            if (const Status status = writeObjects(*m_database, *tree); !status)
                return status;
        }
        const auto saved = m_database->run(
            QStringLiteral("INSERT OR REPLACE INTO draft (server, base, base_root, root) VALUES (?, ?, ?, ?)"),
            {textColumn(draft.server), numberColumn(draft.base), base.root, edited.root});
        if (!saved)
            return saved.error();
        if (m_saves++ % savesBetweenSweeps == 0) {
            if (const Status status = sweep(); !status)
                return status;
        }
        const Status committed = transaction->commit();
        if (committed)
            m_seen.insert(draft.server, Row{draft.base, base.root, edited.root});
        return committed;
    }

    Result<std::optional<Draft>> load(const QString& server) override
    {
        // What is read must be one state of the file, and stay until it is read.
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const auto row = readRow(server);
        if (!row)
            return row.error();
        if (!*row) {
            m_seen.remove(server);
            return std::optional<Draft>();
        }
        auto basePolicy = read((*row)->baseRoot);
        if (!basePolicy)
            return basePolicy.error();
        auto policy = read((*row)->root);
        if (!policy)
            return policy.error();
        m_seen.insert(server, **row);
        return std::optional(Draft{server, (*row)->base, *std::move(basePolicy), *std::move(policy)});
    }

    Result<bool> changedElsewhere(const QString& server) override
    {
        const auto row = readRow(server);
        if (!row)
            return row.error();
        const auto seen = m_seen.constFind(server);
        return seen == m_seen.cend() ? row->has_value() : *row != std::optional(*seen);
    }

    Status remove(const QString& server) override
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const auto removed
            = m_database->run(QStringLiteral("DELETE FROM draft WHERE server = ?"), {textColumn(server)});
        if (!removed)
            return removed.error();
        if (const Status swept = sweep(); !swept)
            return swept;
        m_seen.remove(server);
        return transaction->commit();
    }

private:
    struct Row {
        RevisionNumber base = 0;
        QByteArray baseRoot; // contents by their hashes: equal rows are equal drafts
        QByteArray root;

        bool operator==(const Row&) const = default;
    };

    Result<std::optional<Row>> readRow(const QString& server) const
    {
        auto rows = m_database->run(
            QStringLiteral("SELECT base, base_root, root FROM draft WHERE server = ?"), {textColumn(server)});
        if (!rows)
            return rows.error();
        if (!rows->next())
            return std::optional<Row>();
        return std::optional(rowOf(*rows));
    }

    static Row rowOf(const QSqlQuery& rows)
    {
        return {rows.value(0).toULongLong(), rows.value(1).toByteArray(), rows.value(2).toByteArray()};
    }

    Result<Policy> read(const QByteArray& root)
    {
        const auto json = readObjects(*m_database, root);
        if (!json)
            return json.error();
        return policyFromJson(*json);
    }

    Status sweep()
    {
        QList<QByteArray> roots;
        {
            auto rows = m_database->run(QStringLiteral("SELECT base_root FROM draft UNION SELECT root FROM draft"));
            if (!rows)
                return rows.error();
            while (rows->next())
                roots.append(rows->value(0).toByteArray());
        }
        return removeUnreachable(*m_database, roots);
    }

    std::unique_ptr<Database> m_database;
    QHash<QString, Row> m_seen; // as this process left or found them
    int m_saves = 0;
};

} // namespace

Result<std::unique_ptr<DraftStore>> DraftStore::open(const QString& file)
{
    // What somebody is about to do concerns nobody else; what SQLite makes beside it has the same mode.
    for (const char* suffix : {"-wal", "-shm"}) {
        if (QFile::exists(file + QLatin1StringView(suffix)))
            keepToOwner(file + QLatin1StringView(suffix));
    }
    keepToOwner(file);
    auto database = Database::open(file, draftSchema(), Durability::Full);
    if (!database)
        return database.error();
    auto store = std::make_unique<SqlDraftStore>(*std::move(database));
    if (const Status begun = store->begin(); !begun)
        return begun.error();
    return std::unique_ptr<DraftStore>(std::move(store));
}

} // namespace sallyport
