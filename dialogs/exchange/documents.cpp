// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdialog.h"
#include "dialogs/exchange/importdialog.h"

#include "dialogs/texts/errortexts.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "models/policy/validate.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringDecoder>

namespace sallyport
{

QString decodedText(const QByteArray& bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (utf8.hasError())
        text = QString::fromLatin1(bytes);
    return text.remove(QLatin1Char('\r'));
}

namespace
{

struct DocumentTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::DocumentTexts)
};

ExportDocument document(
    const QString& title, const QString& fileName, const QByteArray& bytes, const std::optional<QByteArray>& handedOut)
{
    ExportDocument result{title, fileName, bytes, decodedText(bytes), std::nullopt, {}};
    if (handedOut)
        result.handedOut = decodedText(*handedOut);
    return result;
}

// The line of the text that a problem of the policy speaks of: its program's section, and the key in it.
int lineOf(const QStringList& lines, const Problem& problem)
{
    const QString& path = problem.error.subject;
    const qsizetype open = path.indexOf(QLatin1Char('['));
    const qsizetype close = path.lastIndexOf(QLatin1Char(']'));
    if (!path.startsWith(QLatin1StringView("client.applications[")) || close < open)
        return 0;
    const QString header = QLatin1Char('[') + path.mid(open + 1, close - open - 1) + QLatin1Char(']');
    const qsizetype section = lines.indexOf(header);
    const QString key = path.mid(close + 2) + QLatin1Char('=');
    for (qsizetype i = section + 1; section >= 0 && i < lines.size() && !lines.at(i).startsWith(QLatin1Char('['));
         ++i) {
        if (lines.at(i).startsWith(key, Qt::CaseInsensitive))
            return int(i) + 1;
    }
    return int(section) + 1;
}

void annotateClientIni(ExportDocument& result, const Policy& policy)
{
    const QStringList lines = result.text.split(QLatin1Char('\n'));
    for (Problem problem : validate(policy)) {
        if (!problem.error.subject.startsWith(QLatin1StringView("client.")))
            continue;
        problem.line = lineOf(lines, problem);
        result.problems.append(problem);
    }
}

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

QList<ExportDocument> exportDocuments(
    const Policy& policy, const QByteArray& handedOutClientIni, const std::optional<Policy>& applied)
{
    QList<ExportDocument> documents;
    const auto handedOut = handedOutClientIni.isEmpty() ? std::nullopt : std::optional(handedOutClientIni);
    documents.append(document(DocumentTexts::tr("mspclnt.ini – what Firewall Clients fetch"),
        QStringLiteral("mspclnt.ini"), writeClientIni(policy), handedOut));
    annotateClientIni(documents.last(), policy);
    documents.append(
        document(DocumentTexts::tr("The whole policy as one ini document"), QStringLiteral("sallyport-policy.ini"),
            writePolicyIni(policy), applied ? std::optional(writePolicyIni(*applied)) : std::nullopt));
    documents.append(document(DocumentTexts::tr("msplat.txt – the Local Address Table"), QStringLiteral("msplat.txt"),
        writeLat(policy.localAddresses), applied ? std::optional(writeLat(applied->localAddresses)) : std::nullopt));
    for (const ApplicationEntry& entry : policy.client.applications) {
        documents.append(document(DocumentTexts::tr("wspcfg.ini for %1").arg(entry.name), QStringLiteral("wspcfg.ini"),
            writeWspcfg(entry), std::nullopt));
    }
    return documents;
}

ImportFormat guessFormat(const QString& fileName, const QByteArray& bytes)
{
    const QString name = fileName.toLower();
    const QString text = decodedText(bytes);
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
    case ImportFormat::AddressTable:
        return fromLat(current, bytes);
    }
    return {current, {}, std::nullopt};
}

} // namespace sallyport
