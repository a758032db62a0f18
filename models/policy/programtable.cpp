// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programtable.h"

#include "models/policy/programcolumns.h"
#include "models/policy/programpieces.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport
{

namespace
{

// Titles over a column of programs, the ones that say most first; folded, without what is no letter.
constexpr std::array<QStringView, 27> titles{u"executablepath", u"imagename", u"abbildname", u"executable", u"exe",
    u"filename", u"file", u"dateiname", u"datei", u"image", u"processname", u"prozessname", u"process", u"prozess",
    u"path", u"pfad", u"commandline", u"command", u"cmd", u"application", u"anwendung", u"programname", u"program",
    u"programm", u"programs", u"app", u"name"};

CellSpan unquoted(QStringView line, CellSpan span)
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

// The columns whose titles stand for programs, the one that says most first.
QList<qsizetype> nameColumns(QStringView line, const QList<CellSpan>& cells)
{
    QList<std::pair<qsizetype, qsizetype>> ranked;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (const auto one = rank(line.sliced(cells[i].start, cells[i].length)))
            ranked.append({*one, i});
    }
    std::sort(ranked.begin(), ranked.end());
    QList<qsizetype> columns;
    for (const auto& [one, column] : std::as_const(ranked))
        columns.append(column);
    return columns;
}

bool isBlank(const ListLine& line)
{
    return line.text.trimmed().isEmpty();
}

bool isRemark(const ListLine& line)
{
    return line.text.trimmed().startsWith(u'#');
}

// "1. aim.exe", "- aim.exe": no row of a table, whatever places it fills.
bool isBulleted(const ListLine& line)
{
    static const QRegularExpression bullet(QStringLiteral("^\\s*(?:[-+*•·▪►→>]\\s|\\(?\\d{1,3}[.)]\\s)"));
    return bullet.match(line.text).hasMatch();
}

// False: it is empty.
bool addCell(NameTable& table, const ListLine& line, int number, CellSpan span, bool isCommand = false)
{
    span = unquoted(line.text, span);
    if (span.length > 0)
        table.cells.append({number, line.start + span.start, line.text.sliced(span.start, span.length), isCommand});
    return span.length > 0;
}

QList<CellSpan> delimited(QStringView line, QChar delimiter)
{
    QList<CellSpan> cells;
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
        const QList<CellSpan> heads = delimited(lines[first].text, delimiter);
        const QList<qsizetype> columns = heads.size() < 2 ? QList<qsizetype>() : nameColumns(lines[first].text, heads);
        if (columns.isEmpty() || delimited(lines[first + 1].text, delimiter).size() < heads.size())
            continue;
        NameTable table{first, first + 1, {}};
        for (; table.end < lines.size() && !isBlank(lines[table.end]); ++table.end) {
            const QList<CellSpan> cells = delimited(lines[table.end].text, delimiter);
            if (isRemark(lines[table.end]))
                continue;
            // More cells than titles: the last of them holds a delimiter.
            if (cells.size() < heads.size() || isBulleted(lines[table.end]))
                break;
            std::any_of(columns.begin(), columns.end(),
                [&](qsizetype column) { return addCell(table, lines[table.end], table.end, cells[column]); });
        }
        return table;
    }
    return std::nullopt;
}

// The lines below the titles that fit them, to the first that doesn't: what is glued over a gap, or has no number where
// the first line has one, is text of another kind.
void addRows(NameTable& table, const QList<ListLine>& lines, const RuledColumns& columns, const QList<qsizetype>& names,
    bool areCommands = false)
{
    QList<qsizetype> numbers;
    for (bool first = true; table.end < lines.size() && !isBlank(lines[table.end]); ++table.end) {
        const QStringView line = lines[table.end].text;
        if (isRemark(lines[table.end]))
            continue;
        if (!columns.divides(line) || isBulleted(lines[table.end]))
            return;
        // What had no room in the last column goes on below it.
        const bool goesOn = !first && names.first() + 1 < columns.size() && names.last() + 1 < columns.size()
            && line.first(std::min(line.size(), columns.cell(line, columns.size() - 1).start)).trimmed().isEmpty();
        if (goesOn)
            continue;
        for (qsizetype i = 0; first && i < columns.size(); ++i) {
            if (!names.contains(i) && columns.isNumber(line, i))
                numbers.append(i);
        }
        first = false;
        if (!std::all_of(
                numbers.begin(), numbers.end(), [&](qsizetype number) { return columns.isNumber(line, number); }))
            return;
        std::any_of(names.begin(), names.end(), [&](qsizetype name) {
            return addCell(table, lines[table.end], table.end, columns.wholeCell(line, name), areCommands);
        });
    }
}

// Titles, below them "====== ===" or "------ ---", below that the columns.
std::optional<NameTable> ruledTable(const QList<ListLine>& lines, int first)
{
    static const QRegularExpression ruler(QStringLiteral("^\\s*(?:=+|-+)(?:\\s+(?:=+|-+))+\\s*$"));
    static const QRegularExpression mark(QStringLiteral("=+|-+"));
    if (first + 1 >= lines.size() || !ruler.match(lines[first + 1].text).hasMatch())
        return std::nullopt;
    QList<CellSpan> marks;
    for (const QRegularExpressionMatch& one : mark.globalMatch(lines[first + 1].text))
        marks.append({one.capturedStart(), one.capturedLength()});
    const RuledColumns columns(marks);
    QList<CellSpan> heads;
    for (qsizetype column = 0; column < columns.size(); ++column)
        heads.append(columns.cell(lines[first].text, column));
    const QList<qsizetype> names = nameColumns(lines[first].text, heads);
    if (names.isEmpty())
        return std::nullopt;
    NameTable table{first, first + 2, {}};
    addRows(table, lines, columns, names);
    return table;
}

// Titles with two blanks between, below them what begins where they do (wmic).
std::optional<NameTable> alignedTable(const QList<ListLine>& lines, int first)
{
    static const QRegularExpression title(QStringLiteral("\\S+(?:\\s\\S+)*"));
    const QStringView head = lines[first].text;
    if (first + 1 >= lines.size() || !head.contains(QLatin1StringView("  ")))
        return std::nullopt;
    QList<CellSpan> heads;
    for (const QRegularExpressionMatch& one : title.globalMatch(head)) {
        const QStringView text = one.capturedView();
        if (text.endsWith(u':') || std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }))
            return std::nullopt;
        heads.append({one.capturedStart(), one.capturedLength()});
    }
    const QList<qsizetype> names = heads.size() < 2 ? QList<qsizetype>() : nameColumns(head, heads);
    if (names.isEmpty())
        return std::nullopt;
    for (qsizetype i = 0; i + 1 < heads.size(); ++i)
        heads[i].length = heads[i + 1].start - 1 - heads[i].start;
    NameTable table{first, first + 1, {}};
    addRows(table, lines, RuledColumns(heads), names, true);
    return table.cells.isEmpty() ? std::nullopt : std::optional(table);
}

// "PID TTY TIME CMD": so many words, then the command line.
std::optional<NameTable> processTable(const QList<ListLine>& lines, int first)
{
    const QString head = lines[first].text.toString();
    const QStringList words = head.simplified().split(u' ');
    if (words.size() < 2 || !words.first(words.size() - 1).contains(QLatin1StringView("PID"))
        || (words.last() != u"CMD" && words.last() != u"COMMAND"))
        return std::nullopt;
    const qsizetype number = words.indexOf(QLatin1StringView("PID"));
    const QRegularExpression row(QStringLiteral("^\\s*(?:\\S+\\s+){%1}\\d+\\s+(?:\\S+\\s+){%2}(?=\\S)")
                                     .arg(number)
                                     .arg(words.size() - 2 - number));
    NameTable table{first, first + 1, {}};
    for (; table.end < lines.size() && !isBlank(lines[table.end]); ++table.end) {
        const ListLine& line = lines[table.end];
        const QRegularExpressionMatch found = row.match(line.text);
        if (isRemark(line))
            continue;
        if (!found.hasMatch())
            break;
        const qsizetype start = found.capturedEnd();
        addCell(table, line, table.end, {start, line.text.size() - start}, true);
    }
    return table;
}

// "Image Name: aim.exe", below it what else there is to say of it. A label that comes again, or an empty line, begins
// the next one.
std::optional<NameTable> labelledTable(const QList<ListLine>& lines, int first)
{
    static const QRegularExpression label(QStringLiteral("^\\s*([\\w#%][\\w .#()%-]{0,40}?)\\s*:(?:\\s+|$)"));
    NameTable table{first, first, {}};
    int labels = 0;
    QSet<QString> seen; // labels of the block
    constexpr qsizetype none = titles.size();
    qsizetype least = none; // the rank of the one its cell is from
    for (; table.end < lines.size(); ++table.end) {
        const ListLine& line = lines[table.end];
        if (isBlank(line)) {
            seen.clear();
            continue;
        }
        const QRegularExpressionMatch found = label.match(line.text);
        if (!found.hasMatch() || endsExecutable(found.capturedView(1)))
            break;
        ++labels;
        const QString name = found.captured(1);
        if (seen.contains(name))
            seen.clear();
        if (seen.isEmpty())
            least = none;
        seen.insert(name);
        const qsizetype one = rank(name).value_or(none);
        const qsizetype start = found.capturedEnd();
        if (one >= least || line.text.sliced(start).trimmed().isEmpty())
            continue;
        if (least < none)
            table.cells.removeLast();
        least = one;
        addCell(table, line, table.end, {start, line.text.size() - start}, true);
    }
    // One label beside each name makes a block; "Name: aim" alone is a line like others.
    if (table.cells.isEmpty() || labels < 2 * table.cells.size())
        return std::nullopt;
    return table;
}

} // namespace

bool isNameTitle(QStringView text)
{
    return rank(text).has_value();
}

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
        if (!table)
            table = alignedTable(lines, i);
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
