// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/importdocument.h"

#include "models/base/fault.h"
#include "models/base/visibletext.h"
#include "models/ini/clientini.h"
#include "models/ini/foreignfile.h"
#include "models/ini/iniscanner.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace sallyport
{

namespace
{

// A file of a server whose browsers use "its" proxy does not name what was the server itself.
void nameProxy(ClientConfiguration& client)
{
    const bool wanted
        = client.setBrowsersToUseProxy || (client.setBrowsersToUseAutoConfig && client.configurationUrl.isEmpty());
    if (!client.webProxyName.isEmpty() || !wanted)
        return;
    client.webProxyName = client.addressing == ServerAddressing::ByAddress && !client.serverAddresses.isEmpty()
        ? client.serverAddresses.first().toString()
        : client.serverName;
}

using Lines = QHash<QString, int>; // of what validate() names by its path

void readClient(Imported& result, Lines& lines, const Policy& current, const QByteArray& bytes, bool wholeFile)
{
    const Result<ClientIni> ini = wholeFile ? readClientIni(bytes, current) : readWspcfg(bytes, current);
    if (!ini) {
        result.failure = ini.error();
        return;
    }
    result.problems = ini->problems;
    lines = ini->lines;
    result.policy.client = ini->client;
    result.policy.localDomains = ini->localDomains;
    nameProxy(result.policy.client);
}

void readWhole(Imported& result, const Result<Policy>& policy)
{
    if (policy)
        result.policy = *policy;
    else if (result.problems.isEmpty())
        result.failure = policy.error();
}

void readTable(Imported& result, Lines& lines, const QByteArray& bytes)
{
    const Result<Lat> lat = readLat(bytes);
    if (!lat) {
        result.failure = lat.error();
        return;
    }
    result.problems = lat->problems;
    if (!lat->ranges.isEmpty())
        result.policy.localAddresses = lat->ranges;
    for (qsizetype i = 0; i < lat->lines.size(); ++i)
        lines.insert(QStringLiteral("localAddresses[%1]").arg(i), lat->lines.at(i));
}

// The line of the field or of what holds it; 0 when it does not come from the file.
int lineOf(const Lines& lines, const QString& path)
{
    const int line = lines.value(path);
    return line > 0 ? line : lines.value(path.left(path.lastIndexOf(u'.')));
}

// A file is not to blame for what was wrong before.
void addNewProblems(Imported& result, const Lines& lines, const Policy& current)
{
    const auto key = [](const Problem& problem) { return QString(problem.error.text() + problem.value); };
    QSet<QString> known;
    for (const Problem& problem : validate(current))
        known.insert(key(problem));
    for (Problem problem : validate(result.policy)) {
        if (known.contains(key(problem)))
            continue;
        problem.line = lineOf(lines, problem.error.subject);
        appendReaderProblem(result.problems, problem);
    }
    std::stable_sort(result.problems.begin(), result.problems.end(),
        [](const Problem& a, const Problem& b) { return a.line < b.line; });
}

QString textOf(const QByteArray& bytes)
{
    const Result<IniText> decoded = decodeIni(bytes);
    return decoded ? decoded->text : QString::fromLatin1(bytes);
}

// The line on which the field of a path such as "listeners.webProxy.port" stands; 0 when it is not found.
int jsonLineOf(const QStringList& lines, const QString& path)
{
    static const QRegularExpression separators(QStringLiteral("[.\\[\\]]+"));
    qsizetype line = 0;
    const QStringList members = path.split(separators, Qt::SkipEmptyParts);
    for (const QString& member : members) {
        const QString quoted = QLatin1Char('"') + member + QLatin1Char('"');
        const auto holds = [&quoted](const QString& text) { return text.contains(quoted); };
        const auto found = std::find_if(lines.begin() + line, lines.end(), holds);
        if (found != lines.end())
            line = found - lines.begin();
        else if (&member == &members.constFirst())
            return 0;
    }
    return int(line) + 1;
}

void findJsonLines(QList<Problem>& problems, const QByteArray& bytes)
{
    const QStringList lines = textOf(bytes).split(QLatin1Char('\n'));
    for (Problem& problem : problems) {
        problem.line = jsonLineOf(lines, problem.error.subject);
        problem.error.detail = problem.error.text();
    }
}

// Whether the first line that says something begins with an address.
bool looksLikeTable(const QString& text)
{
    IniScanner scanner(text);
    IniLine line;
    while (scanner.next(line)) {
        const QStringView start = line.text.trimmed();
        if (start.isEmpty() || start.front() == u';' || start.front() == u'#')
            continue;
        const auto isAddressPart = [](QChar c) { return c == u'.' || c == u':' || c.isLetterOrNumber(); };
        const auto end = std::find_if_not(start.begin(), start.end(), isAddressPart);
        return IpAddress::parse(QStringView(start.begin(), end)).has_value();
    }
    return false;
}

// A page that answered in the server's place, an archive, nothing: it would be read as lines that say nothing, and
// whoever imports it would take it for done.
std::optional<Error> notSuchAFile(ImportFormat format, const QByteArray& bytes)
{
    if (const QString kind = foreignKind(bytes); !kind.isEmpty())
        return makeError(Fault::ImportForeign, {}, {kind});
    const Result<IniText> decoded = decodeIni(bytes);
    if (!decoded)
        return std::nullopt; // the reader says why
    if (decoded->text.trimmed().isEmpty())
        return makeError(Fault::ImportEmpty, {});
    if (format != ImportFormat::ClientIni && format != ImportFormat::Wspcfg)
        return std::nullopt;
    IniScanner scanner(decoded->text);
    QString first;
    for (IniLine line; scanner.next(line);) {
        if (line.kind == IniLineKind::Section)
            return std::nullopt;
        if (first.isEmpty() && line.kind != IniLineKind::Blank && line.kind != IniLineKind::Comment)
            first = visibleText(
                line.text.trimmed().first(std::min<qsizetype>(line.text.trimmed().size(), 40)).toString());
    }
    return first.isEmpty() ? std::nullopt : std::optional(makeError(Fault::ImportNoSection, {}, {first}));
}

} // namespace

ImportFormat guessFormat(const QString& fileName, const QByteArray& bytes)
{
    const QString name = fileName.section(u'/', -1).toLower();
    if (!foreignKind(bytes).isEmpty())
        return ImportFormat::ClientIni; // whose reading says what it is
    const QString text = textOf(bytes);
    if (QStringView(text).trimmed().startsWith(QLatin1Char('{')))
        return ImportFormat::PolicyJson;
    if (text.contains(QLatin1StringView("[Policy]")))
        return ImportFormat::PolicyIni;
    if (name.endsWith(QLatin1StringView("lat.txt")) || looksLikeTable(text))
        return ImportFormat::AddressTable;
    return name == QLatin1StringView("wspcfg.ini") ? ImportFormat::Wspcfg : ImportFormat::ClientIni;
}

Imported importDocument(ImportFormat format, const Policy& current, const QByteArray& bytes)
{
    Imported result{current, {}, notSuchAFile(format, bytes)};
    if (result.failure)
        return result;
    Lines lines;
    switch (format) {
    case ImportFormat::ClientIni:
    case ImportFormat::Wspcfg:
        readClient(result, lines, current, bytes, format == ImportFormat::ClientIni);
        break;
    case ImportFormat::PolicyIni:
        readWhole(result, readPolicyIni(bytes, &result.problems));
        break;
    case ImportFormat::PolicyJson:
        readWhole(result, policyFromJsonText(bytes, &result.problems));
        break;
    case ImportFormat::AddressTable:
        readTable(result, lines, bytes);
        break;
    }
    if (!result.failure && !hasErrors(result.problems))
        addNewProblems(result, lines, current);
    if (format == ImportFormat::PolicyJson)
        findJsonLines(result.problems, bytes);
    return result;
}

} // namespace sallyport
