// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/words.h"
#include "models/policy/decision.h"
#include "models/policy/revision.h"
#include "models/policy/session.h"

namespace sallyport
{

namespace
{

using Word = QLatin1StringView;

constexpr std::array sessionTypes{
    WordOf<SessionType>{SessionType::FirewallClient, Word("firewallClient")},
    WordOf<SessionType>{SessionType::WebProxy, Word("webProxy")},
    WordOf<SessionType>{SessionType::Socks, Word("socks")},
    WordOf<SessionType>{SessionType::SecureNat, Word("secureNat")},
};

constexpr std::array services{
    WordOf<ServiceName>{ServiceName::Firewall, Word("firewall")},
    WordOf<ServiceName>{ServiceName::WebProxy, Word("webProxy")},
    WordOf<ServiceName>{ServiceName::Socks, Word("socks")},
};

constexpr std::array serviceStates{
    WordOf<ServiceState>{ServiceState::Stopped, Word("stopped")},
    WordOf<ServiceState>{ServiceState::Running, Word("running")},
    WordOf<ServiceState>{ServiceState::Failed, Word("failed")},
};

constexpr std::array roles{
    WordOf<Role>{Role::Viewer, Word("viewer")},
    WordOf<Role>{Role::Operator, Word("operator")},
    WordOf<Role>{Role::Administrator, Word("administrator")},
};

constexpr std::array verdicts{
    WordOf<Verdict>{Verdict::Allow, Word("allow")},
    WordOf<Verdict>{Verdict::Deny, Word("deny")},
};

constexpr std::array addressings{
    WordOf<ServerAddressing>{ServerAddressing::ByName, Word("name")},
    WordOf<ServerAddressing>{ServerAddressing::ByAddress, Word("address")},
};

constexpr std::array reasons{
    WordOf<Reason>{Reason::ApplicationDisabled, Word("applicationDisabled")},
    WordOf<Reason>{Reason::CommonConfigurationDisabled, Word("commonConfigurationDisabled")},
    WordOf<Reason>{Reason::FilterDisabled, Word("filterDisabled")},
    WordOf<Reason>{Reason::ListenerDisabled, Word("listenerDisabled")},
    WordOf<Reason>{Reason::ProgramUnknown, Word("programUnknown")},
    WordOf<Reason>{Reason::UnmatchedAllowed, Word("unmatchedAllowed")},
    WordOf<Reason>{Reason::UnmatchedDenied, Word("unmatchedDenied")},
    WordOf<Reason>{Reason::ThisServer, Word("thisServer")},
};

} // namespace

QString sessionTypeWord(SessionType type)
{
    return wordFor(sessionTypes, type);
}

std::optional<SessionType> sessionTypeFromWord(QStringView word)
{
    return valueFor(sessionTypes, word);
}

QString serviceWord(ServiceName name)
{
    return wordFor(services, name);
}

std::optional<ServiceName> serviceFromWord(QStringView word)
{
    return valueFor(services, word);
}

QString serviceStateWord(ServiceState state)
{
    return wordFor(serviceStates, state);
}

std::optional<ServiceState> serviceStateFromWord(QStringView word)
{
    return valueFor(serviceStates, word);
}

QString roleWord(Role role)
{
    return wordFor(roles, role);
}

std::optional<Role> roleFromWord(QStringView word)
{
    return valueFor(roles, word);
}

QString verdictWord(Verdict verdict)
{
    return wordFor(verdicts, verdict);
}

std::optional<Verdict> verdictFromWord(QStringView word)
{
    return valueFor(verdicts, word);
}

QString serverAddressingWord(ServerAddressing addressing)
{
    return wordFor(addressings, addressing);
}

std::optional<ServerAddressing> serverAddressingFromWord(QStringView word)
{
    return valueFor(addressings, word);
}

QString reasonWord(Reason reason)
{
    return wordFor(reasons, reason);
}

std::optional<Reason> reasonFromWord(QStringView word)
{
    return valueFor(reasons, word);
}

} // namespace sallyport
