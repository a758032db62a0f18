// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdocuments.h"

#include "dialogs/exchange/decodedtext.h"
#include "models/ini/clientini.h"
#include "models/ini/importdocument.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/policypath.h"
#include "models/policy/programname.h"
#include "models/policy/validate.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace sallyport
{

namespace
{

struct DocumentTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::DocumentTexts)
};

ExportDocument document(DocumentKind kind, const QString& title, const QString& fileName, const QByteArray& bytes,
    const std::optional<QByteArray>& before)
{
    ExportDocument result{kind, title, {}, fileName, bytes, decodedText(bytes)};
    if (before)
        result.before = decodedText(*before);
    return result;
}

using Headers = QHash<QString, qsizetype>; // where each section begins

// The line of the text that a problem of the policy speaks of: its program's section, and the key in it.
int lineOf(const QStringList& lines, const Headers& headers, const Problem& problem)
{
    const auto path = parseEntryPath(problem.error.subject);
    if (!path)
        return 0;
    const qsizetype section = headers.value(QLatin1Char('[') + path->name + QLatin1Char(']'), -1);
    const QString key = path->member + QLatin1Char('=');
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
    Headers headers;
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (lines.at(i).startsWith(QLatin1Char('[')))
            headers.insert(lines.at(i), i);
    }
    for (Problem problem : validate(policy)) {
        if (!problem.error.subject.startsWith(QLatin1StringView("client.")))
            continue;
        problem.line = lineOf(lines, headers, problem);
        result.problems.append(problem);
    }
}

DocumentKind kindOf(ImportFormat format)
{
    switch (format) {
    case ImportFormat::PolicyIni:
        return DocumentKind::PolicyIni;
    case ImportFormat::PolicyJson:
        return DocumentKind::PolicyJson;
    case ImportFormat::AddressTable:
        return DocumentKind::AddressTable;
    case ImportFormat::Wspcfg:
        return DocumentKind::Wspcfg;
    case ImportFormat::ClientIni:
        break;
    }
    return DocumentKind::ClientIni;
}

} // namespace

QList<ExportDocument> exportDocuments(
    const Policy& policy, const QByteArray& handedOutClientIni, const std::optional<Policy>& applied)
{
    QList<ExportDocument> documents;
    const auto handedOut = handedOutClientIni.isEmpty() ? std::nullopt : std::optional(handedOutClientIni);
    documents.append(document(DocumentKind::ClientIni, DocumentTexts::tr("mspclnt.ini – what Firewall Clients fetch"),
        QStringLiteral("mspclnt.ini"), writeClientIni(policy), handedOut));
    annotateClientIni(documents.last(), policy);
    documents.append(document(DocumentKind::PolicyIni, DocumentTexts::tr("The whole policy as one ini document"),
        QStringLiteral("sallyport-policy.ini"), writePolicyIni(policy),
        applied ? std::optional(writePolicyIni(*applied)) : std::nullopt));
    documents.append(document(DocumentKind::PolicyJson, DocumentTexts::tr("The whole policy as JSON"),
        QStringLiteral("sallyport-policy.json"), policyToJsonText(policy),
        applied ? std::optional(policyToJsonText(*applied)) : std::nullopt));
    documents.append(document(DocumentKind::AddressTable, DocumentTexts::tr("msplat.txt – the Local Address Table"),
        QStringLiteral("msplat.txt"), writeLat(policy.localAddresses),
        applied ? std::optional(writeLat(applied->localAddresses)) : std::nullopt));
    QHash<QString, const ApplicationEntry*> inForce;
    if (applied) {
        for (const ApplicationEntry& entry : applied->client.applications)
            inForce.insert(programKey(entry.name), &entry);
    }
    QList<const ApplicationEntry*> entries;
    for (const ApplicationEntry& entry : policy.client.applications)
        entries.append(&entry);
    std::sort(entries.begin(), entries.end(), [](const ApplicationEntry* a, const ApplicationEntry* b) {
        return a->name.compare(b->name, Qt::CaseInsensitive) < 0;
    });
    for (const ApplicationEntry* entry : std::as_const(entries)) {
        const ApplicationEntry* before = inForce.value(programKey(entry->name));
        documents.append(document(DocumentKind::Wspcfg, DocumentTexts::tr("wspcfg.ini of %1").arg(entry->name),
            QStringLiteral("wspcfg.ini"), writeWspcfg(*entry),
            before ? std::optional(writeWspcfg(*before)) : std::nullopt));
        documents.last().program = entry->name;
    }
    return documents;
}

qsizetype documentLike(const QList<ExportDocument>& documents, const QString& fileName, const QByteArray& bytes)
{
    const DocumentKind kind = kindOf(guessFormat(fileName, bytes));
    QString program;
    if (kind == DocumentKind::Wspcfg) {
        if (const Result<ClientIni> ini = readWspcfg(bytes); ini && !ini->client.applications.isEmpty())
            program = programKey(ini->client.applications.first().name);
    }
    for (qsizetype i = 0; i < documents.size(); ++i) {
        if (documents.at(i).kind == kind && (program.isEmpty() || programKey(documents.at(i).program) == program))
            return i;
    }
    return 0;
}

} // namespace sallyport
