// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/objects.h"

#include "models/base/fault.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QVariant>

#include <algorithm>

namespace sallyport
{

namespace
{

const QLatin1StringView refMember("$ref");
const QLatin1StringView listMember("$list");

// Walks a tree of objects from the database. The first failure is kept; what is returned after it has no meaning.
class Reader
{
public:
    Reader(const Database& database, QSqlQuery select)
        : m_database(database)
        , m_select(std::move(select))
    {
    }

    const Status& status() const { return m_status; }

    QJsonValue value(const QByteArray& address)
    {
        bool plain = false;
        const QJsonObject object = fetch(address, &plain);
        const QJsonValue found = object.value(QLatin1StringView("value"));
        if (m_status && found.isUndefined())
            fail(address, Fault::StoredDamaged);
        return plain ? found : expand(found);
    }

private:
    void fail(const QByteArray& address, Fault fault)
    {
        if (m_status)
            m_status = makeError(fault, m_database.file(), {QString::fromLatin1(address.toHex())});
    }

    // `plain` tells that nothing in the object stands for something else.
    QJsonObject fetch(const QByteArray& address, bool* plain)
    {
        if (!m_status)
            return {};
        m_select.addBindValue(address);
        if (!m_select.exec()) {
            m_status = m_database.error(m_select);
            return {};
        }
        if (!m_select.next()) {
            fail(address, Fault::StoredMissing);
            return {};
        }
        const QByteArray bytes = m_select.value(0).toByteArray();
        m_select.finish();
        if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != address) {
            fail(address, Fault::StoredDamaged);
            return {};
        }
        *plain = !bytes.contains("\"$");
        return QJsonDocument::fromJson(bytes).object();
    }

    QJsonValue expand(const QJsonValue& value)
    {
        if (value.isArray()) {
            QJsonArray expanded;
            for (const QJsonValue& element : value.toArray())
                expanded.append(expand(element));
            return expanded;
        }
        if (!value.isObject())
            return value;
        const QJsonObject object = value.toObject();
        if (const QJsonValue address = object.value(refMember); address.isString())
            return this->value(addressOf(address));
        if (const QJsonValue address = object.value(listMember); address.isString()) {
            QJsonArray list;
            appendList(addressOf(address), list);
            return list;
        }
        QJsonObject expanded;
        for (auto it = object.begin(); it != object.end(); ++it)
            expanded.insert(it.key().startsWith(u'$') ? it.key().mid(1) : it.key(), expand(it.value()));
        return expanded;
    }

    void appendList(const QByteArray& address, QJsonArray& list)
    {
        bool plain = false;
        const QJsonObject object = fetch(address, &plain);
        for (const QJsonValue& node : object.value(QLatin1StringView("nodes")).toArray())
            appendList(addressOf(node), list);
        for (const QJsonValue& item : object.value(QLatin1StringView("items")).toArray())
            list.append(plain ? item : expand(item));
    }

    static QByteArray addressOf(const QJsonValue& value) { return QByteArray::fromHex(value.toString().toLatin1()); }

    const Database& m_database;
    QSqlQuery m_select;
    Status m_status;
};

// Every string of an object that could be an address. More than its real references perhaps, which keeps a few objects
// longer than needed, and much faster than to parse it.
QList<QByteArray> possibleReferences(const QByteArray& bytes)
{
    constexpr qsizetype length = 64;
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    QList<QByteArray> found;
    for (qsizetype at = bytes.indexOf('"'); at >= 0 && at + length + 1 < bytes.size();
         at = bytes.indexOf('"', at + 1)) {
        const QByteArrayView text = QByteArrayView(bytes).sliced(at + 1, length);
        if (bytes[at + 1 + length] == '"' && std::all_of(text.begin(), text.end(), isHex))
            found.append(QByteArray::fromHex(text.toByteArray()));
    }
    return found;
}

Result<QSqlQuery> selectObject(const Database& database)
{
    return database.prepare(QStringLiteral("SELECT bytes FROM object WHERE address = ?"));
}

} // namespace

QString objectTableSql()
{
    return QStringLiteral("CREATE TABLE object (address BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
}

Status writeObjects(const Database& database, const ObjectTree& tree)
{
    auto insert = database.prepare(QStringLiteral("INSERT OR IGNORE INTO object (address, bytes) VALUES (?, ?)"));
    if (!insert)
        return insert.error();
    for (const auto& [address, bytes] : tree.objects) {
        insert->addBindValue(address);
        insert->addBindValue(bytes);
        if (!insert->exec())
            return database.error(*insert);
    }
    return {};
}

Result<QJsonObject> readObjects(const Database& database, const QByteArray& root)
{
    auto select = selectObject(database);
    if (!select)
        return select.error();
    Reader reader(database, *std::move(select));
    const QJsonValue value = reader.value(root);
    if (!reader.status())
        return reader.status().error();
    return value.toObject();
}

Status removeUnreachable(const Database& database, const QList<QByteArray>& roots)
{
    auto select = selectObject(database);
    if (!select)
        return select.error();
    QSet<QByteArray> reached;
    QList<QByteArray> open = roots;
    while (!open.isEmpty()) {
        const QByteArray address = open.takeLast();
        if (reached.contains(address))
            continue;
        reached.insert(address);
        select->addBindValue(address);
        if (!select->exec())
            return database.error(*select);
        if (select->next())
            open += possibleReferences(select->value(0).toByteArray());
        select->finish();
    }
    auto all = database.run(QStringLiteral("SELECT address FROM object"));
    if (!all)
        return all.error();
    QList<QByteArray> unreachable;
    while (all->next()) {
        QByteArray address = all->value(0).toByteArray();
        if (!reached.contains(address))
            unreachable.append(std::move(address));
    }
    auto remove = database.prepare(QStringLiteral("DELETE FROM object WHERE address = ?"));
    if (!remove)
        return remove.error();
    for (const QByteArray& address : unreachable) {
        remove->addBindValue(address);
        if (!remove->exec())
            return database.error(*remove);
    }
    return {};
}

} // namespace sallyport
