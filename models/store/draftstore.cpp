// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/draftstore.h"

#include "models/base/filewriting.h"
#include "models/policy/policyjson.h"
#include "models/store/columns.h"
#include "models/store/objects.h"

#include <QFile>

namespace sallyport
{

namespace
{

// A save leaves the objects of the draft before it; they are swept at the first save of a run and then after so many.
constexpr int savesBetweenSweeps = 100;

Schema draftSchema()
{
    return {QLatin1StringView("drafts database"), 0x53504431, // "SPD1"
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

    Status save(const Draft& draft) override
    {
        const ObjectTree base = encodeObjects(policyToJson(draft.basePolicy));
        const ObjectTree edited = encodeObjects(policyToJson(draft.policy));
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
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
        return transaction->commit();
    }

    Result<std::optional<Draft>> load(const QString& server) override
    {
        Draft draft;
        draft.server = server;
        QByteArray baseRoot;
        QByteArray root;
        {
            auto rows = m_database->run(
                QStringLiteral("SELECT base, base_root, root FROM draft WHERE server = ?"), {textColumn(server)});
            if (!rows)
                return rows.error();
            if (!rows->next())
                return std::optional<Draft>();
            draft.base = rows->value(0).toULongLong();
            baseRoot = rows->value(1).toByteArray();
            root = rows->value(2).toByteArray();
        }
        auto basePolicy = read(baseRoot);
        if (!basePolicy)
            return basePolicy.error();
        auto policy = read(root);
        if (!policy)
            return policy.error();
        draft.basePolicy = *std::move(basePolicy);
        draft.policy = *std::move(policy);
        return std::optional<Draft>(std::move(draft));
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
        const Status swept = sweep();
        return swept ? transaction->commit() : swept;
    }

private:
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
    return std::unique_ptr<DraftStore>(std::make_unique<SqlDraftStore>(*std::move(database)));
}

} // namespace sallyport
