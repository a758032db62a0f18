// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programlist.h"

#include "models/policy/programname.h"
#include "models/policy/programpieces.h"
#include "models/policy/programtable.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

QList<ListLine> linesOf(QStringView text)
{
    QList<ListLine> lines;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] != u'\n' && text[i] != u'\r')
            continue;
        lines.append({text.sliced(start, i - start), start});
        if (i + 1 < text.size() && text[i] == u'\r' && text[i + 1] == u'\n')
            ++i;
        start = i + 1;
    }
    return lines;
}

// A word that stands over lists rather than in them.
bool isHeading(QStringView word)
{
    static const QSet<QString> words{QStringLiteral("applications"), QStringLiteral("anwendungen"),
        QStringLiteral("apps"), QStringLiteral("programme"), QStringLiteral("names"), QStringLiteral("processes"),
        QStringLiteral("prozesse"), QStringLiteral("executables"), QStringLiteral("files"), QStringLiteral("dateien"),
        QStringLiteral("messengers"), QStringLiteral("messenger"), QStringLiteral("blocked"),
        QStringLiteral("gesperrt"), QStringLiteral("list"), QStringLiteral("liste"), QStringLiteral("blacklist"),
        QStringLiteral("blocklist"), QStringLiteral("regedit4")};
    return isNameTitle(word) || words.contains(word.toString().toCaseFolded());
}

// "From: Anna", over a mail.
bool isMailHeading(QStringView line)
{
    static const QRegularExpression heading(
        QStringLiteral("^[>\\s]*(?:from|to|cc|subject|date|sent|reply-to|von|an|betreff|datum|gesendet):\\s"),
        QRegularExpression::CaseInsensitiveOption);
    return heading.match(line).hasMatch();
}

// "-----", "= = =", "***", "> ===="
bool isRuler(QStringView line)
{
    QChar sign;
    for (const QChar c : line) {
        if (c.isSpace() || c == u'|' || c == u':' || c == u'>')
            continue;
        if (c.isLetterOrNumber() || (!sign.isNull() && c != sign))
            return false;
        sign = c;
    }
    return true;
}

class ListReader
{
public:
    ListReader(const QString& text, const KnownPrograms& known)
        : m_lines(linesOf(text))
        , m_known(known)
    {
    }

    ProgramList read();

private:
    struct LinePieces {
        int line = 0;
        QList<ProgramPiece> pieces;
        bool opens = false; // the first line of the text or of a paragraph
    };

    void readTable(const NameTable& table);
    void readLine(const LinePieces& line);
    void readWord(const ProgramPiece& piece, const LinePieces& line, bool hasProgram);
    QStringList known(const QString& words) const { return m_known ? m_known(words) : QStringList(); }
    // Sure without a doubt.
    void add(const QString& typed, const QString& name, std::optional<ProgramDoubt> doubt, qsizetype start, int line)
    {
        m_list.programs.append({typed, programName(name), start, line, doubt});
    }
    void add(
        const ProgramPiece& piece, const LinePieces& line, const QString& name, std::optional<ProgramDoubt> doubt = {})
    {
        add(piece.text, name, doubt, m_lines[line.line].start + piece.start, line.line);
    }

    const QList<ListLine> m_lines;
    const KnownPrograms& m_known;
    ProgramList m_list;
    bool m_hasProgram = false; // anywhere in the text
};

ProgramList ListReader::read()
{
    const QList<NameTable> tables = findNameTables(m_lines);
    QList<LinePieces> lines;
    qsizetype next = 0;
    bool opens = true;
    for (int i = 0; i < m_lines.size(); ++i) {
        while (next < tables.size() && tables[next].end <= i)
            ++next;
        if (next < tables.size() && tables[next].first <= i) {
            i = tables[next].end - 1;
            m_hasProgram = true;
            opens = false;
            continue;
        }
        const bool blank = m_lines[i].text.trimmed().isEmpty();
        if (!blank)
            lines.append({i, programPieces(m_lines[i].text), opens});
        opens = blank;
    }
    for (const LinePieces& line : std::as_const(lines)) {
        m_hasProgram = m_hasProgram
            || std::any_of(line.pieces.begin(), line.pieces.end(),
                [](const ProgramPiece& piece) { return piece.kind == PieceKind::Program; });
    }
    qsizetype table = 0;
    for (const LinePieces& line : std::as_const(lines)) {
        for (; table < tables.size() && tables[table].first < line.line; ++table)
            readTable(tables[table]);
        readLine(line);
    }
    for (; table < tables.size(); ++table)
        readTable(tables[table]);
    return m_list;
}

void ListReader::readTable(const NameTable& table)
{
    const bool endings = std::any_of(table.cells.begin(), table.cells.end(),
        [](const NameCell& cell) { return programCell(cell.text, cell.isCommand).kind == PieceKind::Program; });
    for (const NameCell& cell : table.cells) {
        const ProgramPiece piece = programCell(cell.text, cell.isCommand);
        const qsizetype start = cell.start + piece.start;
        if (piece.kind == PieceKind::Signs)
            continue;
        if (piece.kind == PieceKind::Program) {
            add(piece.text, piece.text, {}, start, cell.line);
            continue;
        }
        const QStringList names = known(piece.text);
        for (const QString& name : names)
            add(piece.text, name, {}, start, cell.line);
        if (!names.isEmpty())
            continue;
        std::optional<ProgramDoubt> doubt = piece.doubt;
        if (cell.text.startsWith(u'['))
            doubt = ProgramDoubt::Brackets;
        else if (piece.kind == PieceKind::Phrase)
            doubt = ProgramDoubt::Words;
        else if ((piece.kind == PieceKind::Word || piece.kind == PieceKind::Path) && endings)
            doubt = ProgramDoubt::NoEnding;
        add(piece.text, piece.text, doubt, start, cell.line);
    }
}

void ListReader::readLine(const LinePieces& line)
{
    const qsizetype before = m_list.programs.size();
    const bool hasProgram = std::any_of(line.pieces.begin(), line.pieces.end(),
        [](const ProgramPiece& piece) { return piece.kind == PieceKind::Program || piece.kind == PieceKind::Path; });
    if (!hasProgram && isMailHeading(m_lines[line.line].text)) {
        ++m_list.leftOut;
        return;
    }
    for (const ProgramPiece& piece : line.pieces) {
        switch (piece.kind) {
        case PieceKind::Program:
            add(piece, line, piece.text);
            break;
        case PieceKind::Path:
            add(piece, line, piece.text, m_hasProgram ? std::optional(ProgramDoubt::NoEnding) : std::nullopt);
            break;
        case PieceKind::Odd: {
            // "kazaa.com" may be a site, "Block kazaa.exe" one program: known names decide.
            const qsizetype blank = piece.text.lastIndexOf(u' ');
            const QString last = programName(piece.text.mid(blank + 1));
            const bool isKnown = !known(last).isEmpty() && endsExecutable(piece.text) && !piece.text.contains(u'@')
                && !piece.text.contains(u'/') && !last.contains(u'.');
            add(piece, line, isKnown ? last : piece.text, isKnown ? std::nullopt : piece.doubt);
            break;
        }
        case PieceKind::Word:
        case PieceKind::Phrase:
            readWord(piece, line, hasProgram);
            break;
        case PieceKind::Signs:
            break;
        }
    }
    if (m_list.programs.size() > before)
        return;
    const bool signs = std::all_of(line.pieces.begin(), line.pieces.end(),
        [](const ProgramPiece& piece) { return piece.kind == PieceKind::Signs; });
    const ListLine& whole = m_lines[line.line];
    if (!line.pieces.isEmpty() && signs && !isRuler(whole.text))
        m_list.programs.append({whole.text.trimmed().toString(), {}, whole.start, line.line});
    else
        ++m_list.leftOut;
}

void ListReader::readWord(const ProgramPiece& piece, const LinePieces& line, bool hasProgram)
{
    const bool word = piece.kind == PieceKind::Word;
    if (hasProgram && (piece.aside || !word))
        return; // says more about the program beside it
    const QStringList names = known(piece.text);
    for (const QString& name : names)
        add(piece, line, name);
    if (!names.isEmpty())
        return;
    const bool alone = line.pieces.size() == 1;
    if (word) {
        if (alone && isHeading(piece.text))
            return;
        add(piece, line, piece.text, m_hasProgram ? std::optional(ProgramDoubt::NoEnding) : std::nullopt);
    } else if (!alone || !line.opens || !m_hasProgram) {
        add(piece, line, piece.text, ProgramDoubt::Words);
    }
}

} // namespace

ProgramList readProgramList(const QString& text, const KnownPrograms& known)
{
    return ListReader(text, known).read();
}

} // namespace sallyport
