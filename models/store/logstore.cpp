// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/logstore.h"

#include "models/policy/w3clog.h"
#include "models/store/columns.h"
#include "models/store/database.h"

#include <algorithm>

namespace sallyport
{

namespace
{

// Rows of one INSERT statement. More of them save little; SQLite allows 32,766 parameters.
constexpr std::size_t rowsPerStatement = 100;

// A row is one text, the W3C line of the Firewall log behind three fields that it lacks: operation, method and
// computer. Two parameters a row are what keeps QtSql fast enough; everything else is read from the text.
Schema logSchema()
{
    return {QLatin1StringView("log database"), 0x53504c31, // "SPL1"
        {{QStringLiteral("CREATE TABLE log (number INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL,"
                         " line BLOB NOT NULL) STRICT")}}};
}

QString insertSql(std::size_t rows)
{
    return QStringLiteral("INSERT INTO log (time, line) VALUES (?, ?)")
        % QStringLiteral(", (?, ?)").repeated(static_cast<qsizetype>(rows) - 1);
}

void appendRow(std::string& out, const LogRecord& record)
{
    out += logOperationWord(record.operation);
    out += '\t';
    appendW3cText(out, record.method);
    out += '\t';
    appendW3cText(out, record.computer);
    out += '\t';
    appendW3cLine(out, record, W3cLog::Firewall, {});
}

// The first field of `line`, which is taken off it.
std::string takeField(std::string_view& line)
{
    const std::size_t end = std::min(line.find('\t'), line.size());
    const std::string_view field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field == "-" ? std::string() : std::string(field);
}

Result<LogRecord> parseRow(std::string_view line)
{
    const auto operation = logOperationFromWord(takeField(line));
    std::string method = takeField(line);
    std::string computer = takeField(line);
    auto record = parseW3cLine(line, W3cLog::Firewall);
    if (!record)
        return record;
    if (!operation)
        return Error{ErrorCode::Corrupt, QStringLiteral("operation"), QStringLiteral("unknown word")};
    record->operation = *operation;
    record->method = std::move(method);
    record->computer = std::move(computer);
    return record;
}

bool isAscii(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// SQLite's LIKE compares ASCII without case; anything beyond is compared here.
QString likePattern(const QString& text)
{
    QString pattern = text;
    for (const QLatin1StringView special : {QLatin1StringView("\\"), QLatin1StringView("%"), QLatin1StringView("_")})
        pattern.replace(special, QString(QLatin1StringView("\\") % special));
    return u'%' % pattern % u'%';
}

class SqlLogStore final : public LogStore
{
public:
    explicit SqlLogStore(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {
    }

    Status write(const std::vector<LogRecord>& batch) override
    {
        if (batch.empty())
            return {};
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        std::size_t written = 0;
        while (written < batch.size()) {
            const std::size_t rows = batch.size() - written >= rowsPerStatement ? rowsPerStatement : 1;
            if (const Status status = insert(batch.data() + written, rows); !status)
                return status;
            written += rows;
        }
        return transaction->commit();
    }

    Result<QList<LogRow>> query(const LogQuery& query) override
    {
        const int limit = std::clamp(query.limit, 1, 10000);
        const bool inSql = isAscii(query.text);
        QVariantList values{
            query.before == 0 ? QVariant(std::numeric_limits<qint64>::max()) : numberColumn(query.before)};
        QString sql = QStringLiteral("SELECT number, time, line FROM log WHERE number < ?");
        if (inSql && !query.text.isEmpty()) {
            sql += QLatin1StringView(" AND CAST(line AS TEXT) LIKE ? ESCAPE '\\'");
            values << likePattern(query.text);
        }
        sql += QLatin1StringView(" ORDER BY number DESC");
        if (inSql) {
            sql += QLatin1StringView(" LIMIT ?");
            values << limit;
        }
        auto rows = m_database->run(sql, values);
        if (!rows)
            return rows.error();
        QList<LogRow> found;
        while (found.size() < limit && rows->next()) {
            const QByteArray line = rows->value(2).toByteArray();
            if (!inSql && !QString::fromUtf8(line).contains(query.text, Qt::CaseInsensitive))
                continue;
            auto record = parseRow({line.constData(), static_cast<std::size_t>(line.size())});
            if (!record)
                return Error{ErrorCode::Corrupt, m_database->file(),
                    QStringLiteral("row %1 of the log can't be read: %2")
                        .arg(rows->value(0).toULongLong())
                        .arg(record.error().text())};
            record->time = timeFromColumn(rows->value(1));
            found.append({rows->value(0).toULongLong(), *std::move(record)});
        }
        return found;
    }

    Status trim(std::uint64_t keep) override
    {
        const auto trimmed = m_database->run(
            QStringLiteral("DELETE FROM log WHERE number <= (SELECT max(number) FROM log) - ?"), {numberColumn(keep)});
        return trimmed ? Status() : trimmed.error();
    }

private:
    Status insert(const LogRecord* records, std::size_t rows)
    {
        std::optional<QSqlQuery>& statement = rows == 1 ? m_insertOne : m_insertMany;
        if (!statement) {
            auto prepared = m_database->prepare(insertSql(rows));
            if (!prepared)
                return prepared.error();
            statement = *std::move(prepared);
        }
        for (std::size_t i = 0; i < rows; ++i) {
            m_line.clear();
            appendRow(m_line, records[i]);
            statement->addBindValue(timeColumn(records[i].time));
            statement->addBindValue(QByteArray(m_line.data(), static_cast<qsizetype>(m_line.size())));
        }
        if (!statement->exec())
            return m_database->error(*statement);
        return {};
    }

    std::unique_ptr<Database> m_database; // before the statements, which must go first
    std::optional<QSqlQuery> m_insertOne;
    std::optional<QSqlQuery> m_insertMany;
    std::string m_line;
};

} // namespace

Result<std::unique_ptr<LogStore>> LogStore::open(const QString& file)
{
    auto database = Database::open(file, logSchema(), Durability::Normal);
    if (!database)
        return database.error();
    return std::unique_ptr<LogStore>(std::make_unique<SqlLogStore>(*std::move(database)));
}

} // namespace sallyport
