// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/programpieces.h"

#include <QRegularExpression>

#include <algorithm>

namespace sallyport
{

namespace
{

using Re = QRegularExpression;

#define SALLYPORT_ENDING "\\.(?:exe|com|bat|cmd|scr|pif)"

struct Span {
    qsizetype start = 0;
    qsizetype end = 0;

    qsizetype length() const { return end - start; }
};

QStringView in(QStringView line, Span span)
{
    return line.sliced(span.start, span.length());
}

// Without spaces and the signs that people put around a name; `more` are signs at its end.
Span bare(QStringView line, Span span)
{
    static const QString around = QStringLiteral("\"'“”„‟‘’‚«»‹›`*<>()[]{}");
    static const QString behind = QStringLiteral(".!?:");
    while (span.length() > 0 && (line[span.start].isSpace() || around.contains(line[span.start])))
        ++span.start;
    while (span.length() > 0) {
        const QChar last = line[span.end - 1];
        if (!last.isSpace() && !around.contains(last) && !behind.contains(last))
            break;
        // "icq(2)" keeps what it opened.
        if (last == u')' && in(line, span).contains(u'('))
            break;
        --span.end;
    }
    return span;
}

bool hasLetter(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

// "12,345 K", "0:01", "3.5 MB", and what stands before the names in dir: "03/12/2003  10:12 AM    <DIR>".
bool isMeasure(QStringView text)
{
    static const Re measure(
        QStringLiteral("^[\\d.,:/%\\s-]*(?:(?<=[\\d\\s])(?:[kmgt]i?b?|bytes|s|ms|h|min|[ap]m?)|[ap]m|<?dir>?)?"
                       "(?:\\s+<dir>?)?[.\\s]*$"),
        Re::CaseInsensitiveOption);
    return measure.match(text).hasMatch();
}

bool isSiteOrAddress(QStringView word)
{
    static const Re com(QStringLiteral("\\.com$"), Re::CaseInsensitiveOption);
    return word.contains(QLatin1StringView("://")) || word.contains(u'@')
        || (com.match(word).hasMatch() && !word.contains(u'\\'));
}

bool isOtherFile(QStringView word)
{
    static const Re other(
        QStringLiteral("\\.(?:dll|txt|msi|lnk|ini|docx?|sys|ocx|log|zip|rar|7z|html?|pdf|inf|reg|vbs|ps1|"
                       "js|jar|csv|xlsx?|xml|json|dmg|pkg|deb|rpm|png|jpg|md)$"),
        Re::CaseInsensitiveOption);
    return other.match(word).hasMatch();
}

ProgramPiece piece(PieceKind kind, QStringView line, Span span, bool aside)
{
    return {kind, in(line, span).toString(), span.start, {}, aside};
}

ProgramPiece oddPiece(ProgramDoubt doubt, QStringView line, Span span, bool aside)
{
    return {PieceKind::Odd, in(line, span).toString(), span.start, doubt, aside};
}

std::optional<ProgramDoubt> doubtOf(QStringView word)
{
    return isSiteOrAddress(word) ? std::optional(ProgramDoubt::Site)
        : isOtherFile(word)      ? std::optional(ProgramDoubt::OtherFile)
                                 : std::nullopt;
}

// Absolute, its last part without the ending of an executable.
bool isPath(QStringView text)
{
    static const Re path(
        QStringLiteral("^(?:[a-z]:[\\\\/]|\\\\\\\\|/|%[^%]+%[\\\\/]|~/).*[^\\\\/\\s]$"), Re::CaseInsensitiveOption);
    return path.match(text).hasMatch();
}

class PieceReader
{
public:
    explicit PieceReader(QStringView line)
        : m_line(line)
    {
    }

    QList<ProgramPiece> read();

private:
    qsizetype behindBullets() const;
    bool beginsToken(qsizetype at) const
    {
        return at == m_begin || m_line[at - 1].isSpace() || QStringLiteral(",;|([{<=:").contains(m_line[at - 1]);
    }
    bool isRemark(qsizetype at) const;
    // The length of what is quoted at this place, its quotes included; 0 when nothing is.
    qsizetype quotedLength(qsizetype at) const;
    qsizetype pathLength(qsizetype at) const;
    // Of a tag of HTML or of a forum ("<li>", "[/code]").
    qsizetype markupLength(qsizetype at) const;
    bool dividesThousands(qsizetype comma) const;
    // Whether the quoted text that ends here is the name of a value: "ICQ"="C:\\icq.exe"
    bool isLabel(qsizetype end) const;
    void endPlain(qsizetype at);
    void readPlain(Span span);
    bool readPrograms(Span span);
    void readNames(Span span);
    void add(PieceKind kind, Span span) { m_pieces.append(piece(kind, m_line, span, m_aside)); }
    void addOdd(ProgramDoubt doubt, Span span) { m_pieces.append(oddPiece(doubt, m_line, span, m_aside)); }

    QStringView m_line;
    QList<ProgramPiece> m_pieces;
    qsizetype m_begin = 0; // of the line without its bullets
    qsizetype m_plain = 0; // where the run under way began
    bool m_labelled = false; // behind the name of a value
    bool m_aside = false; // behind a tab or bar
    bool m_arguments = false; // a program stands before, in the same piece
};

qsizetype PieceReader::behindBullets() const
{
    static const Re bullet(
        QStringLiteral(
            "\\G\\s*(?:\\d{1,4}[./-]\\d\\d?[./-]\\d{1,4},?\\s+\\d\\d?:\\d\\d(?:\\s?[ap]m?)?\\s+[\\d.,]+(?=\\s)|"
            "[-+*•·◦‣▪▫■□●○►▸▶→✓✔✗✘☐☑☒–—>…]+|\\[[ xX]?\\](?=\\s)|\\(?\\d{1,4}[.)]+(?=\\s|$)|"
            "\\d{1,2}[.)](?!\\d|(?:exe|com|bat|cmd|scr|pif)\\b)|\\(\\d{1,4}\\)|#?\\d{1,4}(?=\\s+\\S)|"
            "(?:[a-z]|[ivx]{1,5})[.)](?=\\s))\\s*"),
        Re::CaseInsensitiveOption | Re::UseUnicodePropertiesOption);
    qsizetype at = 0;
    for (int times = 0; times < 4; ++times) {
        const QRegularExpressionMatch found = bullet.match(m_line, at);
        if (!found.hasMatch() || found.capturedLength() == 0)
            break;
        at = found.capturedEnd();
    }
    while (at < m_line.size() && m_line[at].isSpace())
        ++at;
    return at;
}

bool PieceReader::isRemark(qsizetype at) const
{
    const QStringView rest = m_line.sliced(at);
    if (!rest.startsWith(u'#') && !rest.startsWith(QLatin1StringView("//")))
        return false;
    return at == m_begin || m_line[at - 1].isSpace()
        || endsExecutable(m_line.first(at).last(std::min<qsizetype>(at, 8)));
}

qsizetype PieceReader::quotedLength(qsizetype at) const
{
    static const QString opening = QStringLiteral("\"“„«`'‘");
    static const QString closing = QStringLiteral("\"””»`'’");
    const qsizetype kind = opening.indexOf(m_line[at]);
    if (kind < 0 || !beginsToken(at))
        return 0;
    const qsizetype end = m_line.indexOf(closing[kind], at + 1);
    return end < 0 ? 0 : end + 1 - at;
}

// A folder may hold spaces and commas, the file no comma.
qsizetype PieceReader::pathLength(qsizetype at) const
{
    static const Re path(QStringLiteral("^(?:[a-z]:[\\\\/]|\\\\\\\\|%[^%\\t]{1,40}%[\\\\/]|\\.{1,2}[\\\\/]|~[\\\\/])"
                                        "(?:[^\\\\/:*?\"<>|\\t]+[\\\\/])*?[^\\\\/:*?\"<>|\\t,;]*?" SALLYPORT_ENDING
                                        "(?=$|[\\s,;\"')\\]|<>:#(])"),
        Re::CaseInsensitiveOption);
    if (!beginsToken(at))
        return 0;
    const QChar first = m_line[at];
    if (!first.isLetter() && !QStringLiteral("\\%.~").contains(first))
        return 0;
    if (first.isLetter() && (at + 2 >= m_line.size() || m_line[at + 1] != u':'))
        return 0;
    // No path is longer, and every look at a text costs by its length.
    constexpr qsizetype longest = 1024;
    return path.match(m_line.sliced(at, std::min(longest, m_line.size() - at))).capturedLength();
}

qsizetype PieceReader::markupLength(qsizetype at) const
{
    static const Re tag(
        QStringLiteral("^(?:<|\\[)/?(?:[biu*]|ul|ol|li|em|strong|code|pre|p|br|hr|div|span|t[drh]|table|"
                       "thead|tbody|a|h[1-6]|font|tt|kbd|body|html|list|quote|url|img|size|color|"
                       "spoiler)(?:[\\s=][^<>\\[\\]]{0,200})?/?(?:>|\\])"),
        Re::CaseInsensitiveOption);
    if (m_line[at] != u'<' && m_line[at] != u'[')
        return 0;
    return tag.match(m_line.sliced(at, std::min<qsizetype>(220, m_line.size() - at))).capturedLength();
}

bool PieceReader::dividesThousands(qsizetype comma) const
{
    const auto isDigit = [this](qsizetype at) { return at >= 0 && at < m_line.size() && m_line[at].isDigit(); };
    return isDigit(comma - 1) && isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4);
}

bool PieceReader::isLabel(qsizetype end) const
{
    const QStringView rest = m_line.sliced(end).trimmed();
    return rest.startsWith(u'=') || rest.startsWith(u':');
}

QList<ProgramPiece> PieceReader::read()
{
    static const Re folder(QStringLiteral("^\\s*[\\d./-]+,?\\s+\\d\\d?:\\d\\d.*\\s<DIR>\\s"));
    // A key of the registry; the program it may be of is its last part.
    static const Re key(QStringLiteral("^\\s*\\[?-?HKEY_"));
    // "ICQLITE  EXE   123,456 03-12-03", as the dir of MS-DOS has it
    static const Re shortName(QStringLiteral("^([^\\s.,;\"]{1,8})\\s+(?:EXE|COM|BAT|CMD|SCR|PIF)\\s+[\\d.,]+\\s+\\d"));
    if (folder.match(m_line).hasMatch())
        return {};
    if (key.match(m_line).hasMatch() && !endsExecutable(in(m_line, bare(m_line, {0, m_line.size()}))))
        return {};
    if (const QRegularExpressionMatch found = shortName.match(m_line); found.hasMatch())
        return {piece(PieceKind::Program, m_line, {0, found.capturedLength(1)}, false)};
    m_begin = m_plain = behindBullets();
    for (qsizetype at = m_begin; at < m_line.size();) {
        const QChar c = m_line[at];
        if (isRemark(at) || (at == m_begin && c == u';')) {
            endPlain(at);
            return m_pieces;
        }
        if ((c == u',' && !dividesThousands(at)) || c == u';' || c == u'\t' || c == u'|') {
            endPlain(at);
            m_plain = ++at;
            m_arguments = false;
            m_aside = c == u'\t' || c == u'|' || (c == u',' && m_aside);
        } else if (const qsizetype markup = markupLength(at); markup > 0) {
            endPlain(at);
            m_plain = at += markup;
        } else if (const qsizetype quoted = quotedLength(at); quoted > 0) {
            endPlain(at);
            const Span inside = bare(m_line, {at + 1, at + quoted - 1});
            const ProgramPiece cell = programCell(in(m_line, inside), false);
            const bool labels = isLabel(at + quoted) && cell.kind != PieceKind::Program;
            m_labelled = m_labelled || labels;
            if (cell.kind == PieceKind::Program || (!m_arguments && !labels))
                m_pieces.append({cell.kind, cell.text, inside.start, cell.doubt, true});
            m_arguments = m_arguments || cell.kind == PieceKind::Program;
            m_plain = at += quoted;
        } else if (const qsizetype path = pathLength(at); path > 0) {
            endPlain(at);
            add(PieceKind::Program, {at, at + path});
            m_arguments = true;
            m_plain = at += path;
        } else {
            ++at;
        }
    }
    endPlain(m_line.size());
    return m_pieces;
}

void PieceReader::endPlain(qsizetype at)
{
    const Span span = bare(m_line, {m_plain, at});
    const QStringView all = in(m_line, {m_plain, at});
    if (span.length() > 0 || (!all.trimmed().isEmpty() && !m_arguments))
        readPlain({m_plain, at});
    m_plain = at;
}

void PieceReader::readPlain(Span span)
{
    // "ICQ - icq.exe", "ICQ: icq.exe", "icq.exe (ICQ)", "icq.exe = ICQ"
    static const Re between(
        QStringLiteral("\\s[-–—]+>?\\s|:\\s|\\s*=>?\\s*|(?<=\\s)\\(|^\\(|(?<=" SALLYPORT_ENDING ")\\(|\\]\\(|"
                       "\\)(?=\\s|$)"),
        Re::CaseInsensitiveOption);
    QList<Span> parts;
    qsizetype start = span.start;
    const QStringView text = in(m_line, span);
    for (const QRegularExpressionMatch& one : between.globalMatch(text)) {
        parts.append({start, span.start + one.capturedStart()});
        start = span.start + one.capturedEnd();
    }
    parts.append({start, span.end});
    bool any = false;
    for (const Span& part : parts)
        any = readPrograms(part) || any;
    if (any || m_arguments)
        m_arguments = true;
    else if (isPath(in(m_line, bare(m_line, span))))
        m_pieces.append(programCell(in(m_line, bare(m_line, span)), true)),
            m_pieces.last().start += bare(m_line, span).start;
    else if (!text.trimmed().endsWith(u':') && !(m_labelled && isLabel(span.start)))
        readNames(span);
}

// The words that end like an executable, up to an option.
bool PieceReader::readPrograms(Span span)
{
    bool any = false;
    qsizetype before = 0; // words
    for (qsizetype at = span.start; at < span.end;) {
        if (m_line[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < span.end && !m_line[end].isSpace())
            ++end;
        const Span word = bare(m_line, {at, end});
        const QStringView text = in(m_line, word);
        if (any && (m_line[at] == u'-' || m_line[at] == u'/'))
            return true;
        if (endsExecutable(text)) {
            const bool folder = text.contains(u'\\') || text.contains(u'/');
            const bool last = in(m_line, {end, span.end}).trimmed().isEmpty();
            if (isSiteOrAddress(text))
                addOdd(ProgramDoubt::Site, word);
            else if (any || before == 0 || folder)
                add(PieceKind::Program, word);
            else if (before == 1 && last)
                addOdd(ProgramDoubt::Sentence, bare(m_line, {span.start, end})); // "My Tool.exe"
            else
                addOdd(ProgramDoubt::Sentence, word);
            any = true;
        }
        before += isMeasure(text) ? 0 : 1;
        at = end;
    }
    return any;
}

void PieceReader::readNames(Span span)
{
    static const Re assignment(QStringLiteral("^\\s*[\\w .-]+=[^=>]"));
    static const Re label(QStringLiteral("^[^:]*:\\s+"));
    static const Re remark(QStringLiteral("\\s[-–—]+>?\\s|\\s\\("));
    const QStringView text = in(m_line, span);
    if (assignment.match(text).hasMatch())
        return;
    const QRegularExpressionMatch labelled = label.match(text);
    if (labelled.hasMatch())
        span.start += labelled.capturedEnd();
    const QRegularExpressionMatch remarked = remark.match(m_line.first(span.end), span.start);
    Span name = bare(m_line, {span.start, remarked.hasMatch() ? remarked.capturedStart() : span.end});
    if (name.length() == 0)
        name = span;
    const QStringView found = in(m_line, name);
    const bool several = std::any_of(found.begin(), found.end(), [](QChar c) { return c.isSpace(); });
    // "icq, msmsgs and kazaa"
    static const Re also(QStringLiteral("^(?:(\\S+)\\s+)?(?:and|und|or|oder|&)\\s+(\\S+)$"), Re::CaseInsensitiveOption);
    const QRegularExpressionMatch two
        = several && m_line.contains(u',') ? also.match(found) : QRegularExpressionMatch();
    if (!hasLetter(found) || isMeasure(found)) {
        add(PieceKind::Signs, name);
    } else if (two.hasMatch()) {
        for (const int group : {1, 2}) {
            const qsizetype start = name.start + two.capturedStart(group);
            if (two.capturedLength(group) > 0)
                readNames({start, start + two.capturedLength(group)});
        }
    } else if (several)
        add(PieceKind::Phrase, name);
    else if (const auto doubt = doubtOf(found); doubt || labelled.hasMatch())
        addOdd(doubt.value_or(ProgramDoubt::Label), name);
    else
        add(PieceKind::Word, name);
}

} // namespace

bool endsExecutable(QStringView word)
{
    static const Re executable(
        QStringLiteral("[^\\s.\\\\/:*?\"<>|]\\s*" SALLYPORT_ENDING "$"), Re::CaseInsensitiveOption);
    return executable.match(word).hasMatch();
}

QList<ProgramPiece> programPieces(QStringView line)
{
    return PieceReader(line).read();
}

ProgramPiece programCell(QStringView cell, bool isCommand)
{
    static const Re endOfProgram(QStringLiteral(SALLYPORT_ENDING "(?=[\\s\"])"), Re::CaseInsensitiveOption);
    static const Re option(QStringLiteral("\\s+[-/]"));
    Span span = bare(cell, {0, cell.size()});
    const QRegularExpressionMatch ended = endOfProgram.match(cell, span.start);
    if (ended.hasMatch())
        span.end = ended.capturedEnd();
    else if (const QRegularExpressionMatch options = option.match(cell, span.start); isCommand && options.hasMatch())
        span.end = options.capturedStart();
    const bool rooted = span.length() > 0 && cell[span.start] == u'/';
    if (isCommand && rooted && !ended.hasMatch()) {
        qsizetype blank = span.start;
        while (blank < span.end && !cell[blank].isSpace())
            ++blank;
        span.end = blank;
    }
    const QStringView found = in(cell, span);
    const bool several = std::any_of(found.begin(), found.end(), [](QChar c) { return c.isSpace(); });
    PieceKind kind = several ? PieceKind::Phrase : PieceKind::Word;
    if (!hasLetter(found) || isMeasure(found))
        kind = PieceKind::Signs;
    else if (const auto doubt = doubtOf(found))
        return oddPiece(*doubt, cell, span, false);
    else if (endsExecutable(found))
        kind = PieceKind::Program;
    else if (isPath(found))
        kind = found.startsWith(u'/') || found.startsWith(u'~') ? PieceKind::Program : PieceKind::Path;
    return piece(kind, cell, span, false);
}

} // namespace sallyport

#undef SALLYPORT_ENDING
