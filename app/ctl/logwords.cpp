// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/logwords.h"

#include "models/policy/decision.h"
#include "models/policy/rulewords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

struct StatusWord {
    int status;
    const char* word;
};

// Of the Firewall log those of Winsock and of ISA Server's firewall service, of the Web Proxy log those of HTTP.
constexpr std::array words{StatusWord{400, "malformed request"}, StatusWord{403, "denied"},
    StatusWord{407, "log-in wanted"}, StatusWord{408, "client too slow"}, StatusWord{499, "client left"},
    StatusWord{502, "no connection to the server"}, StatusWord{503, "too many connections"},
    StatusWord{504, "timed out"}, StatusWord{10055, "too many connections"}, StatusWord{10060, "timed out"},
    StatusWord{10061, "refused by the server"}, StatusWord{10065, "not reachable"}, StatusWord{11001, "no such name"},
    StatusWord{13301, "denied"}, StatusWord{20001, "broken off"}};

QString entryText(const QString& name, const Policy& policy)
{
    const QList<ApplicationEntry>& entries = policy.client.applications;
    const auto entry = std::find_if(entries.begin(), entries.end(), [&name](const ApplicationEntry& one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0 && one.isDisabled();
    });
    const QString text = QStringLiteral("application entry ") + name;
    return entry == entries.end()
        ? text
        : QString(text + QStringLiteral(": ") + applicationKeySpec(entry->disablingKey()).name + QStringLiteral("=1"));
}

QString deciderText(const QString& rule, const Policy& policy)
{
    if (const auto reason = reasonFromWord(rule)) {
        if (*reason == Reason::ProgramUnknown)
            return QStringLiteral("cannot tell: the request names no program");
        return QStringLiteral("the policy's setting for unmatched requests");
    }
    if (rule == QLatin1StringView(ruleword::socksFilter))
        return QStringLiteral("application filter ") + rule;
    // A program may be called as the service calls what decides.
    const bool isOwn = rule.isEmpty() || isRuleWord(rule.toStdString());
    return isOwn && !policy.client.application(rule) ? rule : entryText(rule, policy);
}

} // namespace

bool isRefusal(const QJsonObject& row)
{
    return row.value(QStringLiteral("operation")) == QStringLiteral("denied");
}

QString logStatusText(int status)
{
    const auto known
        = std::find_if(words.begin(), words.end(), [status](const StatusWord& one) { return one.status == status; });
    return known == words.end() ? QString::number(status)
                                : QStringLiteral("%1 %2").arg(status).arg(QLatin1StringView(known->word));
}

QString logDeciderText(const QJsonObject& row, const Policy& policy)
{
    const QString rule = row.value(QStringLiteral("rule1")).toString();
    if (!isRefusal(row))
        return rule;
    // Many refusals alike are one row, which counts the others.
    static const QRegularExpression counted(QStringLiteral("^(.*?)( ?\\(\\d+ more\\))?$"));
    const QRegularExpressionMatch match = counted.match(rule);
    return match.hasMatch() ? QString(deciderText(match.captured(1), policy) + match.captured(2)) : rule;
}

} // namespace sallyport
