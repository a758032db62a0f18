// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programtable.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport
{

namespace
{

// Titles over a column of programs, the ones that say most first; folded, without what is no letter.
constexpr std::array<QStringView, 26> titles{u"imagename", u"abbildname", u"executable", u"exe", u"filename", u"file",
    u"dateiname", u"datei", u"image", u"processname", u"prozessname", u"process", u"prozess", u"path", u"pfad",
    u"commandline", u"command", u"cmd", u"application", u"anwendung", u"programname", u"program", u"programm",
    u"programs", u"app", u"name"};

struct Column {
    qsizetype start = 0;
    qsizetype length = 0;
};

Column trimmed(QStringView line, Column span)
{
    while (span.length > 0 && line[span.start].isSpace())
        ++span.start, --span.length;
    while (span.length > 0 && line[span.start + span.length - 1].isSpace())
        --span.length;
    return span;
}

Column unquoted(QStringView line, Column span)
{
    span = trimmed(line, span);
    const bool quoted = span.length > 1 && line[span.start] == u'"' && line[span.start + span.length - 1] == u'"';
    return quoted ? trimmed(line, {span.start + 1, span.length - 2}) : span;
}

// How little a title says of programs; nothing when it says nothing.
std::optional<qsizetype> rank(QStringView title)
{
    QString letters;
    for (const QChar c : title) {
        if (c.isLetter())
            letters.append(c.toCaseFolded());
    }
    const auto found = std::find(titles.begin(), titles.end(), QStringView(letters));
    return found == titles.end() ? std::nullopt : std::optional(found - titles.begin());
}

// The column whose title says most; -1 when none does.
qsizetype nameColumn(QStringView line, const QList<Column>& cells)
{
    qsizetype best = -1;
    std::optional<qsizetype> least;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const std::optional<qsizetype> one = rank(line.sliced(cells[i].start, cells[i].length));
        if (one && (!least || *one < *least)) {
            least = one;
            best = i;
        }
    }
    return best;
}

bool isBlank(const ListLine& line)
{
    return line.text.trimmed().isEmpty();
}

void addCell(NameTable& table, const ListLine& line, int number, Column span, bool isCommand = false)
{
    span = unquoted(line.text, span);
    if (span.length > 0)
        table.cells.append({number, line.start + span.start, line.text.sliced(span.start, span.length), isCommand});
}

QList<Column> delimited(QStringView line, QChar delimiter)
{
    QList<Column> cells;
    bool quoted = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == u'"')
            quoted = !quoted;
        if (i < line.size() && (quoted || line[i] != delimiter))
            continue;
        cells.append(unquoted(line, {start, i - start}));
        start = i + 1;
    }
    return cells;
}

// A line of titles and lines of as many cells.
std::optional<NameTable> delimitedTable(const QList<ListLine>& lines, int first)
{
    if (first + 1 >= lines.size())
        return std::nullopt;
    for (const QChar delimiter : {u',', u';', u'\t', u'|'}) {
        const QList<Column> heads = delimited(lines[first].text, delimiter);
        const qsizetype column = heads.size() < 2 ? -1 : nameColumn(lines[first].text, heads);
        if (column < 0 || delimited(lines[first + 1].text, delimiter).size() < heads.size())
            continue;
        NameTable table{first, first + 1, {}};
        while (table.end < lines.size() && !isBlank(lines[table.end])) {
            const QList<Column> cells = delimited(lines[table.end].text, delimiter);
            if (cells.size() <= column)
                break;
            addCell(table, lines[table.end], table.end, cells[column]);
            ++table.end;
        }
        return table;
    }
    return std::nullopt;
}

// Titles, below them "====== ===" or "------ ---", below that the columns.
std::optional<NameTable> ruledTable(const QList<ListLine>& lines, int first)
{
    static const QRegularExpression ruler(QStringLiteral("^\\s*(?:=+|-+)(?:\\s+(?:=+|-+))+\\s*$"));
    static const QRegularExpression mark(QStringLiteral("=+|-+"));
    if (first + 1 >= lines.size() || !ruler.match(lines[first + 1].text).hasMatch())
        return std::nullopt;
    QList<Column> columns;
    for (const QRegularExpressionMatch& one : mark.globalMatch(lines[first + 1].text))
        columns.append({one.capturedStart(), one.capturedLength()});
    const auto cut = [&columns](QStringView line, qsizetype column) {
        const qsizetype start = std::min(columns[column].start, line.size());
        const bool last = column + 1 == columns.size();
        const qsizetype end = last ? line.size() : std::min(line.size(), start + columns[column].length);
        return trimmed(line, {start, end - start});
    };
    QList<Column> heads;
    for (qsizetype column = 0; column < columns.size(); ++column)
        heads.append(cut(lines[first].text, column));
    const qsizetype column = nameColumn(lines[first].text, heads);
    if (column < 0)
        return std::nullopt;
    NameTable table{first, first + 2, {}};
    for (; table.end < lines.size() && !isBlank(lines[table.end]); ++table.end)
        addCell(table, lines[table.end], table.end, cut(lines[table.end].text, column));
    return table;
}

// "PID TTY TIME CMD": so many words, then the command line.
std::optional<NameTable> processTable(const QList<ListLine>& lines, int first)
{
    const QString head = lines[first].text.toString();
    const QStringList words = head.simplified().split(u' ');
    if (words.size() < 2 || !words.contains(QLatin1StringView("PID"))
        || (words.last() != u"CMD" && words.last() != u"COMMAND"))
        return std::nullopt;
    const QRegularExpression row(QStringLiteral("^\\s*(?:\\S+\\s+){%1}(?=\\S)").arg(words.size() - 1));
    NameTable table{first, first + 1, {}};
    for (; table.end < lines.size() && !isBlank(lines[table.end]); ++table.end) {
        const ListLine& line = lines[table.end];
        const QRegularExpressionMatch found = row.match(line.text);
        const qsizetype start = found.hasMatch() ? found.capturedEnd() : line.text.size();
        addCell(table, line, table.end, {start, line.text.size() - start}, true);
    }
    return table;
}

// "Image Name: aim.exe", below it what else there is to say of it.
std::optional<NameTable> labelledTable(const QList<ListLine>& lines, int first)
{
    static const QRegularExpression label(QStringLiteral("^\\s*([\\w#%][\\w .#()%]{0,30}?)\\s*:(?:\\s+|$)"));
    NameTable table{first, first, {}};
    int labels = 0;
    for (; table.end < lines.size(); ++table.end) {
        const ListLine& line = lines[table.end];
        if (isBlank(line))
            continue;
        const QRegularExpressionMatch found = label.match(line.text);
        if (!found.hasMatch())
            break;
        ++labels;
        if (rank(found.capturedView(1)))
            addCell(table, line, table.end, {found.capturedEnd(), line.text.size() - found.capturedEnd()});
    }
    // One label beside each name makes a block; "Name: aim" alone is a line like others.
    if (table.cells.isEmpty() || labels < 2 * table.cells.size())
        return std::nullopt;
    return table;
}

} // namespace

QList<NameTable> findNameTables(const QList<ListLine>& lines)
{
    QList<NameTable> tables;
    int labelsSeen = 0; // a run of labels that is no block is looked at once
    for (int i = 0; i < lines.size(); ++i) {
        if (isBlank(lines[i]))
            continue;
        std::optional<NameTable> table = ruledTable(lines, i);
        if (!table)
            table = processTable(lines, i);
        if (!table)
            table = delimitedTable(lines, i);
        if (!table && i >= labelsSeen) {
            table = labelledTable(lines, i);
            const bool labelled = lines[i].text.contains(u':');
            for (labelsSeen = i + 1; labelled && labelsSeen < lines.size() && lines[labelsSeen].text.contains(u':');)
                ++labelsSeen;
        }
        if (!table)
            continue;
        i = table->end - 1;
        tables.append(*std::move(table));
    }
    return tables;
}

} // namespace sallyport
