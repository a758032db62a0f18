// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exchange/exportdocuments.h"

#include "dialogs/exchange/decodedtext.h"
#include "models/ini/clientini.h"
#include "models/ini/policyini.h"
#include "models/policy/policyjson.h"
#include "models/policy/validate.h"

#include <QCoreApplication>

namespace sallyport
{

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
    documents.append(document(DocumentTexts::tr("The whole policy as JSON"), QStringLiteral("sallyport-policy.json"),
        policyToJsonText(policy), applied ? std::optional(policyToJsonText(*applied)) : std::nullopt));
    documents.append(document(DocumentTexts::tr("msplat.txt – the Local Address Table"), QStringLiteral("msplat.txt"),
        writeLat(policy.localAddresses), applied ? std::optional(writeLat(applied->localAddresses)) : std::nullopt));
    for (const ApplicationEntry& entry : policy.client.applications) {
        const ApplicationEntry* before = applied ? applied->client.application(entry.name) : nullptr;
        documents.append(document(DocumentTexts::tr("wspcfg.ini for %1").arg(entry.name), QStringLiteral("wspcfg.ini"),
            writeWspcfg(entry), before ? std::optional(writeWspcfg(*before)) : std::nullopt));
    }
    return documents;
}

} // namespace sallyport
