// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/logstore.h"

#include "models/base/fault.h"
#include "models/store/columns.h"
#include "models/store/database.h"
#include "models/store/logrow.h"

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

// Rows of one block. Larger ones write a little faster and make the newest rows slower to read.
constexpr std::size_t rowsPerBlock = 256;

// Rows are kept in blocks, as lines of one text, since binding values through QtSql costs more than all the rest. Row
// numbers run from `first` on; `counter` holds the number of the next row, so that numbers never come back after a
// trim.
Schema logSchema()
{
    return {0x53504c31, // "SPL1"
        {{QStringLiteral("CREATE TABLE block (first INTEGER PRIMARY KEY, rows INTEGER NOT NULL,"
                         " from_time INTEGER NOT NULL, to_time INTEGER NOT NULL, lines BLOB NOT NULL) STRICT"),
            QStringLiteral("CREATE TABLE counter (next INTEGER NOT NULL) STRICT"),
            QStringLiteral("INSERT INTO counter VALUES (1)")}}};
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::vector<std::string_view> splitLines(std::string_view lines)
{
    std::vector<std::string_view> split;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        split.push_back(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return split;
}

// Looks for a text without case. ASCII texts, by far the most, are searched for in the bytes as they are (Horspool's
// algorithm over folded letters), since a log is long and the text often rare.
class TextFilter
{
public:
    explicit TextFilter(const QString& text)
        : m_text(text)
        , m_folded(text.toLower().toUtf8().toStdString())
        , m_ascii(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
    {
        m_skip.fill(m_folded.size());
        for (std::size_t i = 0; i + 1 < m_folded.size(); ++i)
            m_skip[static_cast<unsigned char>(m_folded[i])] = m_folded.size() - 1 - i;
    }

    bool isEmpty() const { return m_text.isEmpty(); }

    bool fits(std::string_view bytes) const
    {
        if (!m_ascii)
            return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()))
                .contains(m_text, Qt::CaseInsensitive);
        const std::size_t length = m_folded.size();
        for (std::size_t end = length; end <= bytes.size();) {
            const char last = fold(bytes[end - 1]);
            if (last == m_folded.back()
                && std::equal(m_folded.begin(), m_folded.end(), bytes.data() + (end - length),
                    [](char wanted, char found) { return wanted == fold(found); }))
                return true;
            end += m_skip[static_cast<unsigned char>(last)];
        }
        return false;
    }

private:
    static char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

    QString m_text;
    std::string m_folded;
    bool m_ascii;
    std::array<std::size_t, 256> m_skip{}; // how far to move on, by the last byte looked at
};

class SqlLogStore final : public LogStore
{
public:
    explicit SqlLogStore(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {
    }

    bool settle() override { return m_database->settle(); }

    Status write(const std::vector<LogRecord>& batch) override
    {
        if (batch.empty())
            return probe();
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const auto next = nextNumber();
        if (!next)
            return next.error();
        for (std::size_t from = 0; from < batch.size(); from += rowsPerBlock) {
            const std::size_t rows = std::min(rowsPerBlock, batch.size() - from);
            if (const Status status = writeBlock(*next + from, batch.data() + from, rows); !status)
                return status;
        }
        const auto counted
            = m_database->run(QStringLiteral("UPDATE counter SET next = ?"), {numberColumn(*next + batch.size())});
        return counted ? transaction->commit() : counted.error();
    }

    Result<QList<LogRow>> query(const LogQuery& query) override
    {
        const qsizetype limit = std::clamp(query.limit, 1, 10000);
        const TextFilter filter(query.text);
        const auto before = query.before == 0 ? std::numeric_limits<qint64>::max() : static_cast<qint64>(query.before);
        auto blocks = m_database->run(
            QStringLiteral("SELECT first, lines FROM block WHERE first < ? ORDER BY first DESC"), {before});
        if (!blocks)
            return blocks.error();
        QList<LogRow> found;
        while (found.size() < limit && blocks->next()) {
            const std::uint64_t first = blocks->value(0).toULongLong();
            const QByteArray bytes = blocks->value(1).toByteArray();
            if (!filter.isEmpty() && !filter.fits(viewOf(bytes)))
                continue;
            const auto lines = splitLines(viewOf(bytes));
            for (std::size_t i = lines.size(); i-- > 0 && found.size() < limit;) {
                const std::uint64_t number = first + i;
                if (number >= static_cast<std::uint64_t>(before) || (!filter.isEmpty() && !filter.fits(lines[i])))
                    continue;
                auto record = parseLogRow(lines[i]);
                if (!record)
                    return unreadable(number, record.error());
                found.append({number, *std::move(record)});
            }
        }
        return found;
    }

    Status trim(std::uint64_t keep) override
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        const auto next = nextNumber();
        if (!next)
            return next.error();
        if (keep >= *next)
            return {};
        const std::uint64_t firstKept = *next - keep;
        const auto removed
            = m_database->run(QStringLiteral("DELETE FROM block WHERE first + rows <= ?"), {numberColumn(firstKept)});
        if (!removed)
            return removed.error();
        if (const Status status = cutBlock(firstKept); !status)
            return status;
        return transaction->commit();
    }

private:
    // What is written and removed in one transaction leaves nothing, but needs the room.
    Status probe()
    {
        auto transaction = Transaction::begin(*m_database);
        if (!transaction)
            return transaction.error();
        for (const char* sql :
            {"INSERT INTO block VALUES (-1, 0, 0, 0, zeroblob(4096))", "DELETE FROM block WHERE first = -1"}) {
            if (const Status status = m_database->exec(QString::fromLatin1(sql)); !status)
                return status;
        }
        return transaction->commit();
    }

    Result<std::uint64_t> nextNumber()
    {
        auto rows = m_database->run(QStringLiteral("SELECT next FROM counter"));
        if (!rows)
            return rows.error();
        if (!rows->next())
            return makeError(Fault::LogCounterMissing, m_database->file());
        return std::uint64_t(rows->value(0).toULongLong());
    }

    Status writeBlock(std::uint64_t first, const LogRecord* records, std::size_t rows)
    {
        if (!m_insert) {
            auto prepared = m_database->prepare(
                QStringLiteral("INSERT INTO block (first, rows, from_time, to_time, lines) VALUES (?, ?, ?, ?, ?)"));
            if (!prepared)
                return prepared.error();
            m_insert = *std::move(prepared);
        }
        m_lines.clear();
        TimePoint from = records[0].time;
        TimePoint to = from;
        for (std::size_t i = 0; i < rows; ++i) {
            appendLogRow(m_lines, records[i]);
            m_lines += '\n';
            from = std::min(from, records[i].time);
            to = std::max(to, records[i].time);
        }
        m_insert->addBindValue(numberColumn(first));
        m_insert->addBindValue(numberColumn(rows));
        m_insert->addBindValue(timeColumn(from));
        m_insert->addBindValue(timeColumn(to));
        // The text outlives the statement's execution, so that it need not be copied.
        m_insert->addBindValue(QByteArray::fromRawData(m_lines.data(), static_cast<qsizetype>(m_lines.size())));
        if (!m_insert->exec())
            return m_database->error(*m_insert);
        return {};
    }

    // Takes the rows before `firstKept` off the block that holds both those and later ones.
    Status cutBlock(std::uint64_t firstKept)
    {
        QByteArray lines;
        std::uint64_t first = 0;
        {
            auto block = m_database->run(
                QStringLiteral("SELECT first, lines FROM block WHERE first < ?"), {numberColumn(firstKept)});
            if (!block)
                return block.error();
            if (!block->next())
                return {};
            first = block->value(0).toULongLong();
            lines = block->value(1).toByteArray();
        }
        qsizetype cut = 0;
        for (std::uint64_t row = first; row < firstKept; ++row)
            cut = lines.indexOf('\n', cut) + 1;
        const auto updated
            = m_database->run(QStringLiteral("UPDATE block SET first = ?, rows = rows - ?, lines = ? WHERE first = ?"),
                {numberColumn(firstKept), numberColumn(firstKept - first), lines.mid(cut), numberColumn(first)});
        return updated ? Status() : updated.error();
    }

    Error unreadable(std::uint64_t number, const Error& why) const
    {
        return makeError(Fault::LogRowDamaged, m_database->file(), {QString::number(number), why.text()});
    }

    std::unique_ptr<Database> m_database; // before the statement, which must go first
    std::optional<QSqlQuery> m_insert;
    std::string m_lines;
};

} // namespace

Result<std::unique_ptr<LogStore>> LogStore::open(const QString& file, const std::shared_ptr<StoreGuard>& guard)
{
    auto database = Database::open(file, logSchema(), Durability::Normal, guard);
    if (!database)
        return database.error();
    return std::unique_ptr<LogStore>(std::make_unique<SqlLogStore>(*std::move(database)));
}

} // namespace sallyport
