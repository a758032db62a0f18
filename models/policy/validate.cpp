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
};

bool isMulticastOrBroadcast(const IpAddress& address)
{
    return address.isV4() ? address.v4() >= 0xe0000000 : address.bytes()[0] == 0xff;
}

bool isWildcard(const IpAddress& address)
{
    return address.isNull() || (address.isV4() && address.v4() == 0);
}

// Whether both can't be open at once.
bool clash(const Listener& a, const Listener& b)
{
    if (!a.enabled || !b.enabled || a.port != b.port)
        return false;
    return a.address == b.address || isWildcard(a.address) || isWildcard(b.address);
}

void validateListeners(const Policy& policy, Validator& out)
{
    const std::array listeners{
        NamedListener{QStringLiteral("listeners.webProxy"), policy.listeners.webProxy},
        NamedListener{QStringLiteral("listeners.firewallClient"), policy.listeners.firewallClient},
        NamedListener{QStringLiteral("filters.socks"), policy.filters.socks},
    };
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        const auto& [path, listener] = listeners[i];
        if (isMulticastOrBroadcast(listener.address)) {
            out.error(ErrorCode::InvalidValue, QString(path + QLatin1StringView(".address")),
                QStringLiteral("%1 is a group address; write an address of this server, or 0.0.0.0 for all of them")
                    .arg(listener.address.toString()),
                listener.address.toString());
        }
        out.range(QString(path + QLatin1StringView(".port")), listener.port, 1, 65535);
        for (std::size_t j = 0; j < i; ++j) {
            if (clash(listener, listeners[j].listener)) {
                out.error(ErrorCode::Duplicate, QString(path + QLatin1StringView(".port")),
                    QStringLiteral("%1 is taken by %2 already; give one of them another port or address")
                        .arg(QString::number(listener.port), listeners[j].path),
                    QString::number(listener.port));
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
    const auto compare = [&out](const QString& path, int told, const Listener& listener, QLatin1StringView name) {
        if (listener.enabled && told != listener.port) {
            out.warning(ErrorCode::Conflict, path,
                QStringLiteral("clients are told port %1, but the %2 listener is on %3; clients reach it only if "
                               "something forwards "
                               "the port")
                    .arg(QString::number(told), name, QString::number(listener.port)),
                QString::number(told));
        }
    };
    compare(QStringLiteral("client.port"), policy.client.port, policy.listeners.firewallClient,
        QLatin1StringView("Firewall Client"));
    compare(QStringLiteral("client.webProxyPort"), policy.client.webProxyPort, policy.listeners.webProxy,
        QLatin1StringView("Web Proxy"));
}

} // namespace

void Validator::error(ErrorCode code, const QString& path, const QString& detail, const QString& value)
{
    m_problems.append({Severity::Error, {code, path, detail}, value, 0});
}

void Validator::warning(ErrorCode code, const QString& path, const QString& detail, const QString& value)
{
    m_problems.append({Severity::Warning, {code, path, detail}, value, 0});
}

void Validator::range(const QString& path, int value, int least, int most)
{
    if (value < least || value > most) {
        error(ErrorCode::OutOfRange, path,
            QStringLiteral("%1 is out of range; write %2 to %3").arg(value).arg(least).arg(most),
            QString::number(value));
    }
}

void Validator::line(const QString& path, const QString& value, qsizetype most)
{
    if (value.size() > most) {
        error(ErrorCode::LimitExceeded, path,
            QStringLiteral("has %1 characters; shorten it to %2").arg(value.size()).arg(most), QString(value.left(80)));
    }
    const bool printable = std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.category() != QChar::Other_Control && c != QChar::LineSeparator && c != QChar::ParagraphSeparator;
    });
    if (!printable)
        error(
            ErrorCode::InvalidValue, path, QStringLiteral("holds a control character or line break; remove it"), value);
}

void Validator::host(const QString& path, const QString& value)
{
    if (!isHost(value)) {
        error(ErrorCode::InvalidValue, path,
            QStringLiteral("\"%1\" is not a host name or address; write one such as branch-a.example.com").arg(value),
            value);
    }
}

QList<Problem> validate(const Policy& policy)
{
    Validator out;
    if (policy.server.name.trimmed().isEmpty())
        out.error(
            ErrorCode::Missing, QStringLiteral("server.name"), QStringLiteral("is empty; give the server a name"));
    out.line(QStringLiteral("server.name"), policy.server.name, 255);
    out.line(QStringLiteral("server.description"), policy.server.description, 4096);
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

} // namespace sallyport
