// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/validate.h"

#include "models/policy/hostnames.h"
#include "models/policy/validator.h"

#include <algorithm>
#include <array>

namespace sallyport
{

namespace
{

struct NamedListener {
    QString path;
    const Listener& listener;
    Fault taken; // what a later listener on its port is told
};

bool isMulticastOrBroadcast(const IpAddress& address)
{
    return address.isV4() ? address.v4() >= 0xe0000000 : address.bytes()[0] == 0xff;
}

// fe80::/10, of IPv6 alone: nobody can bind to one without saying of which interface.
bool needsZone(const IpAddress& address)
{
    return !address.isV4() && address.bytes()[0] == 0xfe && (address.bytes()[1] & 0xc0) == 0x80;
}

bool isWildcard(const IpAddress& address)
{
    return address.isNull() || (address.isV4() && address.v4() == 0);
}

void validateListeners(const Policy& policy, Validator& out)
{
    const std::array listeners{
        NamedListener{QStringLiteral("listeners.webProxy"), policy.listeners.webProxy, Fault::PortOfWebProxy},
        NamedListener{
            QStringLiteral("listeners.firewallClient"), policy.listeners.firewallClient, Fault::PortOfFirewallClient},
        NamedListener{QStringLiteral("filters.socks"), policy.filters.socks, Fault::None},
    };
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        const auto& [path, listener, taken] = listeners[i];
        if (const Fault fault = listenerAddressFault(listener.address); fault != Fault::None) {
            const QString address = listener.address.toString();
            out.error(fault, QString(path + QLatin1StringView(".address")), {address}, address);
        }
        out.range(QString(path + QLatin1StringView(".port")), listener.port, 1, 65535);
        for (std::size_t j = 0; j < i; ++j) {
            if (listenersClash(listener, listeners[j].listener)) {
                const QString port = QString::number(listener.port);
                out.error(listeners[j].taken, QString(path + QLatin1StringView(".port")), {port}, port);
            }
        }
    }
    out.range(QStringLiteral("listeners.connectTimeoutSeconds"), policy.listeners.connectTimeoutSeconds, 1, 600);
    out.range(QStringLiteral("listeners.idleTimeoutSeconds"), policy.listeners.idleTimeoutSeconds, 10, 86400);
    out.range(QStringLiteral("listeners.connectionLimit"), policy.listeners.connectionLimit, 0, 1000000);
}

// What clients are told and where the service listens should agree; a gateway in between may forward, hence no error.
void compareClientWithListeners(const Policy& policy, Validator& out)
{
    const auto compare = [&out](const QString& path, int told, const Listener& listener, Fault fault) {
        if (listener.enabled && told != listener.port)
            out.warning(fault, path, {QString::number(told), QString::number(listener.port)}, QString::number(told));
    };
    compare(QStringLiteral("client.port"), policy.client.port, policy.listeners.firewallClient,
        Fault::FirewallClientPortDiffers);
    compare(QStringLiteral("client.webProxyPort"), policy.client.webProxyPort, policy.listeners.webProxy,
        Fault::WebProxyPortDiffers);
}

} // namespace

Fault listenerAddressFault(const IpAddress& address)
{
    if (isMulticastOrBroadcast(address))
        return Fault::GroupAddress;
    return needsZone(address) ? Fault::LinkLocalListener : Fault::None;
}

bool listenersClash(const Listener& a, const Listener& b)
{
    if (!a.enabled || !b.enabled || a.port != b.port)
        return false;
    return a.address == b.address || isWildcard(a.address) || isWildcard(b.address);
}

void Validator::error(Fault fault, const QString& path, const QStringList& arguments, const QString& value)
{
    m_problems.append({Severity::Error, makeError(fault, path, arguments), value, 0});
}

void Validator::warning(Fault fault, const QString& path, const QStringList& arguments, const QString& value)
{
    m_problems.append({Severity::Warning, makeError(fault, path, arguments), value, 0});
}

void Validator::range(const QString& path, int value, int least, int most)
{
    if (value < least || value > most) {
        const QString number = QString::number(value);
        error(Fault::OutOfRange, path, {number, QString::number(least), QString::number(most)}, number);
    }
}

void Validator::line(const QString& path, const QString& value, qsizetype most)
{
    if (value.size() > most) {
        error(Fault::TooLong, path, {QString::number(value.size()), QString::number(most)}, value.left(80));
    }
    const bool printable = std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.category() != QChar::Other_Control && c != QChar::LineSeparator && c != QChar::ParagraphSeparator;
    });
    if (!printable)
        error(Fault::ControlCharacter, path, {}, value);
}

void Validator::host(const QString& path, const QString& value)
{
    if (!isHost(value))
        error(Fault::NotHost, path, {value}, value);
}

QList<Problem> validate(const Policy& policy)
{
    Validator out;
    if (policy.server.name.trimmed().isEmpty())
        out.error(Fault::ServerUnnamed, QStringLiteral("server.name"));
    out.line(QStringLiteral("server.name"), policy.server.name, longestServerName);
    out.line(QStringLiteral("server.description"), policy.server.description, longestDescription);
    validateListeners(policy, out);
    validateClient(policy.client, out);
    compareClientWithListeners(policy, out);
    validateLocalAddresses(policy.localAddresses, out);
    validateLocalDomains(policy.localDomains, out);
    return out.problems();
}

bool hasErrors(const QList<Problem>& problems)
{
    return std::any_of(
        problems.begin(), problems.end(), [](const Problem& problem) { return problem.severity == Severity::Error; });
}

void sortWorstFirst(QList<Problem>& problems)
{
    std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
        const bool errors = a.severity == Severity::Error;
        return errors != (b.severity == Severity::Error) ? errors : a.line < b.line;
    });
}

} // namespace sallyport
