// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/importdocument.h"

#include "dialogs/exchange/decodedtext.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"

#include <QRegularExpression>

#include <algorithm>

namespace sallyport
{

namespace
{

// Entries keep their identity across an import, so that history and drafts see changes rather than exchanges.
void keepIds(QList<ApplicationEntry>& entries, const ClientConfiguration& known)
{
    QHash<QString, QString> ids;
    for (const ApplicationEntry& entry : known.applications)
        ids.insert(entry.name.toCaseFolded(), entry.id);
    for (ApplicationEntry& entry : entries) {
        const auto old = ids.constFind(entry.name.toCaseFolded());
        if (old != ids.cend())
            entry.id = *old;
        else if (entry.id.isEmpty())
            entry.id = newObjectId();
    }
}

Imported fromClientIni(const Policy& current, const QByteArray& bytes, bool wholeFile)
{
    Imported result{current, {}, std::nullopt};
    Result<ClientIni> ini = wholeFile ? readClientIni(bytes) : readWspcfg(bytes);
    if (!ini) {
        result.failure = ini.error();
        return result;
    }
    result.problems = ini->problems;
    keepIds(ini->client.applications, current.client);
    if (wholeFile) {
        result.policy.client = ini->client;
        result.policy.localDomains = ini->localDomains;
        return result;
    }
    for (const ApplicationEntry& entry : std::as_const(ini->client.applications)) {
        if (ApplicationEntry* old = result.policy.client.application(entry.name))
            *old = entry;
        else
            result.policy.client.applications.append(entry);
    }
    return result;
}

Imported fromPolicyIni(const Policy& current, const QByteArray& bytes)
{
    Imported result{current, {}, std::nullopt};
    Result<Policy> policy = readPolicyIni(bytes, &result.problems);
    if (policy)
        result.policy = *policy;
    else if (result.problems.isEmpty())
        result.failure = policy.error();
    return result;
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

Imported fromPolicyJson(const Policy& current, const QByteArray& bytes)
{
    Imported result{current, {}, std::nullopt};
    const Result<Policy> policy = policyFromJsonText(bytes, &result.problems);
    if (policy)
        result.policy = *policy;
    else if (result.problems.isEmpty())
        result.failure = policy.error();
    const QStringList lines = decodedText(bytes).split(QLatin1Char('\n'));
    for (Problem& problem : result.problems) {
        problem.line = jsonLineOf(lines, problem.error.subject);
        problem.error.detail = problem.error.text();
    }
    return result;
}

Imported fromLat(const Policy& current, const QByteArray& bytes)
{
    Imported result{current, {}, std::nullopt};
    const Result<Lat> lat = readLat(bytes);
    if (lat) {
        result.policy.localAddresses = lat->ranges;
        result.problems = lat->problems;
    } else {
        result.failure = lat.error();
    }
    return result;
}

} // namespace

ImportFormat guessFormat(const QString& fileName, const QByteArray& bytes)
{
    const QString name = fileName.toLower();
    const QString text = decodedText(bytes);
    if (QStringView(text).trimmed().startsWith(QLatin1Char('{')))
        return ImportFormat::PolicyJson;
    if (text.contains(QLatin1StringView("[Policy]")))
        return ImportFormat::PolicyIni;
    if (name.endsWith(QLatin1StringView("lat.txt")) || !text.contains(QLatin1Char('=')))
        return ImportFormat::AddressTable;
    return name == QLatin1StringView("wspcfg.ini") || !text.contains(QLatin1StringView("[Common]"), Qt::CaseInsensitive)
        ? ImportFormat::Wspcfg
        : ImportFormat::ClientIni;
}

Imported importDocument(ImportFormat format, const Policy& current, const QByteArray& bytes)
{
    switch (format) {
    case ImportFormat::ClientIni:
        return fromClientIni(current, bytes, true);
    case ImportFormat::Wspcfg:
        return fromClientIni(current, bytes, false);
    case ImportFormat::PolicyIni:
        return fromPolicyIni(current, bytes);
    case ImportFormat::PolicyJson:
        return fromPolicyJson(current, bytes);
    case ImportFormat::AddressTable:
        return fromLat(current, bytes);
    }
    return {current, {}, std::nullopt};
}

} // namespace sallyport
