// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/policystore.h"

#include "models/base/fault.h"
#include "models/policy/policyjson.h"
#include "models/store/columns.h"
#include "models/store/objects.h"

#include <algorithm>

namespace sallyport
{

namespace
{

Schema policySchema()
{
    return {0x53505031, // "SPP1"
        {{objectTableSql(),
            QStringLiteral(
                "CREATE TABLE revision (number INTEGER PRIMARY KEY, parent INTEGER NOT NULL, author TEXT NOT NULL,"
                " comment TEXT NOT NULL, time INTEGER NOT NULL, root BLOB NOT NULL REFERENCES object (address))"
                " STRICT")}}};
}

constexpr QLatin1StringView revisionColumns("SELECT number, parent, author, comment, time, root FROM revision ");

Revision readRevision(const QSqlQuery& row)
{
    Revision revision;
    revision.number = row.value(0).toULongLong();
    revision.parent = row.value(1).toULongLong();
    revision.author = row.value(2).toString();
    revision.comment = row.value(3).toString();
    revision.time = timeFromColumn(row.value(4));
    revision.hash = QString::fromLatin1(row.value(5).toByteArray().toHex());
    return revision;
}

QString revisionName(RevisionNumber number)
{
    return QStringLiteral("revision %1").arg(number);
}

class SqlPolicyStore final : public PolicyStore
{
public:
    explicit SqlPolicyStore(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {
    }

    bool settle() override { return m_database->settle(); }

    Result<Revision> head() override
    {
        auto rows = m_database->run(revisionColumns % QStringLiteral("ORDER BY number DESC LIMIT 1"));
        if (!rows)
            return rows.error();
        return rows->next() ? readRevision(*rows) : Revision();
    }

    Result<Revision> revision(RevisionNumber number) override
    {
        auto rows = m_database->run(revisionColumns % QStringLiteral("WHERE number = ?"), {numberColumn(number)});
        if (!rows)
            return rows.error();
        if (!rows->next())
            return makeError(Fault::RevisionUnknown, revisionName(number));
        return readRevision(*rows);
    }

    Result<Policy> policy(RevisionNumber number) override
    {
        const auto found = revision(number);
        if (!found)
            return found.error();
        const auto json = readObjects(*m_database, QByteArray::fromHex(found->hash.toLatin1()));
        if (!json)
            return json.error();
        return policyFromJson(*json);
    }

    Result<Revision> apply(RevisionNumber parent, const Policy& policy, const QString& author, const QString& comment,
        TimePoint time) override
    {
        const ObjectTree tree = encodeObjects(policyToJson(policy));
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const auto current = head();
        if (!current)
            return current;
        if (current->number != parent)
            return makeError(
                Fault::RevisionMeanwhile, revisionName(parent), {QString::number(current->number), current->author});
        Revision next{parent + 1, parent, author, comment, time, QString::fromLatin1(tree.root.toHex())};
        if (current->hash == next.hash)
            return current;
        if (const Status status = writeObjects(*m_database, tree); !status)
            return status.error();
        const auto inserted = m_database->run(
            QStringLiteral(
                "INSERT INTO revision (number, parent, author, comment, time, root) VALUES (?, ?, ?, ?, ?, ?)"),
            {numberColumn(next.number), numberColumn(parent), textColumn(author), textColumn(comment), timeColumn(time),
                tree.root});
        if (!inserted)
            return inserted.error();
        if (const Status status = transaction->commit(); !status)
            return status.error();
        return next;
    }

    Result<QList<Revision>> history(int limit, RevisionNumber before) override
    {
        const QVariantList values{before == 0 ? QVariant(std::numeric_limits<qint64>::max()) : numberColumn(before),
            std::clamp(limit, 1, 10000)};
        auto rows = m_database->run(
            revisionColumns % QStringLiteral("WHERE number < ? ORDER BY number DESC LIMIT ?"), values);
        if (!rows)
            return rows.error();
        QList<Revision> revisions;
        while (rows->next())
            revisions.append(readRevision(*rows));
        return revisions;
    }

private:
    std::unique_ptr<Database> m_database;
};

} // namespace

Result<std::unique_ptr<PolicyStore>> PolicyStore::open(const QString& file, const std::shared_ptr<StoreGuard>& guard)
{
    auto database = Database::open(file, policySchema(), Durability::Full, guard);
    if (!database)
        return database.error();
    return std::unique_ptr<PolicyStore>(std::make_unique<SqlPolicyStore>(*std::move(database)));
}

} // namespace sallyport
