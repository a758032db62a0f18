// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/engine.h"

#include "models/policy/programname.h"
#include "models/policy/rulewords.h"
#include "models/policy/validate.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace sallyport
{

namespace
{

bool isCommonConfiguration(const ApplicationEntry& entry)
{
    return entry.name.compare(commonConfigurationName, Qt::CaseInsensitive) == 0;
}

// Whether the entry is the section of one program rather than of all of them.
bool isProgram(const ApplicationEntry& entry)
{
    return !isCommonConfiguration(entry) && entry.name != anyProgramName;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class Compiled final : public CompiledPolicy
{
public:
    explicit Compiled(const Policy& policy)
        : m_listeners(policy.listeners)
        , m_socksEnabled(policy.filters.socks.enabled)
        , m_unmatched{policy.unmatched,
              policy.unmatched == Verdict::Allow ? Reason::UnmatchedAllowed : Reason::UnmatchedDenied, {}}
    {
        m_programs.reserve(static_cast<std::size_t>(policy.client.applications.size()));
        for (const ApplicationEntry& entry : policy.client.applications) {
            if (isProgram(entry)) {
                // Two spellings of one program may have an entry each: the one that refuses counts.
                Program& program = m_programs[programKey(entry.name).toStdString()];
                if (program.name.isEmpty() || !program.disabled)
                    program = {entry.isDisabled(), entry.name};
            } else if (isCommonConfiguration(entry)) {
                m_commonDisabled = entry.isDisabled();
            }
        }
    }

    Decision decide(const Request& request, TimePoint) const override
    {
        switch (request.way) {
        case SessionType::FirewallClient:
            return m_listeners.firewallClient.enabled ? decideProgram(request.application) : m_firewallClientOff;
        case SessionType::WebProxy:
            return m_listeners.webProxy.enabled ? m_unmatched : m_webProxyOff;
        case SessionType::Socks:
            return m_socksEnabled ? m_unmatched : m_socksOff;
        case SessionType::SecureNat:
            break;
        }
        return m_unmatched;
    }

private:
    struct Program {
        bool disabled = false;
        QString name; // as the administrator wrote it
    };

    Decision decideProgram(std::string_view application) const
    {
        Decision decision = decideWhole(application);
        const auto simple = [](char c) { return c != ' ' && c != '/' && static_cast<unsigned char>(c) < 0x80; };
        if (decision.verdict == Verdict::Deny || std::all_of(application.begin(), application.end(), simple))
            return decision;
        const QByteArrayView bytes(application.data(), static_cast<qsizetype>(application.size()));
        const QStringList names = namesBeforeArguments(QString::fromUtf8(bytes));
        for (const QString& name : names) {
            Decision instead = decideKey(programKey(name).toStdString());
            if (instead.reason == Reason::ApplicationDisabled)
                return instead;
        }
        return names.size() > mostNamesBeforeArguments ? m_programUnknown : decision;
    }

    Decision decideWhole(std::string_view application) const
    {
        std::array<char, 128> buffer;
        if (const auto key = asciiProgramKey(application, buffer))
            return decideKey(*key);
        const QByteArrayView bytes(application.data(), static_cast<qsizetype>(application.size()));
        return bytes.isValidUtf8() ? decideKey(programKey(QString::fromUtf8(bytes)).toStdString()) : m_programUnknown;
    }

    Decision decideKey(std::string_view key) const
    {
        if (key.empty())
            return m_programUnknown;
        const auto found = m_programs.find(key);
        if (found == m_programs.end())
            return m_commonDisabled ? m_common : m_unmatched;
        if (found->second.disabled)
            return {Verdict::Deny, Reason::ApplicationDisabled, found->second.name};
        return m_unmatched;
    }

    Listeners m_listeners;
    bool m_socksEnabled;
    bool m_commonDisabled = false;
    std::unordered_map<std::string, Program, TextHash, std::equal_to<>> m_programs; // by programKey, UTF-8
    // Made once: a decision copies shared text only.
    Decision m_unmatched;
    Decision m_common{Verdict::Deny, Reason::CommonConfigurationDisabled, commonConfigurationName};
    Decision m_programUnknown{Verdict::Deny, Reason::ProgramUnknown, {}};
    Decision m_firewallClientOff{
        Verdict::Deny, Reason::ListenerDisabled, QString::fromLatin1(ruleword::firewallClientListener)};
    Decision m_webProxyOff{Verdict::Deny, Reason::ListenerDisabled, QString::fromLatin1(ruleword::webProxyListener)};
    Decision m_socksOff{Verdict::Deny, Reason::FilterDisabled, QString::fromLatin1(ruleword::socksFilter)};
};

} // namespace

Result<std::shared_ptr<const CompiledPolicy>> compile(const Policy& policy)
{
    const QList<Problem> problems = validate(policy);
    const auto worst = std::find_if(
        problems.begin(), problems.end(), [](const Problem& problem) { return problem.severity == Severity::Error; });
    if (worst != problems.end())
        return worst->error;
    return std::shared_ptr<const CompiledPolicy>(std::make_shared<const Compiled>(policy));
}

} // namespace sallyport
