// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ini/clientini.h"
#include "models/policy/hostnames.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sallyport
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Ranges are compared as text of fixed width: eight hexadecimal digits for IPv4, 32 for IPv6.
QString hexadecimal(const IpAddress& address)
{
    const std::array<std::uint8_t, 16>& bytes = address.bytes();
    const QByteArrayView all(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    return QString::fromLatin1((address.isV4() ? all.last(4) : all).toByteArray().toHex());
}

// JSON is valid script text; “<” and non-ASCII are escaped so that it stays so wherever the script is embedded.
QByteArray scriptText(const QJsonArray& array)
{
    QByteArray text;
    for (const QChar c : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact))) {
        if (c.unicode() < 0x80 && c != u'<')
            text += c.toLatin1();
        else
            text += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return text;
}

// "PROXY host:port". The proxy clients are told of, or the nearest thing that is known.
QString proxy(const Policy& policy)
{
    const ClientConfiguration& client = policy.client;
    QString host = client.webProxyName.trimmed();
    if (host.isEmpty())
        host = client.serverName.trimmed();
    if (host.isEmpty())
        host = (client.serverAddresses.isEmpty() ? policy.listeners.webProxy.address : client.serverAddresses.first())
                   .toString();
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']';
    return u"PROXY %1:%2"_s.arg(host, QString::number(client.webProxyPort));
}

constexpr QByteArrayView functions(R"js(
// An IPv4 or IPv6 literal as hexadecimal digits of fixed width, or "".
function hexadecimal(text) {
    var i, parts, halves, left, right, result = "";
    function pad(number, width) {
        var digits = number.toString(16);
        while (digits.length < width)
            digits = "0" + digits;
        return digits;
    }
    if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
        parts = text.split(".");
        for (i = 0; i < 4; ++i)
            result += pad(parseInt(parts[i], 10), 2);
        return result;
    }
    if (!/^[0-9a-f:]+$/.test(text) || text.indexOf(":") < 0)
        return "";
    halves = text.split("::");
    left = halves[0] ? halves[0].split(":") : [];
    right = halves.length > 1 && halves[1] ? halves[1].split(":") : [];
    if (halves.length > 1)
        while (left.length + right.length < 8)
            left.push("0");
    parts = left.concat(right);
    if (parts.length !== 8)
        return "";
    for (i = 0; i < 8; ++i)
        result += pad(parseInt(parts[i], 16), 4);
    return result;
}

function isLocalName(host) {
    var i, tail;
    for (i = 0; i < localDomains.length; ++i) {
        tail = "." + localDomains[i];
        if (host === localDomains[i] || host.slice(-tail.length) === tail)
            return true;
    }
    return false;
}

function isLocalAddress(address) {
    var i, digits = hexadecimal(address);
    for (i = 0; digits && i < localRanges.length; ++i) {
        if (localRanges[i][0].length === digits.length && localRanges[i][0] <= digits && digits <= localRanges[i][1])
            return true;
    }
    return false;
}

function FindProxyForURL(url, host) {
    var address;
    host = host.toLowerCase().replace(/^\[|\]$/g, "").replace(/\.$/, "");
    if (host.indexOf(":") < 0 && isPlainHostName(host) || isLocalName(host))
        return "DIRECT";
    address = hexadecimal(host) ? host : localRanges.length ? dnsResolve(host) : "";
    if (address && isLocalAddress(String(address).toLowerCase()))
        return "DIRECT";
    return proxy[0];
}
)js");

} // namespace

QByteArray writePac(const Policy& policy)
{
    QJsonArray ranges;
    for (const AddressRange& range : policy.localAddresses)
        ranges.append(QJsonArray{hexadecimal(range.first), hexadecimal(range.last)});
    QStringList domains;
    for (const QString& domain : policy.localDomains)
        domains.append(domainSuffix(domain.trimmed()));
    domains.removeAll(QString());
    domains.removeDuplicates();
    return "// Proxy configuration, made by Sallyport: straight to local addresses and domains, else by the Web "
           "Proxy.\n"
           "var proxy = "
        + scriptText({proxy(policy)}) + ";\nvar localRanges = " + scriptText(ranges)
        + ";\nvar localDomains = " + scriptText(QJsonArray::fromStringList(domains)) + ";\n" + functions;
}

} // namespace sallyport
